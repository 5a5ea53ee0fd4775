// A reorganisation moves what is open and leaves the past as it was: figures of any day before it
// are what they were, columns and events agree, and nothing that is finished changes.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDueOccurrences } from "#jobs/open-occurrences.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import type { Db } from "#src/database/client.ts";
import { countTable } from "#src/standings/count-table.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import { computeRankings, rankedGroups } from "#src/standings/standings-store.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { history } from "#src/terminal/doctor/history.ts";
import { d, window } from "#test/standings/facts.ts";
import { finished, give } from "#test/standings/register.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson, type Speaker, speak } from "#test/support/speak.ts";

// Slow where the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

let open: TestDatabase;
let db: Db;
let secretary: Speaker;
const ids = new Map<string, number>();
const id = (code: string): number => ids.get(code) ?? 0;

beforeEach(async () => {
  open = await openTestDatabase();
  db = open.db;
  await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
  for (const agency of await db.agency.findMany()) ids.set(agency.code, agency.id);
  secretary = await bindPerson(db, "Hà", "secretariat", id("SNV"));
});

afterEach(() => open.close());

const says = (line: string, on = "2026-11-20") => speak(db, secretary, line, { on, keep: true });

const factsOn = (day: string, role?: "lead"): Promise<AssignmentFacts[]> =>
  loadFacts(db, role === undefined ? {} : { role }, d(day));

const standings = async (day: string) => {
  const groups = await rankedGroups(db, d(day));
  const rankings = await computeRankings(db, groups, "ytd", window("2026-01-01", day));
  return rankings.map(({ group, rows }) => ({
    group: group.name,
    rows: rows.map(({ items, ...row }) => ({ ...row, items: items.length })),
  }));
};

const MERGE =
  "/sapxep hợp nhất Sở Y tế, Sở Tư pháp thành Sở Y tế và Tư pháp theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 20/11/2026";

type Columns = Partial<Prisma.AssignmentUncheckedCreateInput>;
type State = "open" | "begun" | "awaiting" | "paused" | "done" | "cancelled" | "undated";

/** A lead or coordinating part of a task in some state, with its history. */
const part = async (taskId: number, code: string, state: State, role: "lead" | "coordinating") => {
  const agencyId = id(code);
  const given = (columns: Columns, events: Parameters<typeof give>[1]["events"] = []) =>
    give(db, { agencyId, taskId, dueOn: "2026-11-10", columns: { role, ...columns }, events });
  const progressed = { kind: "progressed" as const, on: "2026-11-04", data: { percent: 40 } };
  switch (state) {
    case "open":
      return given({});
    case "begun":
      return given({ state: "in_progress", percent: 40 }, [progressed]);
    case "paused":
      return given({ state: "paused", percent: 40 }, [
        progressed,
        { kind: "paused", on: "2026-11-06", data: { reason: "chờ văn bản" } },
      ]);
    case "awaiting": {
      const row = await given(
        { state: "awaiting_confirmation", submittedOn: toDbDate(d("2026-11-09")) },
        [],
      );
      const result = await db.result.create({
        data: {
          assignmentId: row.id,
          note: `xong ${code}`,
          submittedOn: toDbDate(d("2026-11-09")),
          submittedAt: new Date("2026-11-09T09:00:00+07:00"),
        },
      });
      await db.taskEvent.create({
        data: {
          taskId,
          assignmentId: row.id,
          kind: "submitted",
          effectiveOn: toDbDate(d("2026-11-09")),
          recordedAt: new Date("2026-11-09T09:00:00+07:00"),
          data: { resultId: result.id, submittedOn: "2026-11-09" },
        },
      });
      return row;
    }
    case "done": {
      const { columns, ...rest } = finished(agencyId, "2026-11-05", "2026-11-10");
      return give(db, { ...rest, taskId, columns: { ...columns, role } });
    }
    case "cancelled":
      return given({ state: "cancelled" }, [
        { kind: "cancelled", on: "2026-11-07", data: { reason: "thôi" } },
      ]);
    case "undated":
      return give(db, { agencyId, taskId, dueOn: null, columns: { role } });
  }
};

const makeTask = async (content: string) =>
  (await db.task.create({ data: { content, registeredOn: toDbDate(d("2026-01-02")) } })).id;

const live = (facts: readonly AssignmentFacts[]) =>
  facts.filter(
    ({ role, state }) => role === "lead" && !["done", "cancelled", "transferred"].includes(state),
  );

