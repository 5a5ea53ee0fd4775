// A directive in the browser: dropped into the chat, looked at, put right, registered; the
// officials hear of it, each once.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { sampleCast } from "#src/sample/index.ts";
import type { ChatPane } from "./support/chat-pane.ts";
import { COMMUNE, FINANCE, JUSTICE, SCIENCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

const SAMPLE = path.join(import.meta.dirname, "../directives/samples/chi-thi-hai-cap.docx");
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const NAMED = "Chỉ thị số 09/CT-UBND ngày 20/04/2026 của UBND tỉnh Thanh Lâm";
/** Two days after it was issued: its deadlines are still to come. */
const AFTER_ISSUE = new Date("2026-04-22T09:10:00+07:00");

/** A step through the drafts: the card of the clause, and its code. */
const codeOf = async (card: Locator, clause: string): Promise<string> => {
  const [, code] = new RegExp(`(VB-\\d+\\.\\d+) · mục ${clause} `).exec(await card.innerText()) ?? [];
  if (code === undefined) throw new Error(`no draft of clause ${clause} in this message`);
  return code;
};

const cardOf = (chat: ChatPane, clause: string): Promise<Locator> =>
  chat.hears(new RegExp(`VB-1\\.\\d+ · mục ${clause.replaceAll(".", "\\.")} · `));

describeInBrowser("a directive in the chat", () => {
  const province = useProvince(AFTER_ISSUE);
  const come = useVisitors(() => province().url);

  it("is attached, put right and registered; each official has one message with what is theirs", async () => {
    const visitor = await come.toDesk();
    let n = 0;
    const shot = async (name: string) => {
      n += 1;
      await visitor.page.waitForTimeout(700);
      await visitor.page.screenshot({ path: `/tmp/dondoc-test/directive-${n}-${name}.png` });
    };
    // What came before is read, so that the list shows what is new.
    const officials = [FINANCE, JUSTICE, SCIENCE, COMMUNE];
    for (const official of officials) await visitor.openChat(official);
    const secretary = await visitor.openChat(SECRETARY);

    await secretary.attach({ name: "CT-09.docx", mimeType: WORD, buffer: await readFile(SAMPLE) });
    await secretary.says("Chỉ thị mới của UBND tỉnh");
    await secretary.hears("Đang đọc “CT-09.docx” …");
    const summary = await secretary.hears(NAMED);
    console.log(await summary.innerText());
    await shot("summary");

    await secretary.taps("Xem chỗ cần xem (6)");
    await cardOf(secretary, "II.2.d");
    await secretary.taps("Đúng");
    await cardOf(secretary, "II.5");
    await shot("right-next");
    await secretary.taps("Đúng");
    await cardOf(secretary, "II.6.b");
    await secretary.taps("Đúng");
    const island = await cardOf(secretary, "II.6.d");
    console.log(await island.innerText());
    await shot("island");
    const place = sampleCast.find(({ about }) => about.vi.includes("UBND xã"))?.about.vi.replace("Cán bộ đầu mối, ", "") ?? "";
    await secretary.taps("Sửa cơ quan");
    await secretary.hears(/Cơ quan nào chủ trì/);
    await secretary.says(place);
    console.log(await (await secretary.hears(/Đã sửa|Chưa/)).innerText());
    await shot("lead-edited");
    await secretary.taps("Sau ›");
    await cardOf(secretary, "II.7");
    await shot("after-next");
    await secretary.taps("Đúng");
    console.log(await (await cardOf(secretary, "III.3")).innerText());
    await shot("mttq");
    await secretary.taps("Bỏ");
    console.log(await (await secretary.hears(/Đã bỏ/)).innerText());
    await shot("dropped");
    await secretary.says("/vanban VB-1 danh sách 5");
    const list = await secretary.hears("các nhiệm vụ dự thảo");
    console.log(await list.innerText());
    const code = /(VB-1\.\d+) mục II\.8\.b/.exec(await list.innerText())?.[1] ?? "";
    await secretary.taps(code);
    await cardOf(secretary, "II.8.b");
    await secretary.taps("Sửa hạn");
    await secretary.hears(/đến khi nào/);
    await secretary.says("trước ngày 15/11");
    console.log(await (await secretary.hears(/Đã sửa|Chưa/)).innerText());
    await shot("deadline-edited");
    await secretary.taps("Tổng hợp");
    console.log(await (await secretary.hears(NAMED)).innerText());
    await shot("summary-2");
    await secretary.taps(/^Ghi nhận \(/);
    const done = await secretary.hears(/Đã ghi nhận \d+/);
    console.log(await done.innerText());
    await shot("registered");

    for (const official of officials) {
      const row = visitor.inList(official);
      console.log(official, await row.innerText());
      const chat = await visitor.openChat(official);
      const own = chat.messages.filter({ hasText: "09/CT-UBND" });
      await own.last().waitFor();
      console.log(await own.count(), await own.last().innerText());
      await shot("official");
    }
    await visitor.openChat(SECRETARY);
    await secretary.says("/viec");
    await visitor.page.waitForTimeout(1500);
    await shot("viec");
    expect(codeOf).toBeDefined();
  });
});
