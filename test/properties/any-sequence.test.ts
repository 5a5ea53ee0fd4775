// Whatever people say, in whatever order, on whatever day: what must always hold.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CivilDate, civilDate } from "#src/calendar/civil-date.ts";
import { yearToDate } from "#src/calendar/periods.ts";
import type { Db } from "#src/database/client.ts";
import { findActor } from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import { COUNTED_CELLS, countTable } from "#src/standings/count-table.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import { factsAsOf } from "#src/standings/history.ts";
import { type Score, standingOf } from "#src/standings/standing.ts";
import { eventData, eventOf } from "#src/tasks/events.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { speak, textOf } from "#test/support/speak.ts";
import { PEOPLE, PRELUDE, plantPeople, type Step, steps } from "./small-province.ts";

const FIRST_DAY = civilDate("2026-11-20");

/** Every assignment's facts at the end of a day, folded from its events alone. */
const factsFromEvents = async (db: Db, asOf: CivilDate): Promise<AssignmentFacts[]> => {
  const events = await db.taskEvent.findMany({ orderBy: { id: "asc" } });
  const assignments = await db.assignment.findMany({ orderBy: { id: "asc" } });
  return assignments.flatMap(({ id, taskId }) => {
    const own = events
      .filter(({ assignmentId }) => assignmentId === id)
      .flatMap((event) => eventOf(event) ?? []);
    const facts = factsAsOf({ id, taskId }, own, asOf);
    return facts === null ? [] : [facts];
  });
};

const scoreOf = (facts: readonly AssignmentFacts[], asOf: CivilDate): Score =>
  standingOf(facts, yearToDate(asOf));

/**
 * One lead a duty: each that was given out is led by exactly one agency, however often it was handed
 * on (a row that was handed on is "transferred"; one that came back begins anew).
 */
const oneLeadEach = async (db: Db): Promise<void> => {
  const rows = await db.assignment.findMany({ where: { role: "lead", occurrence: "" } });
  const places = rows.map(({ taskId, agencyId }) => `${taskId}:${agencyId}`);
  expect(new Set(places).size).toBe(places.length);
  const begun = await db.taskEvent.findMany({ where: { kind: "assigned" } });
  const given = begun
    .map(({ taskId, data }) => ({ taskId, ...eventData.assigned.parse(data) }))
    .filter(({ role, originId }) => role === "lead" && originId === undefined);
  for (const taskId of new Set(rows.map((row) => row.taskId))) {
    const live = rows.filter((row) => row.taskId === taskId && row.state !== "transferred");
    expect(live.length, `leads of task ${taskId}`).toBe(
      given.filter((event) => event.taskId === taskId).length,
    );
  }
};

const cellsAddUp = (facts: readonly AssignmentFacts[], asOf: CivilDate): void => {
  const leads = facts.filter(({ role }) => role === "lead");
  const table = countTable(leads, asOf);
  expect(COUNTED_CELLS.reduce((sum, cell) => sum + table[cell], 0)).toBe(table.total);
  const transferred = leads.filter(({ state }) => state === "transferred").length;
  expect(table.total + table.paused + table.cancelled + transferred).toBe(leads.length);
};

/** Nobody decided about their own agency's matters, nor about what they entered themselves. */
const nobodyJudgesThemselves = async (db: Db): Promise<void> => {
  const agencies = new Map<number, number[]>();
  for (const { personId, agencyId } of await db.membership.findMany()) {
    if (agencyId !== null) agencies.set(personId, [...(agencies.get(personId) ?? []), agencyId]);
  }
  const decisions = [
    ...(
      await db.result.findMany({
        where: { decision: { in: ["confirmed", "returned"] } },
        include: { assignment: true },
      })
    ).map((row) => ({
      by: row.decidedById,
      from: row.submittedById,
      agencyId: row.assignment.agencyId,
    })),
    ...(
      await db.extension.findMany({
        where: { status: { in: ["approved", "rejected"] } },
        include: { assignment: true },
      })
    ).map((row) => ({
      by: row.decidedById,
      from: row.askedById,
      agencyId: row.assignment.agencyId,
    })),
    ...(
      await db.contradiction.findMany({
        where: { closedAt: { not: null } },
        include: { assignment: true },
      })
    ).map((row) => ({ by: row.closedById, from: row.byId, agencyId: row.assignment.agencyId })),
  ];
  for (const { by, from, agencyId } of decisions) {
    expect(by).not.toBe(null);
    expect(by).not.toBe(from);
    expect(agencies.get(by ?? 0) ?? []).not.toContain(agencyId);
  }
};

