import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, fromDbDate } from "#src/calendar/civil-date.ts";
import {
  compareWithPrevious,
  previousSnapshot,
  type Snapshot,
  takeSnapshot,
} from "#src/standings/snapshot-store.ts";
import { computeRankings, rankedGroups } from "#src/standings/standings-store.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { d, window } from "./facts.ts";
import { at, finished, give, giveAsOf, makeAgency, makeGroup } from "./register.ts";

let open: TestDatabase;
beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());

const week47 = window("2026-11-16", "2026-11-22");

const rankingOf = async (groupId: number, span: "week" | "ytd", over = week47) => {
  const groups = await rankedGroups(open.db, over.to);
  const [ranking] = await computeRankings(
    open.db,
    groups.filter(({ id }) => id === groupId),
    span,
    over,
  );
  if (ranking === undefined) throw new Error("no such group");
  return ranking;
};

const take = async (groupId: number, span: "week" | "ytd", period: string, over = week47) => {
  const ranking = await rankingOf(groupId, span, over);
  return open.db.$transaction((tx) => takeSnapshot(tx, { period, ranking, takenAt: at(over.to) }));
};

const itemsOf = (snapshot: Snapshot) =>
  open.db.standingItem.findMany({
    where: { row: { snapshotId: snapshot.id } },
    orderBy: { assignmentId: "asc" },
  });

