// A chat of many messages in the stand-in alone, and reading it backwards with the wheel.
import type { Page } from "playwright-core";
import type { Person } from "#src/playground/server.ts";
import type { ChatPane } from "./chat-pane.ts";

type Stage = {
  lan: Person;
  call: (method: string, args: Record<string, unknown>) => Promise<{ ok: boolean }>;
};

const LINES = [
  "Đã ghi tiến độ.",
  "Đề nghị các cơ quan gửi báo cáo trước ngày 30 và nêu rõ khó khăn, vướng mắc trong quá trình thực hiện.",
  "Kết quả: đã lấy ý kiến các sở, ngành; tổng hợp, tiếp thu, giải trình; trình Ủy ban nhân dân tỉnh xem xét, quyết định theo thẩm quyền.\nKèm theo dự thảo.",
];

/** Messages "tin số 1." … of the bot, with now and then a table, a list or buttons among them. */
export const longChat = async ({ lan, call }: Stage, many: number): Promise<void> => {
  await lan.dm().say("/start");
  for (let number = 1; number <= many; number += 1) {
    const text = `tin số ${number}. ${LINES[number % LINES.length]}`;
    const buttons = { inline_keyboard: [[{ text: "Đã nhận", callback_data: `${number}` }]] };
    const answer =
      number % 25 === 0
        ? await call("sendRichMessage", {
            chat_id: lan.id,
            rich_message: { html: `<p>${text}</p>${table}` },
          })
        : await call("sendMessage", {
            chat_id: lan.id,
            text,
            ...(number % 10 === 0 ? { reply_markup: buttons } : {}),
          });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  }
};

const row = (at: number): string =>
  `<tr><td>${at}</td><td>Sở Nông nghiệp và Môi trường</td><td>${90 - at},50%</td></tr>`;
const table = `<table><tr><th>Hạng</th><th>Cơ quan</th><th>Tỷ lệ</th></tr>${Array.from({ length: 14 }, (_, at) => row(at + 1)).join("")}</table>`;

const MOST_TURNS = 600;

/** Turns the wheel until the first message is on the screen. */
export const wheelToBeginning = async (
  page: Page,
  { log, messages }: ChatPane,
  first: string,
): Promise<void> => {
  const box = await log.boundingBox();
  if (box === null) throw new Error("the conversation is not on the screen");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const beginning = messages.filter({ hasText: first }).first();
  for (let turned = 0; turned < MOST_TURNS; turned += 1) {
    if ((await beginning.count()) > 0 && (await inView(page, beginning))) return;
    await page.mouse.wheel(0, -900);
    // The next turn of a wheel comes with a later frame.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  throw new Error("the wheel never came to the beginning");
};

const inView = async (page: Page, element: ReturnType<Page["locator"]>): Promise<boolean> => {
  const box = await element.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y < height;
};