describe("two agencies merge into a new one", () => {
  it("carries each open duty with its state, its result, its date; the past stays", async () => {
    const states: State[] = ["open", "begun", "awaiting", "paused", "done", "cancelled", "undated"];
    for (const state of states) await part(await makeTask(`Việc ${state}`), "SYT", state, "lead");
    await part(1, "STC", "begun", "coordinating");
    await part(2, "STP", "open", "coordinating");
    const before = {
      eve: await factsOn("2026-11-19"),
      earlier: await factsOn("2026-11-05"),
      standings: await standings("2026-11-19"),
    };

    const shown = await says(MERGE);
    expect(shown.text).toMatch(/Nội dung: Sở Y tế, Sở Tư pháp hợp nhất thành Sở Y tế và Tư pháp/);
    expect(shown.text).toMatch(/chủ trì 5, phối hợp 1/);
    expect(shown.text).toMatch(/đang chờ xác nhận chuyển theo.*: NV-003/);
    expect((await says("có")).text).toMatch(/Đã thực hiện việc sắp xếp số 1/);

    expect(await factsOn("2026-11-19")).toEqual(before.eve);
    expect(await factsOn("2026-11-05")).toEqual(before.earlier);
    expect(await standings("2026-11-19")).toEqual(before.standings);
    expect(await history(db)).toMatchObject({ ok: true });

    const heir = await db.agency.findFirstOrThrow({ where: { name: "Sở Y tế và Tư pháp" } });
    expect(heir).toMatchObject({ code: "SYTTP", type: "sở", validFrom: toDbDate(d("2026-11-20")) });
    const now = await factsOn("2026-11-20");
    const its = now.filter(({ agencyId }) => agencyId === heir.id);
    expect(its.map(({ taskId, role, state, dueOn }) => [taskId, role, state, dueOn])).toEqual([
      [1, "lead", "assigned", "2026-11-10"],
      [2, "lead", "in_progress", "2026-11-10"],
      [3, "lead", "awaiting_confirmation", "2026-11-10"],
      [4, "lead", "paused", "2026-11-10"],
      [7, "lead", "assigned", null],
    ]);
    // STP coordinated what the new agency leads: lead beats coordinating.
    expect(now.filter(({ agencyId }) => agencyId === id("STP")).map(({ state }) => state)).toEqual([
      "transferred",
    ]);
    // What is overdue counts for whoever has to do it now; what is done stays where it was done.
    expect(countTable(its, d("2026-11-20"))).toMatchObject({
      openOverdue: 2,
      awaiting: 1,
      paused: 1,
    });
    const old = now.filter(({ agencyId }) => agencyId === id("SYT"));
    expect(countTable(old, d("2026-11-20"))).toMatchObject({
      total: 1,
      doneOnTime: 1,
      cancelled: 1,
    });
    const result = await db.result.findFirstOrThrow({ include: { assignment: true } });
    expect(result).toMatchObject({ decision: "pending", assignment: { agencyId: heir.id } });
    const [ranking] = await standings("2026-11-20");
    const row = ranking?.rows.find(({ agencyId }) => agencyId === heir.id);
    expect(row).toMatchObject({ overdueOpen: 2, doneOnTime: 0 });
    expect(ranking?.rows.some(({ agencyId }) => agencyId === id("SYT"))).toBe(false);

    // The same decision again does nothing.
    expect((await says(MERGE)).text).toMatch(/đã ghi nhận và đã thực hiện \(số 1\); không làm lại/);
    expect(await db.reorganisation.count()).toBe(1);
  });

  it("joins two duties of one task, and keeps the result that waits", async () => {
    const taskId = await makeTask("Báo cáo chung");
    await part(taskId, "SYT", "awaiting", "lead");
    await part(taskId, "STP", "awaiting", "lead");
    const other = await makeTask("Một bên đã nộp");
    await part(other, "SYT", "open", "lead");
    await part(other, "STP", "awaiting", "lead");
    const shown = await says(MERGE);
    expect(shown.text).toMatch(/Gộp với phân công đã có của cùng nhiệm vụ: NV-001, NV-002/);
    await says("có");
    const results = await db.result.findMany({
      where: { decision: "pending" },
      include: { assignment: true },
    });
    expect(results.map(({ note }) => note).sort()).toEqual([
      "xong STP",
      "xong SYT; Sở Tư pháp: xong STP",
    ]);
    expect(new Set(results.map(({ assignment }) => assignment.state))).toEqual(
      new Set(["awaiting_confirmation"]),
    );
    expect(live(await factsOn("2026-11-20"))).toHaveLength(2);
    expect(await history(db)).toMatchObject({ ok: true });
    // Its decision is made as ever.
    const leader = await bindPerson(db, "Thắng", "leader", null);
    const confirmed = await speak(db, leader, "/xacnhan NV-001", { keep: true });
    expect(confirmed.text).toMatch(/Đã xác nhận NV-001.*Sở Y tế và Tư pháp/s);
  });

  it("an open duty stands beside one that its new agency has finished", async () => {
    const taskId = await makeTask("Cả hai cùng làm");
    await part(taskId, "SYT", "begun", "lead");
    await part(taskId, "STP", "done", "lead");
    await says(
      "/sapxep sáp nhập Sở Y tế vào Sở Tư pháp theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 20/11/2026",
    );
    await says("có");
    const rows = await db.assignment.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ agencyId, state, occurrence }) => [agencyId, state, occurrence])).toEqual([
      [id("SYT"), "transferred", ""],
      [id("STP"), "done", ""],
      [id("STP"), "in_progress", "SYT"],
    ]);
  });

  it("a recurring duty goes on without opening again what was reported before", async () => {
    const taskId = await makeTask("Báo cáo quý");
    const recurring = { deadlineKind: "recurrence" as const, frequency: ["quarterly"] };
    const duty = await give(db, {
      agencyId: id("SYT"),
      taskId,
      dueOn: null,
      columns: { ...recurring, deadlinePhrase: "hàng quý" },
    });
    const q4 = finished(id("SYT"), "2026-11-18", "2026-12-15");
    const { columns = {}, ...rest } = q4;
    const period = { occurrence: "2026-Q4", originId: duty.id };
    await give(db, {
      ...rest,
      taskId,
      assignedOn: "2026-11-15",
      columns: { ...columns, ...period },
    });
    await says(MERGE);
    await says("có");
    const now = new Date("2026-11-23T06:45:00+07:00");
    await db.$transaction((tx) =>
      openDueOccurrences.run({
        slot: now,
        today: d("2026-11-23"),
        calendar: makeWorkCalendar([]),
        tx,
      }),
    );
    const heir = await db.assignment.findFirstOrThrow({
      where: { originId: duty.id, state: "assigned" },
    });
    expect(heir).toMatchObject({
      occurrence: "",
      deadlineKind: "recurrence",
      frequency: ["quarterly"],
    });
    expect(await db.assignment.count({ where: { occurrence: "2026-Q4" } })).toBe(1);
  });

  it("takes what is asked and answered about a task along", async () => {
    const row = await part(await makeTask("Có vướng mắc"), "SYT", "begun", "lead");
    const at = new Date("2026-11-12T09:00:00+07:00");
    await db.blocker.create({
      data: { taskId: row.taskId, assignmentId: row.id, text: "thiếu người", raisedAt: at },
    });
    await db.explanationRequest.create({
      data: {
        taskId: row.taskId,
        agencyId: row.agencyId,
        assignmentId: row.id,
        text: "vì sao",
        askedAt: at,
      },
    });
    await db.extension.create({
      data: {
        assignmentId: row.id,
        fromDueOn: toDbDate(d("2026-11-10")),
        toDueOn: toDbDate(d("2026-12-10")),
        reason: "thiếu người",
        askedOn: toDbDate(d("2026-11-09")),
        askedAt: at,
      },
    });
    await says(MERGE);
    await says("có");
    const heir = await db.assignment.findFirstOrThrow({ where: { originId: row.id } });
    expect(await db.blocker.findFirstOrThrow()).toMatchObject({ assignmentId: heir.id });
    expect(await db.extension.findFirstOrThrow()).toMatchObject({
      assignmentId: heir.id,
      status: "open",
    });
    expect(await db.explanationRequest.findFirstOrThrow()).toMatchObject({
      assignmentId: heir.id,
      agencyId: heir.agencyId,
    });
  });
});

