import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { civilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { plantSample } from "#src/sample/index.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { countTable } from "#src/standings/count-table.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import { eventOf } from "#src/tasks/events.ts";
import { timelinessOf } from "#src/tasks/timeliness.ts";
import { inbox, outbox } from "#src/terminal/doctor/delivery.ts";
import { history } from "#src/terminal/doctor/history.ts";
import { groups, officials } from "#src/terminal/doctor/people.ts";
import type { TestDatabase } from "#test/support/database.ts";
import { everyRow, nineOn, openPlanted, SEED } from "./planted.ts";

const DAY = "2026-11-20";
const PLANTING_MS = 120_000;

let open: TestDatabase;
beforeAll(async () => {
  open = await openPlanted(DAY);
}, PLANTING_MS);
afterAll(() => open.close());

describe("the planted province", () => {
  it("is planted once", async () => {
    expect(await plantSample(open.db, { seed: SEED, now: nineOn(DAY) })).toBe(false);
  });

  it("is in order for the doctor, but for the communes that nobody is bound for", async () => {
    const { db } = open;
    const now = nineOn(DAY);
    expect(await history(db)).toMatchObject({ ok: true });
    expect(await inbox(db, now)).toMatchObject({ ok: true });
    expect(await outbox(db, now)).toMatchObject({ ok: true });
    expect(await groups(db)).toMatchObject({ ok: true });
    const { ok, what } = await officials(db, now);
    expect([ok, what]).toEqual([
      false,
      expect.stringMatching(/^no bound official for 40 agencies/),
    ]);
    expect(what).not.toMatch(/[: ]S[A-Z]/);
  });

  it("has assignments in every state that officials count by", async () => {
    const today = civilDate(DAY);
    const facts = await loadFacts(open.db, { role: "lead" }, today);
    const table = countTable(facts, today);
    for (const count of Object.values(table)) expect(count).toBeGreaterThan(0);
    expect(table.awaiting).toBeGreaterThan(table.awaitingLate);
    const states = new Set(facts.map(({ state }) => state));
    expect([...states].sort()).toEqual([
      ...["assigned", "awaiting_confirmation", "cancelled", "done", "in_progress"],
      ...["paused", "received", "transferred"],
    ]);
    const kinds = new Set(facts.map(({ deadlineKind }) => deadlineKind));
    expect([...kinds].sort()).toEqual([
      ...["continuous", "date", "event", "none", "period", "recurrence"],
    ]);
    const calendar = await loadCalendar(open.db);
    const days = facts.map((one) => timelinessOf(one, today, calendar));
    const kindsOfTime = new Set(days.map(({ kind }) => kind));
    expect(kindsOfTime).toContain("due_soon");
    const late = days.flatMap((one) => (one.kind === "overdue" ? [one.days] : []));
    expect(late).toEqual(expect.arrayContaining([1, 3, 10, 30]));
  });

  it("has requests, answers and quarrels of every kind", async () => {
    const { db } = open;
    const extensions = (await db.extension.findMany()).map(({ status }) => status).sort();
    expect(extensions).toEqual(["approved", "open", "rejected"]);
    const blockers = await db.blocker.findMany();
    expect(blockers.some(({ answeredAt, closedAt }) => !answeredAt && !closedAt)).toBe(true);
    expect(blockers.some(({ answeredAt, closedAt }) => answeredAt && !closedAt)).toBe(true);
    expect(blockers.some(({ closedAt }) => closedAt)).toBe(true);
    const asked = await db.explanationRequest.findMany();
    expect(asked.map(({ answeredAt }) => answeredAt !== null).sort()).toEqual([false, true]);
    expect(await db.contradiction.count({ where: { closedAt: null } })).toBe(1);
    expect(await db.result.count({ where: { decision: "returned" } })).toBeGreaterThan(1);
    const statuses = (await db.task.groupBy({ by: ["status"], _count: true })).map((one) => one);
    expect(new Map(statuses.map(({ status, _count }) => [status, _count]))).toEqual(
      new Map([
        ["registered", expect.any(Number)],
        ["proposed", 2],
        ["declined", 1],
      ]),
    );
    expect(await db.task.count({ where: { restricted: true } })).toBe(1);
    expect(await db.taskCoordination.count()).toBeGreaterThan(5);
    expect(await db.assignment.count({ where: { role: "coordinating" } })).toBeGreaterThan(20);
    expect(await db.task.count({ where: { leaderInChargeId: { not: null } } })).toBeGreaterThan(10);
    const areas = await db.task.groupBy({ by: ["area"] });
    expect(areas).toHaveLength(7);
    const periods = await db.assignment.groupBy({
      by: ["taskId"],
      where: { occurrence: { not: "" } },
    });
    expect(periods).toHaveLength(3);
  });

  it("keeps columns that no fold of states knows in step with what was done", async () => {
    const rows = await open.db.assignment.findMany({
      include: { events: { orderBy: { id: "asc" } }, progress: { orderBy: { id: "asc" } } },
    });
    for (const row of rows) {
      const events = row.events.flatMap((event) => eventOf(event) ?? []);
      const said = row.progress.findLast(({ percent }) => percent !== null)?.percent ?? 0;
      expect(row.percent).toBe(row.state === "done" ? 100 : said);
      const granted = events.filter((one) => one.kind === "due_changed" && one.data.extensionId);
      expect(row.extensionCount).toBe(granted.length);
      const held = events.findLast((one) => one.kind === "holder_changed");
      expect(row.holderId).toBe(held?.kind === "holder_changed" ? held.data.holderId : null);
      expect(row.version).toBe(events.length);
      const [first] = events;
      if (first?.kind !== "assigned") throw new Error(`${row.id} begins with ${first?.kind}`);
      expect(first.effectiveOn).toBe(fromDbDate(row.assignedOn));
      expect(first.data.dueOn).toBe(row.originalDueOn && fromDbDate(row.originalDueOn));
    }
    expect(rows.length).toBeGreaterThan(800);
  });

  it("records every decision by somebody else than whoever handed it in", async () => {
    const decided = await open.db.result.findMany({
      where: { decidedById: { not: null } },
      include: { assignment: { include: { agency: true } } },
    });
    expect(decided.length).toBeGreaterThan(500);
    expect(decided.filter((one) => one.decidedById === one.submittedById)).toEqual([]);
    const chairman = await open.db.person.findFirstOrThrow({
      where: { identities: { some: { username: "thang_ct" } } },
    });
    const own = decided.filter(({ assignment }) => assignment.agency.code === "SNV");
    expect(own.length).toBeGreaterThan(5);
    expect(own.every((one) => one.decidedById === chairman.id)).toBe(true);
  });

  it("has a message behind whatever members of the cast did", async () => {
    const { db } = open;
    const cast = await db.person.findMany({
      where: { identities: { some: { username: { in: ["bao_stc", "lan_stp", "son_xa"] } } } },
    });
    const ids = cast.map(({ id }) => id);
    const events = await db.taskEvent.findMany({
      where: { actorId: { in: ids } },
      include: { inbox: true },
    });
    expect(events.length).toBeGreaterThan(60);
    for (const { inbox: message, taskId, kind } of events) {
      expect(message).toMatchObject({ state: "done", channel: "telegram" });
      expect(message?.updateId).toBeLessThan(0n);
      if (kind === "proposed") continue;
      expect(JSON.stringify(message?.payload)).toContain(formatTaskCode(taskId));
    }
  });

  it("hangs each document's file on it, with the dates of its tasks", async () => {
    const documents = await open.db.document.findMany({
      include: { attachments: { include: { file: { include: { blob: true } } } }, tasks: true },
    });
    expect(documents).toHaveLength(2);
    for (const { attachments, number, tasks } of documents) {
      const text = new TextDecoder().decode(attachments[0]?.file.blob.bytes);
      expect(text).toContain(number);
      expect(text).not.toMatch(/\{\{|undefined/);
      expect(tasks.length).toBeGreaterThan(15);
      expect(tasks.every(({ clause }) => clause !== null)).toBe(true);
    }
  });
});

it(
  "comes out the same from the same seed and day",
  async () => {
    const again = await openPlanted(DAY);
    const [first, second] = [await everyRow(open.db), await everyRow(again.db)];
    await again.close();
    expect(second).toEqual(first);
  },
  PLANTING_MS,
);

describe.each(["2027-01-02", "2026-02-18", "2026-12-31"])("planted on %s", (day) => {
  it(
    "stands with a history that agrees",
    async () => {
      const other = await openPlanted(day, 7);
      const found = await history(other.db);
      const later = await other.db.taskEvent.count({
        where: { effectiveOn: { gte: nineOn(day) } },
      });
      await other.close();
      expect(found).toMatchObject({ ok: true });
      expect(later).toBe(0);
    },
    PLANTING_MS,
  );
});
