// A directive in the browser: attached, looked at, put right, registered; each official hears of it
// once. The file is one of the samples, its province another than the planted one.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import type { ChatPane } from "./support/chat-pane.ts";
import { codeIn } from "./support/code-in.ts";
import type { Upload } from "./support/files-to-send.ts";
import { COMMUNE, FINANCE, JUSTICE, SCIENCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import type { Visitor } from "./support/visitor.ts";
import { useVisitors } from "./support/visitors.ts";

const SAMPLES = path.join(import.meta.dirname, "../directives/samples");
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const NUMBER = "09/CT-UBND";
const NAMED = `Chỉ thị số ${NUMBER} ngày 20/04/2026 của UBND tỉnh Thanh Lâm`;
/** Two days after it was issued: its deadlines are still to come. */
const AFTER_ISSUE = new Date("2026-04-22T09:10:00+07:00");

const directive = async (): Promise<Upload> => ({
  name: "CT-09.docx",
  mimeType: WORD,
  buffer: await readFile(path.join(SAMPLES, "chi-thi-hai-cap.docx")),
});

/** The card of that clause's draft; "chưa xem", "đã sửa". */
const card = (chat: ChatPane, clause: string, status: string): Promise<string> =>
  chat
    .hears(new RegExp(`VB-1\\.\\d+ · mục ${clause.replaceAll(".", "\\.")} · ${status} ·`))
    .then((message) => message.innerText());

/** Turns the list's pages until that clause is on one, and opens it. */
const picksFromList = async (chat: ChatPane, clause: string): Promise<void> => {
  await chat.taps("Danh sách");
  const item = new RegExp(`(VB-1\\.\\d+) mục ${clause.replaceAll(".", "\\.")}:`);
  for (let page = 1; ; page += 1) {
    const list = await (await chat.hears(`Trang ${page}/6`)).innerText();
    const code = item.exec(list)?.[1];
    if (code !== undefined) return chat.taps(code);
    await chat.taps("Trang sau ›");
  }
};

/** Opens the official's chat: the one new message, which says all that is theirs. */
const hearsOnce = async (visitor: Visitor, official: string): Promise<string> => {
  await visitor.inList(official).getByText(/^1$/).waitFor();
  await visitor.inList(official).getByText("1 tin chưa đọc").waitFor();
  const chat = await visitor.openChat(official);
  const told = await chat.shows(NUMBER);
  expect(await chat.messages.filter({ hasText: NUMBER }).count()).toBe(1);
  return told.innerText();
};

describeInBrowser("a directive in the chat", () => {
  const province = useProvince(AFTER_ISSUE);
  const come = useVisitors(() => province().url);

  it("becomes tasks of the right agencies, each official told once", async () => {
    const visitor = await come.toDesk();
    let n = 0;
    const shot = async (name: string) => {
      n += 1;
      await visitor.page.waitForTimeout(700);
      await visitor.page.screenshot({ path: `/tmp/dondoc-test/directive-${n}-${name}.png` });
    };
    // What came before is read, so that the list counts what is new.
    const officials = [FINANCE, JUSTICE, SCIENCE, COMMUNE];
    for (const official of officials) await visitor.openChat(official);
    const [commune] = /UBND xã .+/.exec(await visitor.inList(COMMUNE).innerText()) ?? ["?"];
    const secretary = await visitor.openChat(SECRETARY);

    await secretary.attach(await directive());
    await secretary.says("Chỉ thị mới của UBND tỉnh");
    await secretary.hears("Đang đọc “CT-09.docx” …");
    const summary = await secretary.hears(NAMED);
    expect(await summary.innerText()).toMatch(
      /41 nhiệm vụ, 26 có hạn, 7 định kỳ; 6 chỗ cần anh\/chị xem\./,
    );
    await shot("summary");
    await secretary.taps("Xem chỗ cần xem (6)");
    for (const clause of ["II.2.d", "II.5", "II.6.b"]) {
      await card(secretary, clause, "chưa xem");
      await secretary.taps("Đúng");
    }

    // An agency that this province has not: by a tap and a word.
    expect(await card(secretary, "II.6.d", "chưa xem")).toMatch(
      /Nguyên văn: “Riêng Ủy ban nhân dân đặc khu Hòn Trầm .* chậm nhất ngày 10\/6\.”\n[\s\S]*“UBND đặc khu Hòn Trầm” chưa có trong danh mục cơ quan/,
    );
    await secretary.taps("Sửa cơ quan");
    await secretary.hears(/^Đôn Đốc:\s*Cơ quan nào chủ trì VB-1\.28\?/);
    await secretary.says(commune);
    expect(await card(secretary, "II.6.d", "đã sửa")).toContain(`Chủ trì: ${commune}\n`);
    await shot("lead-edited");
    await secretary.taps("Sau ›");
    await card(secretary, "II.7", "chưa xem");
    await secretary.taps("Đúng");

    // The front is no office of the province's: not a task of the register.
    await card(secretary, "III.3", "chưa xem");
    await secretary.taps("Bỏ");
    await secretary.hears(/Đã bỏ VB-1\.38\..*Đã xem hết các chỗ cần xem/s);
    await shot("dropped");

    // A deadline, of one that was certain.
    await picksFromList(secretary, "II.8.b");
    expect(await card(secretary, "II.8.b", "chưa xem")).toMatch(
      /Hạn: 31\/12\/2026, từ “trong 6 tháng cuối năm 2026”/,
    );
    await secretary.taps("Sửa hạn");
    await secretary.hears(/Hạn của VB-1\.31 đến khi nào\?/);
    await secretary.says("trước ngày 15/11");
    expect(await card(secretary, "II.8.b", "đã sửa")).toContain("Hạn: trước 15/11/2026");
    await shot("deadline-edited");
    await secretary.taps("Tổng hợp");
    await secretary.hears(/40 nhiệm vụ, .* không còn chỗ nào cần xem riêng\..*Đã bỏ 1\./s);
    await shot("ready");
    await secretary.taps("Ghi nhận (40)");
    const done = await secretary.hears(`Đã ghi nhận 40 nhiệm vụ (NV-`);
    console.log(await done.innerText());
    await shot("registered");

    for (const official of officials) {
      console.log(await hearsOnce(visitor, official));
      await shot("official");
    }
    const finance = await visitor.openChat(FINANCE);
    const own = await finance.shows(NUMBER);
    const fees = codeIn;
    await finance.says("/viec");
    await shot("viec");
    console.log(fees, await own.innerText());
    console.log(await finance.messages.last().innerText());
  });
});