describe("whatever stands in the register", () => {
  const state = fc.constantFrom<State>(
    "open",
    "begun",
    "awaiting",
    "paused",
    "done",
    "cancelled",
    "undated",
  );
  const parts = fc.record({
    SYT: fc.option(state, { nil: null }),
    STP: fc.option(state, { nil: null }),
    STC: fc.option(state, { nil: null }),
    lead: fc.constantFrom("SYT", "STP", "both"),
  });

  it("figures of days before stay, columns agree with events, each task keeps a lead", async () => {
    const tasks = fc.sample(fc.array(parts, { minLength: 30, maxLength: 30 }), {
      numRuns: 1,
      seed: 20261120,
    });
    for (const task of tasks.flat()) {
      const taskId = await makeTask("Việc");
      for (const code of ["SYT", "STP", "STC"] as const) {
        const its = task[code];
        const role = task.lead === "both" || task.lead === code ? "lead" : "coordinating";
        if (its !== null) await part(taskId, code, its, role);
      }
    }
    const eve = await factsOn("2026-11-19");
    const before = await factsOn("2026-11-20");
    const done = await db.assignment.findMany({ where: { state: "done" }, orderBy: { id: "asc" } });
    await says(MERGE.replace("từ 20", "từ ngày 20"));
    expect((await says("có")).text).toMatch(/Đã thực hiện/);
    expect(await factsOn("2026-11-19")).toEqual(eve);
    expect(
      await db.assignment.findMany({ where: { state: "done" }, orderBy: { id: "asc" } }),
    ).toEqual(done);
    expect(await history(db)).toMatchObject({ ok: true });
    const after = live(await factsOn("2026-11-20"));
    const { plan } = await db.reorganisation.findFirstOrThrow();
    const { moved } = plan as { moved: { folds: boolean; role: string }[] };
    const folded = moved.filter(({ folds, role }) => folds && role === "lead").length;
    expect(after.length).toBe(live(before).length - folded);
    expect(new Set(after.map(({ taskId }) => taskId))).toEqual(
      new Set(live(before).map(({ taskId }) => taskId)),
    );
    expect(after.filter(({ agencyId }) => [id("SYT"), id("STP")].includes(agencyId))).toEqual([]);
  });
});
