// What people hear when many periods open at once, and what is left of it when it is their turn.
import { expect, it, onTestFinished } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { eligibleReply } from "#src/delivery/outbox-payload.ts";
import { findAssignments } from "#src/tasks/assignment-store.ts";
import { openedReply } from "#src/tasks/occurrence-message.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { plantTask, textOf } from "#test/support/speak.ts";

const linesOf = (text: string): string[] => text.split("\n").filter((line) => /^NV-/.test(line));

it("counts what is not shown when the message goes out, not when it was made", async () => {
  const { db, close } = await openTestDatabase();
  onTestFinished(() => close());
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  const { id: lead } = await db.agency.findFirstOrThrow({ where: { code: "STC" } });
  for (let number = 1; number <= 15; number += 1) {
    await plantTask(db, { content: `Báo cáo ${number}`, lead, dueOn: "2026-12-15" });
  }
  await db.assignment.updateMany({ data: { occurrence: "2026-Q4" } });
  const reply = openedReply("vi", await findAssignments(db, {}));
  const payload = JSON.parse(JSON.stringify({ reply }));

  const whole = await eligibleReply(db, { payload, eligibility: {} });
  const first = textOf(whole?.reply ?? { blocks: [] });
  expect(linesOf(first)).toHaveLength(12);
  expect(first).toContain("… và 3 việc nữa, gõ /viec để xem.");

  const done = { state: "done" as const, completedOn: new Date("2026-11-20") };
  await db.assignment.updateMany({ where: { taskId: { in: [1, 2] } }, data: done });
  const rest = await eligibleReply(db, { payload, eligibility: {} });
  const then = textOf(rest?.reply ?? { blocks: [] });
  expect(linesOf(then)).toHaveLength(12);
  expect(then).toContain("NV-014 Báo cáo 14 · Quý IV/2026");
  expect(then).toContain("… và 1 việc nữa, gõ /viec để xem.");
});