type Seen = { externalId: string; text: string };

/** The secrets in a text are only those of tasks whose content the reader may see that day. */
const noLeak = async (db: Db, seen: Seen[], own: string, on: CivilDate): Promise<void> => {
  const tasks = await db.task.findMany({ include: { assignments: true } });
  for (const { externalId, text } of seen) {
    const actor = await findActor(db, { channel: "test", externalId }, on);
    for (const [secret] of text.matchAll(/BIMAT\d+/g)) {
      // Their own words, read back to them.
      if (own.includes(secret)) continue;
      const allowed = tasks
        .filter(({ content }) => content.includes(secret))
        .some(({ assignments, proposedForId, createdById }) => {
          if (actor === null) return false;
          if (may(actor, "see content") || createdById === actor.personId) return true;
          const concerned = [...assignments.map(({ agencyId }) => agencyId), proposedForId];
          return concerned.some((id) => id !== null && may(actor, "see content", id));
        });
      expect(allowed, `${externalId} saw ${secret} in: ${text.slice(0, 200)}`).toBe(true);
    }
  }
};

const walk = async (db: Db, sequence: readonly Step[]): Promise<Map<CivilDate, Score>> => {
  const drafts = new Map<string, string>();
  const cached = new Map<CivilDate, Score>();
  const identities = new Map(
    (await db.identity.findMany()).map((row) => [row.personId, row.externalId]),
  );
  let today = FIRST_DAY;
  for (const { who, lines, days } of sequence) {
    if (days > 0) {
      cached.set(today, scoreOf(await loadFacts(db, { role: "lead" }, today), today));
      today = addDays(today, days);
    }
    for (const line of lines) {
      const answer = await speak(db, { externalId: who }, line, { on: today, keep: true });
      if (line.startsWith("/giao")) drafts.set(who, `${drafts.get(who) ?? ""} ${line}`);
      const heard = answer.messages.flatMap(({ to, reply }): Seen[] => {
        if (!("personId" in to)) return [];
        return [{ externalId: identities.get(to.personId) ?? "?", text: textOf(reply) }];
      });
      const own = drafts.get(who) ?? "";
      await noLeak(db, [{ externalId: who, text: answer.text }], own, today);
      await noLeak(db, heard, "", today);
    }
  }
  cached.set(today, scoreOf(await loadFacts(db, { role: "lead" }, today), today));
  return cached;
};

/** Kinds of events that came about in all runs together: a walk in which nothing happens shows nothing. */
const happened = new Set<string>();

// The same sequences every time, so that a failure is one of the change at hand; others are looked
// at with DONDOC_SEED=<number>.
const SEED = Number(process.env.DONDOC_SEED ?? 20_261_122);

const check = async (sequence: readonly Step[]): Promise<void> => {
  const open = await openTestDatabase("embedded");
  const { db } = open;
  try {
    await plantPeople(db);
    const cached = await walk(db, [...PRELUDE, ...sequence]);
    await oneLeadEach(db);
    await nobodyJudgesThemselves(db);
    for (const { kind } of await db.taskEvent.findMany({ distinct: ["kind"] })) happened.add(kind);
    for (const [day, score] of cached) {
      const facts = await factsFromEvents(db, day);
      cellsAddUp(facts, day);
      // What was true that day by the columns is what the events say of it ever after.
      expect(scoreOf(facts, day), `standing as of ${day}`).toEqual(score);
      expect(scoreOf(await loadFacts(db, { role: "lead" }, day), day)).toEqual(score);
    }
  } finally {
    await open.close();
  }
};

describe("any sequence of commands", () => {
  it("keeps one lead a duty, tables that add up, standings that the events prove, decisions by others, and secrets", async () => {
    expect(PEOPLE.length).toBeGreaterThan(9);
    await fc.assert(fc.asyncProperty(steps(120), check), {
      numRuns: 9,
      endOnFailure: true,
      seed: SEED,
    });
    expect([...happened]).toEqual(
      expect.arrayContaining([
        ...["received", "progressed", "submitted", "confirmed", "returned", "contradicted"],
        ...["extension_asked", "due_changed", "blocker_answered", "explanation_asked"],
        ...["paused", "resumed", "cancelled", "transferred", "holder_changed"],
      ]),
    );
  }, 400_000);
});