describe("a snapshot", () => {
  it("is taken once and stays, with one row for each assignment counted", async () => {
    const { db } = open;
    const { id: groupId } = await makeGroup(db, "Sở");
    const { id: agencyId } = await makeAgency(db, groupId, "STC");
    const done = await give(db, finished(agencyId, "2026-11-18"));
    const late = await give(db, { agencyId, dueOn: "2026-10-01" });
    await give(db, { agencyId, dueOn: "2026-12-31" });

    const first = await take(groupId, "week", "2026-W47");
    expect(first.rows).toEqual([
      {
        agencyId,
        agencyName: "Sở STC",
        doneOnTime: 1,
        doneLate: 0,
        overdueOpen: 1,
        rate: 5000,
        rank: 1,
        extensions: 0,
      },
    ]);
    const items = await itemsOf(first);
    expect(items.map((item) => [item.assignmentId, item.outcome, fromDbDate(item.dueOn)])).toEqual([
      [done.id, "done_on_time", "2026-11-20"],
      [late.id, "overdue_open", "2026-10-01"],
    ]);
    expect(await db.standingRow.findFirst({ where: { snapshotId: first.id } })).toMatchObject({
      counts: { total: 3, doneOnTime: 1, openOverdue: 1, openInTerm: 1 },
    });

    await give(db, finished(agencyId, "2026-11-19"));
    await db.agency.update({ where: { id: agencyId }, data: { name: "Sở Tài chính mới" } });
    expect(await take(groupId, "week", "2026-W47")).toEqual(first);
    expect(await itemsOf(first)).toHaveLength(2);
    expect((await take(groupId, "ytd", "2026-W47")).id).not.toBe(first.id);
  });

  it("keeps how often dates were moved in its window, and reads those that never counted it", async () => {
    const { db } = open;
    const { id: groupId } = await makeGroup(db, "Gia hạn");
    const { id: agencyId } = await makeAgency(db, groupId, "GH");
    const { id: assignmentId } = await give(db, { agencyId, dueOn: "2026-11-20" });
    const day = (date: string) => new Date(date);
    const asked = {
      assignmentId,
      reason: "chờ",
      status: "approved" as const,
      authority: "Chủ tịch",
      askedAt: at("2026-11-02"),
      askedOn: day("2026-11-02"),
      fromDueOn: day("2026-11-10"),
      toDueOn: day("2026-11-20"),
    };
    await db.extension.create({ data: { ...asked, decidedAt: at("2026-11-03") } });
    await db.extension.create({ data: { ...asked, decidedAt: at("2026-11-18") } });
    await db.extension.create({ data: { ...asked, decidedAt: at("2026-11-23") } });
    const taken = await take(groupId, "week", "2026-W47");
    expect(taken.rows.map(({ extensions }) => extensions)).toEqual([1]);
    const ytd = window("2026-01-01", "2026-11-22");
    const whole = await take(groupId, "ytd", "2026-W47", ytd);
    expect(whole.rows.map(({ extensions }) => extensions)).toEqual([2]);

    const old = await db.standingSnapshot.create({
      data: {
        period: "2026-W40",
        span: "week",
        groupId,
        windowFrom: day("2026-09-28"),
        windowTo: day("2026-10-04"),
        takenAt: at("2026-10-05"),
        formula: "",
        minDue: 1,
        rows: {
          create: {
            agencyId,
            agencyName: "Cũ",
            doneOnTime: 0,
            doneLate: 0,
            overdueOpen: 0,
            counts: { total: 0 },
          },
        },
      },
    });
    const week40 = { span: "week" as const, groupId, period: "2026-W41", window: week47 };
    const before = await previousSnapshot(db, week40);
    expect(before?.id).toBe(old.id);
    expect(before?.rows[0]).not.toHaveProperty("extensions");
  });

  it("equals recomputation of that window whatever happened since", async () => {
    const { db } = open;
    let group = 0;
    const offset = fc.integer({ min: -20, max: 30 });
    const plan = fc.array(
      fc.record({ agency: fc.nat(2), due: offset, done: fc.option(offset), wait: fc.nat(9) }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(plan, async (assignments) => {
        group++;
        const { id: groupId } = await makeGroup(db, `Nhóm ${group}`);
        const agencies = [];
        for (const code of ["A", "B", "C"])
          agencies.push(await makeAgency(db, groupId, `${code}${group}`));
        // Each is written as it stood on Sunday, and finished after the snapshot.
        const finish: (() => Promise<void>)[] = [];
        for (const { agency, due, done, wait } of assignments) {
          const agencyId = agencies[agency]?.id ?? 0;
          const dueOn = addDays(week47.from, due);
          if (done === null) {
            await give(db, { agencyId, dueOn });
            continue;
          }
          const doneOn = addDays(week47.from, done);
          const whole = finished(agencyId, doneOn, dueOn, addDays(doneOn, wait));
          finish.push(await giveAsOf(db, whole, week47.to));
        }
        const snapshot = await take(groupId, "week", "2026-W47");
        for (const rest of finish) await rest();
        const again = await rankingOf(groupId, "week");
        const bare = again.rows.map(({ items: _items, counts: _counts, ...row }) => row);
        expect(snapshot.rows).toEqual(bare);
        const stored = (await itemsOf(snapshot)).map((item) => item.assignmentId);
        const counted = again.rows.flatMap((row) => row.items.map((item) => item.assignmentId));
        expect(stored).toEqual(counted.sort((a, b) => a - b));
      }),
      { numRuns: 15 },
    );
  });
});

describe("the snapshot before", () => {
  it("is the latest of that span and group, and of that year for the year to date", async () => {
    const { db } = open;
    const { id: groupId } = await makeGroup(db, "Xã");
    await makeAgency(db, groupId, "X1");
    const ytd = (to: string) => window(`${to.slice(0, 4)}-01-01`, to);
    await take(groupId, "ytd", "2026-W45", ytd("2026-11-08"));
    const w46 = await take(groupId, "ytd", "2026-W46", ytd("2026-11-15"));
    await take(groupId, "week", "2026-W46", window("2026-11-09", "2026-11-15"));
    const periodBefore = async (span: "ytd" | "week", period: string, over = ytd("2026-11-22")) =>
      (await previousSnapshot(db, { span, groupId, period, window: over }))?.period ?? null;

    expect(await periodBefore("ytd", "2026-W47")).toBe("2026-W46");
    expect(await periodBefore("ytd", "2026-W46")).toBe("2026-W45");
    expect(await periodBefore("ytd", "2026-W45")).toBeNull();
    expect(await periodBefore("week", "2026-W46")).toBeNull();
    expect(await periodBefore("ytd", "2027-W01", ytd("2027-01-10"))).toBeNull();
    expect(await periodBefore("week", "2027-W01", window("2027-01-04", "2027-01-10"))).toBe(
      "2026-W46",
    );
    expect(w46.rows.map((row) => row.rank)).toEqual([null]);
  });

  it("leads a renamed agency to its former self, and calls a merged one new", async () => {
    const { db } = open;
    const { id: groupId } = await makeGroup(db, "Ban");
    const old = await makeAgency(db, groupId, "CU");
    const gone = await makeAgency(db, groupId, "GOP");
    await give(db, finished(old.id, "2026-11-10", "2026-11-11"));
    await give(db, finished(gone.id, "2026-11-10", "2026-11-11"));
    await take(groupId, "week", "2026-W46", window("2026-11-09", "2026-11-15"));
    const effectiveOn = new Date("2026-11-16");
    await db.agency.updateMany({ where: { groupId }, data: { validTo: new Date("2026-11-15") } });
    const renamed = await makeAgency(db, groupId, "MOI", { validFrom: effectiveOn });
    const merged = await makeAgency(db, groupId, "HOP", { validFrom: effectiveOn });
    await db.agencySuccession.createMany({
      data: [
        { fromId: old.id, toId: renamed.id, kind: "rename", effectiveOn },
        { fromId: gone.id, toId: merged.id, kind: "merge", effectiveOn },
      ],
    });
    await give(db, { agencyId: renamed.id, dueOn: "2026-11-17" });
    await give(db, finished(merged.id, "2026-11-17"));
    const now = await rankingOf(groupId, "week");
    const compared = await compareWithPrevious(db, now, "2026-W47");
    expect(compared?.since).toBe("2026-W46");
    expect(compared?.changes.get(renamed.id)).toEqual({ points: -10_000, places: -1 });
    expect(compared?.changes.get(merged.id)).toEqual({ points: null, places: "new" });
    expect(await compareWithPrevious(db, now, d("2026-11-01"))).toBeNull();
  });
});
