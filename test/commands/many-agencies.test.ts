// One task of 150 communes, all of them heard of at once: nothing is cut off, every page is short.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import { MOST_CHARACTERS, renderHtml } from "#src/telegram/render-html.ts";
import { renderText } from "#src/terminal/render-text.ts";
import { LONGEST_MESSAGE, splitText } from "#src/terminal/split-text.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { bindPerson, type Speaker, speak } from "#test/support/speak.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const COMMUNES = 150;
const nameOf = (at: number): string => `UBND phường Nguyệt Viên Đông ${at}`;

let open: TestDatabase;
let secretary: Speaker;

beforeAll(async () => {
  open = await openTestDatabase();
  const { db } = open;
  const csv = Array.from(
    { length: COMMUNES },
    (_, at) => `${nameOf(at + 1)},P${at + 1},,phường,"UBND các xã, phường"`,
  );
  const { rows, errors } = readAgencyCsv(
    `name,code,aliases,type,group\nSở Nội vụ,SNV,,sở,Khác\n${csv.join("\n")}\n`,
  );
  expect(errors).toEqual([]);
  await db.$transaction((tx) => importAgencies(tx, rows));
  const agencies = await db.agency.findMany({ orderBy: { id: "asc" } });
  const [office, ...wards] = agencies;
  secretary = await bindPerson(db, "Hà", "secretariat", office?.id ?? 0);
  const people = await db.person.createManyAndReturn({
    data: wards.map(({ name }) => ({ fullName: `cán bộ ${name}` })),
  });
  await db.membership.createMany({
    data: people.map(({ id }, at) => ({
      personId: id,
      agencyId: wards[at]?.id ?? 0,
      role: "official" as const,
    })),
  });
  const day = toDbDate(civilDate("2026-11-02"));
  for (const content of ["Công khai thủ tục", "Rà soát thủ tục"]) {
    await db.task.create({
      data: {
        content,
        registeredOn: day,
        assignments: {
          create: wards.map(({ id }) => ({
            agencyId: id,
            role: "lead" as const,
            deadlineKind: "date" as const,
            dueOn: toDbDate(civilDate("2026-11-30")),
            originalDueOn: toDbDate(civilDate("2026-11-30")),
            deadlinePhrase: "",
            assignedOn: day,
          })),
        },
      },
    });
  }
});

afterAll(() => open.close());

const plain = (html: string): string => html.replace(/<[^>]*>/g, "");

it("the list of who has not reported is whole in every channel, however many messages it takes", async () => {
  const { reply } = await speak(open.db, secretary, "/chuabaocao NV-001");
  if (reply === null) throw new Error("no reply");
  const telegram = renderHtml(reply);
  const terminal = splitText(renderText(reply));
  expect(telegram.length).toBeGreaterThan(1);
  for (const message of telegram)
    expect(plain(message).length).toBeLessThanOrEqual(MOST_CHARACTERS);
  for (const message of terminal) expect(message.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
  for (const messages of [telegram.map(plain), terminal]) {
    const lines = messages.flatMap((message) => message.split("\n"));
    for (let at = 1; at <= COMMUNES; at += 1) expect(lines).toContain(`${at}. ${nameOf(at)}`);
  }
});

it("150 are nudged in one go", async () => {
  const asked = await speak(open.db, secretary, "/dondoc NV-001: gửi sớm", { keep: true });
  expect(asked.text).toMatch(/^Đôn đốc 150 cơ quan về NV-001\?/);
  const { text, told } = await speak(open.db, secretary, "có");
  expect(text).toMatch(/^Đã đôn đốc 150 cơ quan về NV-001\./);
  expect(told).toBe(150);
});

it("300 results that wait are two lines, and open into short pages; 150 are confirmed at once", async () => {
  const { db } = open;
  const day = toDbDate(civilDate("2026-11-15"));
  const rows = await db.assignment.findMany();
  await db.assignment.updateMany({ data: { state: "awaiting_confirmation", submittedOn: day } });
  await db.result.createMany({
    data: rows.map(({ id }) => ({
      assignmentId: id,
      note: "đã công khai ".repeat(40),
      submittedOn: day,
      submittedAt: day,
    })),
  });
  const list = await speak(db, secretary, "/choxuly");
  expect(list.text).toMatch(/^Kết quả chờ xác nhận \(300\)\n/);
  expect(list.text).toMatch(/NV-001: 150 kết quả chờ, lâu nhất 5 ngày\nNV-002: 150 kết quả chờ/);
  for (const page of [1, 10, 19]) {
    const { reply, text } = await speak(db, secretary, `/choxuly NV-001 trang ${page}`);
    if (reply === null) throw new Error("no reply");
    expect(renderHtml(reply)).toHaveLength(1);
    expect(text).toMatch(new RegExp(`Trang ${page}/19 · 150 mục chờ`));
  }
  await speak(db, secretary, "/xacnhan NV-001 tất cả trừ P7", { keep: true });
  const { text, told } = await speak(db, secretary, "đồng ý", { keep: true });
  expect(text).toMatch(/^Đã xác nhận 149 kết quả của NV-001\./);
  expect(told).toBe(149);
  expect(await db.auditEntry.count({ where: { action: "confirm result" } })).toBe(149);
  const left = await speak(db, secretary, "/choxuly NV-001");
  expect(left.text).toMatch(/^Kết quả chờ xác nhận \(1\)\nNV-001 UBND phường Nguyệt Viên Đông 7:/);
});
