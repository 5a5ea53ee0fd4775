// Moving assignments in the register itself: what recurs moves as a whole, a reorganisation takes
// along how far the work got, and columns always agree with history.
import { afterAll, beforeAll, expect, it } from "vitest";
import { civilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import { factsOf, lockAssignment } from "#src/tasks/assignment-store.ts";
import { readCorrection } from "#src/tasks/edit-plan.ts";
import { correctDeadline } from "#src/tasks/edit-task.ts";
import { type EventKind, eventData, type TaskEventValue } from "#src/tasks/events.ts";
import { cancelAssignment, pauseAssignment, resumeAssignment } from "#src/tasks/set-aside.ts";
import { transferAssignment, transferWhole } from "#src/tasks/transfer.ts";
import { differingColumns } from "#src/terminal/doctor/history.ts";
import { at, give, makeAgency, makeGroup } from "#test/standings/register.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";

let open: TestDatabase;
const ids: Record<string, number> = {};

beforeAll(async () => {
  open = await openTestDatabase();
  const { db } = open;
  const group = await makeGroup(db, "Các sở");
  for (const code of ["STC", "STP", "SYT"]) ids[code] = (await makeAgency(db, group.id, code)).id;
});

afterAll(() => open.close());

const agency = (code: string): number => ids[code] ?? 0;
const cause = (day: string) => ({ on: civilDate(day), at: at(day), actorId: null, inboxId: null });
const how = (carryState: boolean) => ({ authority: "45/UBND-NC", carryState });

/** Columns whose value history would not give. */
const differing = async (tx: Tx, taskId: number): Promise<string[]> => {
  const rows = await tx.assignment.findMany({
    where: { taskId },
    include: { events: { orderBy: { id: "asc" } } },
  });
  return rows.flatMap(({ events, ...row }) =>
    differingColumns(
      factsOf(row),
      events.map(({ kind, effectiveOn, data }) => {
        const read = eventData[kind as EventKind].parse(data);
        return { kind, effectiveOn: fromDbDate(effectiveOn), data: read } as TaskEventValue;
      }),
    ),
  );
};

const inTransaction = (work: (tx: Tx) => Promise<void>) => open.db.$transaction(work);

it("a recurring duty moves with its open periods; those that are done stay where they were done", () =>
  inTransaction(async (tx) => {
    const duty = await give(tx, {
      agencyId: agency("STC"),
      dueOn: null,
      columns: { deadlineKind: "none" },
    });
    const { taskId } = duty;
    const period = (occurrence: string, dueOn: string, more = {}) =>
      give(tx, {
        agencyId: agency("STC"),
        taskId,
        dueOn,
        columns: { occurrence, originId: duty.id, ...more },
      });
    const done = await period("2026-Q1", "2026-03-15");
    await tx.assignment.update({
      where: { id: done.id },
      data: {
        state: "done",
        submittedOn: new Date("2026-03-10"),
        completedOn: new Date("2026-03-10"),
      },
    });
    const under = await period("2026-Q2", "2026-06-15");
    const rows = [await lockAssignment(tx, under.id), await lockAssignment(tx, duty.id)];
    const moved = await transferWhole(tx, rows, agency("STP"), how(false), cause("2026-05-04"));
    expect(moved.kind).toBe("moved");
    const theirs = await tx.assignment.findMany({
      where: { taskId, agencyId: agency("STP") },
      orderBy: { occurrence: "asc" },
    });
    expect(theirs.map(({ occurrence, state }) => [occurrence, state])).toEqual([
      ["", "assigned"],
      ["2026-Q2", "assigned"],
    ]);
    // The period belongs to the receiver's duty; the duty names the one that it came from.
    expect(theirs.map(({ originId }) => originId)).toEqual([duty.id, theirs[0]?.id]);
    const old = await tx.assignment.findMany({ where: { taskId, agencyId: agency("STC") } });
    expect(old.map(({ state }) => state).sort()).toEqual(["done", "transferred", "transferred"]);
  }));

it.each([
  ["assigned", []],
  ["received", [{ kind: "received", on: "2026-01-05" }]],
  ["in_progress", [{ kind: "progressed", on: "2026-01-06", data: { percent: 40 } }]],
  [
    "paused",
    [
      { kind: "progressed", on: "2026-01-06", data: { percent: 40 } },
      { kind: "paused", on: "2026-01-07", data: { reason: "chờ" } },
    ],
  ],
] as const)("a reorganisation takes along that it is %s", (state, events) =>
  inTransaction(async (tx) => {
    const percent = state === "in_progress" || state === "paused" ? 40 : 0;
    const given = await give(tx, {
      agencyId: agency("STC"),
      columns: { state, percent, extensionCount: 2, originalDueOn: new Date("2026-10-01") },
      events: events.map((event) => ({ ...event })),
    });
    const row = await lockAssignment(tx, given.id);
    const moved = await transferAssignment(tx, row, agency("SYT"), how(true), cause("2026-07-01"));
    if (moved.kind === "refused") throw new Error(moved.why);
    const to = await tx.assignment.findUniqueOrThrow({ where: { id: moved.toId } });
    expect(to).toMatchObject({ state, percent, extensionCount: 2, originId: given.id });
    expect(to.originalDueOn).toEqual(new Date("2026-10-01"));
    expect(await differing(tx, given.taskId)).toEqual([]);
  }),
);

it("columns and history agree through everything that the secretariat may do to it", () =>
  inTransaction(async (tx) => {
    const given = await give(tx, {
      agencyId: agency("STC"),
      columns: { state: "received" },
      events: [{ kind: "received", on: "2026-01-05" }],
    });
    const { taskId, id } = given;
    const agree = async () => expect(await differing(tx, taskId)).toEqual([]);
    await pauseAssignment(tx, await lockAssignment(tx, id), "chờ Bộ", cause("2026-02-02"));
    await agree();
    const again = await resumeAssignment(tx, await lockAssignment(tx, id), cause("2026-02-20"));
    expect(again).toBe("received");
    await agree();
    const calendar = makeWorkCalendar([]);
    const days = { today: civilDate("2026-02-21"), registeredOn: civilDate("2026-01-02") };
    for (const typed of ["15/12/2026", "Quý III năm 2026", "thường xuyên", "hàng quý", "không"]) {
      const deadline = readCorrection(typed, days, calendar);
      await correctDeadline(tx, await lockAssignment(tx, id), deadline, "x", cause("2026-02-21"));
      await agree();
    }
    const there = await transferAssignment(
      tx,
      await lockAssignment(tx, id),
      agency("STP"),
      how(false),
      cause("2026-03-02"),
    );
    if (there.kind === "refused") throw new Error(there.why);
    await agree();
    const to = await lockAssignment(tx, there.toId);
    const back = await transferAssignment(tx, to, agency("STC"), how(false), cause("2026-03-03"));
    expect(back).toMatchObject({ kind: "moved", toId: id });
    await agree();
    // Back where it began: origins make no circle.
    expect((await lockAssignment(tx, id)).originId).toBeNull();
    await cancelAssignment(tx, await lockAssignment(tx, id), "hết việc", cause("2026-03-04"));
    await agree();
    expect(await pauseAssignment(tx, await lockAssignment(tx, id), "x", cause("2026-03-05"))).toBe(
      false,
    );
  }));
