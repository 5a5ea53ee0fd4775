import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toDbDate } from "#src/calendar/civil-date.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import { computeRankings, rankedGroups } from "#src/standings/standings-store.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { d, window } from "./facts.ts";
import { finished, give, makeAgency, makeGroup, makeTask } from "./register.ts";

let open: TestDatabase;
beforeAll(async () => {
  open = await openTestDatabase();
});
afterAll(() => open.close());

describe("facts as of a day", () => {
  it("are the columns of today, or the fold where something took effect later", async () => {
    const { db } = open;
    const { id: agencyId } = await makeAgency(db, null, "GTVT");
    const task = await makeTask(db);
    const { id } = await give(db, {
      ...finished(agencyId, "2026-11-18", "2026-11-20", "2026-11-23"),
      taskId: task.id,
    });
    const states = async (day: string) =>
      (await loadFacts(db, { agencyIds: [agencyId] }, d(day))).map((one) => one.state);

    expect(await states("2026-01-01")).toEqual([]);
    expect(await states("2026-01-02")).toEqual(["assigned"]);
    expect(await states("2026-11-18")).toEqual(["awaiting_confirmation"]);
    expect(await states("2026-11-23")).toEqual(["done"]);
    // A change that takes effect in the future is in the columns already.
    await db.taskEvent.create({
      data: {
        taskId: task.id,
        assignmentId: id,
        kind: "cancelled",
        effectiveOn: toDbDate(d("2026-12-01")),
        recordedAt: new Date(),
        data: { reason: "trùng" },
      },
    });
    await db.assignment.update({ where: { id }, data: { state: "cancelled", completedOn: null } });
    expect(await states("2026-11-30")).toEqual(["done"]);
    expect(await states("2026-12-01")).toEqual(["cancelled"]);
  });

  it("leave out roles and agencies not asked for, and tasks only proposed", async () => {
    const { db } = open;
    const { id: one } = await makeAgency(db, null, "TP");
    const { id: other } = await makeAgency(db, null, "YT");
    const lead = await give(db, { agencyId: one });
    const helping = await give(db, { agencyId: one, columns: { role: "coordinating" } });
    await give(db, { agencyId: other });
    const proposed = await db.task.create({
      data: {
        content: "Đề xuất",
        status: "proposed",
        proposedForId: one,
        registeredOn: toDbDate(d("2026-01-02")),
      },
    });
    await give(db, { agencyId: one, taskId: proposed.id });
    const ids = async (role?: "lead") =>
      (await loadFacts(db, { agencyIds: [one], ...(role ? { role } : {}) }, d("2026-11-22"))).map(
        (facts) => facts.id,
      );
    expect(await ids("lead")).toEqual([lead.id]);
    expect(await ids()).toEqual([lead.id, helping.id]);
  });
});

describe("the groups that are ranked on a day", () => {
  it("hold the ranked agencies valid on it, in order", async () => {
    const { db } = open;
    const group = await makeGroup(db, "Sở ngành", 2);
    await makeGroup(db, "Trống", 1);
    const { id: groupId } = group;
    await makeAgency(db, groupId, "B", { sortOrder: 2 });
    await makeAgency(db, groupId, "A", { sortOrder: 1 });
    await makeAgency(db, groupId, "OLD", { validTo: toDbDate(d("2026-06-30")) });
    await makeAgency(db, groupId, "NEW", { validFrom: toDbDate(d("2026-07-01")) });
    await makeAgency(db, groupId, "OUT", { ranked: false });
    const codes = async (day: string) =>
      (await rankedGroups(db, d(day))).map(({ name, agencies }) => [
        name,
        agencies.map((agency) => agency.code),
      ]);
    expect(await codes("2026-06-30")).toEqual([["Sở ngành", ["OLD", "A", "B"]]]);
    expect(await codes("2026-07-01")).toEqual([["Sở ngành", ["NEW", "A", "B"]]]);
  });

  it("are ranked by what was true at the end of the window", async () => {
    const { db } = open;
    const { id: groupId } = await makeGroup(db, "Chi cục", 9);
    const { id: quick } = await makeAgency(db, groupId, "Q");
    const { id: slow } = await makeAgency(db, groupId, "S");
    await give(db, finished(quick, "2026-11-18"));
    await give(db, finished(slow, "2026-11-26"));
    const groups = (await rankedGroups(db, d("2026-11-30"))).filter(({ id }) => id === groupId);
    const rates = async (to: string) =>
      (await computeRankings(db, groups, "ytd", window("2026-01-01", to)))[0]?.rows.map((row) => [
        row.agencyId,
        row.rate,
        row.counts.openOverdue,
        row.counts.doneLate,
      ]);
    expect(await rates("2026-11-20")).toEqual([
      [quick, 10_000, 0, 0],
      [slow, null, 0, 0],
    ]);
    expect(await rates("2026-11-22")).toEqual([
      [quick, 10_000, 0, 0],
      [slow, 0, 1, 0],
    ]);
    expect(await rates("2026-11-30")).toEqual([
      [quick, 10_000, 0, 0],
      [slow, 0, 0, 1],
    ]);
  });
});
