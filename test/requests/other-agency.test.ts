// Asking an agency to explain a task that another one leads: nobody is asked instead.
import { afterAll, beforeAll, expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson, plantTask, type Speaker, speak } from "#test/support/speak.ts";

let open: TestDatabase;
let secretary: Speaker;

beforeAll(async () => {
  open = await openTestDatabase();
  const { db } = open;
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  const agencies = new Map((await db.agency.findMany()).map(({ code, id }) => [code, id]));
  const id = (code: string): number => agencies.get(code) ?? 0;
  secretary = await bindPerson(db, "secretary", "secretariat", id("SNV"));
  await plantTask(db, { content: "Việc của STC", lead: id("STC"), coordinating: [id("STP")] });
});
afterAll(() => open.close());

it.each([
  ["/giaitrinh NV-001 SYT hạn 25/11 vì sao chậm", "Sở Y tế", "hạn 25/11 vì sao chậm"],
  ["/giaitrinh NV-001 Sở Y tế: vì sao chậm", "Sở Y tế", "vì sao chậm"],
  ["/giaitrinh NV-001 so y te", "Sở Y tế", ""],
  // It coordinates: that is not to lead.
  ["/giaitrinh NV-001 STP hạn 25/11", "Sở Tư pháp", "hạn 25/11"],
  ["giai trinh nv1 stp", "Sở Tư pháp", ""],
])("%s", async (line, named, rest) => {
  const { text, told } = await speak(open.db, secretary, line);
  const button = `[Sở Tài chính → ${`/giaitrinh NV-001 STC ${rest}`.trim()}]`;
  expect(text).toBe(
    `${named} không chủ trì NV-001 nên chưa gửi yêu cầu giải trình nào. Chủ trì: Sở Tài chính. Để yêu cầu cơ quan chủ trì, anh/chị ghi tên cơ quan đó ngay sau mã, ví dụ: /giaitrinh NV-001 STC hạn 25/11\n${button}`,
  );
  expect(told).toBe(0);
});

it.each([
  "/giaitrinh NV-001",
  "/giaitrinh NV-001 hạn 25/11",
  "/giaitrinh NV-001 STC hạn 25/11 vì sao chậm",
  "/giaitrinh NV-001 vì sao Sở Y tế chưa có ý kiến",
  // Behind the name of the one that is asked any other may be spoken of.
  "/giaitrinh NV-001 STC Sở Y tế đã góp ý chưa",
])("asks the agency that leads: %s", async (line) => {
  const { text } = await speak(open.db, secretary, line);
  expect(text).toMatch(/^Đã gửi yêu cầu giải trình GT-\d+ \(NV-001\) đến Sở Tài chính/);
});
