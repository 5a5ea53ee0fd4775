// A directive in the browser: attached, looked at, put right, registered; each official hears of it
// once. The file is one of the samples, its province another than the planted one.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import type { ChatPane } from "./support/chat-pane.ts";
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
    const list = await (await chat.hears(`Trang ${page}/`)).innerText();
    const code = item.exec(list)?.[1];
    if (code !== undefined) return chat.taps(code);
    await chat.taps("Trang sau ›");
  }
};

const unreadOf = async (visitor: Visitor, official: string): Promise<number> => {
  const row = await visitor.inList(official).textContent();
  return Number(/(\d+) tin chưa đọc/.exec(row ?? "")?.[1] ?? 0);
};

/** Opens the official's chat: one message that names the directive, with all that is theirs. */
const whatIsTheirs = async (visitor: Visitor, official: string): Promise<string> => {
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
    const [commune] = /UBND xã .+/.exec(await visitor.inList(COMMUNE).innerText()) ?? ["?"];
    // It stands open on a desk, and what comes there is read at once.
    await visitor.chat(FINANCE).close();
    const officials = [FINANCE, JUSTICE, SCIENCE, COMMUNE];
    const unread = () => Promise.all(officials.map((official) => unreadOf(visitor, official)));
    const before = await unread();
    const secretary = await visitor.openChat(SECRETARY);

    await secretary.attach(await directive());
    await secretary.says("Chỉ thị mới của UBND tỉnh");
    await secretary.hears("Đang đọc “CT-09.docx” …");
    const summary = await (await secretary.hears(NAMED)).innerText();
    const found = /(\d+) nhiệm vụ, \d+ có hạn, \d+ định kỳ; (\d+) chỗ cần anh\/chị xem\./;
    const [, all, unsure] = found.exec(summary) ?? [];
    await secretary.taps(`Xem chỗ cần xem (${unsure})`);
    for (const clause of ["II.2.d", "II.5", "II.6.b"]) {
      await card(secretary, clause, "chưa xem");
      await secretary.taps("Đúng");
    }

    // An agency that this province has not: by a tap and a word.
    expect(await card(secretary, "II.6.d", "chưa xem")).toMatch(
      /Nguyên văn: “Riêng Ủy ban nhân dân đặc khu Hòn Trầm .* chậm nhất ngày 10\/6\.”\n[\s\S]*“UBND đặc khu Hòn Trầm” chưa có trong danh mục cơ quan/,
    );
    await secretary.taps("Sửa cơ quan");
    await secretary.hears(/^Đôn Đốc:\s*Cơ quan nào chủ trì VB-1\.\d+\?/);
    await secretary.says(commune);
    expect(await card(secretary, "II.6.d", "đã sửa")).toContain(`Chủ trì: ${commune}\n`);
    await secretary.taps("Sau ›");
    await card(secretary, "II.7", "chưa xem");
    await secretary.taps("Đúng");

    // The front is no office of the province's: not a task of the register.
    await card(secretary, "III.3", "chưa xem");
    await secretary.taps("Bỏ");
    await secretary.hears(/Đã bỏ VB-1\.\d+\..*Đã xem hết các chỗ cần xem/s);

    // A deadline, of one that was certain.
    await picksFromList(secretary, "II.8.b");
    expect(await card(secretary, "II.8.b", "chưa xem")).toMatch(
      /Hạn: 31\/12\/2026, từ “trong 6 tháng cuối năm 2026”/,
    );
    await secretary.taps("Sửa hạn");
    await secretary.hears(/Hạn của VB-1\.\d+ đến khi nào\?/);
    await secretary.says("trước ngày 15/11");
    expect(await card(secretary, "II.8.b", "đã sửa")).toContain("Hạn: trước 15/11/2026");
    await secretary.taps("Tổng hợp");
    const left = Number(all) - 1;
    await secretary.hears(
      new RegExp(`${left} nhiệm vụ, .* không còn chỗ nào cần xem riêng\\..*Đã bỏ 1\\.`, "s"),
    );
    await secretary.taps(`Ghi nhận (${left})`);
    await secretary.hears(
      new RegExp(`Đã ghi nhận ${left} nhiệm vụ \\(NV-\\d+ đến NV-\\d+\\), .* theo ${NAMED}`),
    );

    await expect.poll(unread, { timeout: 30_000 }).toEqual(before.map((count) => count + 1));
    const theirs = await whatIsTheirs(visitor, FINANCE);
    expect(theirs).toContain(`Sở Tài chính được giao 3 nhiệm vụ theo ${NAMED}`);
    expect(theirs).toContain(`Sở Tài chính phối hợp thực hiện 1 nhiệm vụ theo ${NAMED}`);
    const [, fees] = /(NV-\d+) Kiểm tra việc thu phí, .* · trước 15\/11\/2026\n/.exec(theirs) ?? [];
    expect(await whatIsTheirs(visitor, JUSTICE)).toContain("Sở Tư pháp được giao 2 nhiệm vụ");
    expect(await whatIsTheirs(visitor, SCIENCE)).toMatch(
      /Sở Khoa học và Công nghệ được giao \d nhiệm vụ/,
    );
    const island = await whatIsTheirs(visitor, COMMUNE);
    expect(island).toMatch(new RegExp(`${commune} được giao \\d nhiệm vụ`));
    expect(island).toMatch(/NV-\d+ Riêng Ủy ban nhân dân đặc khu Hòn Trầm .* · 10\/06\/2026\n/);

    // What the register holds is what was said.
    const finance = await visitor.openChat(FINANCE);
    await finance.says(`/viec ${fees}`);
    const task = await finance.hears(/Kiểm tra việc thu phí, lệ phí trực tuyến/);
    expect(await task.innerText()).toMatch(/trước 15\/11\/2026/);
    await finance.taps("Đã nhận");
    await finance.hears(`Sở Tài chính đã nhận ${fees}`);
  });
});
