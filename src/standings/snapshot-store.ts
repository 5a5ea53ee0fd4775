// Published standings: taken once, never recomputed.
import { z } from "zod";
import { fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { type Change, changesSince, type OpenRanking, type Ranking, type Span } from "./ranking.ts";

/** Names the rule that the figures follow, should it ever change. */
export const FORMULA = "done_on_time / (done_on_time + done_late + overdue_open)";

export type Snapshot = Ranking & { id: number; period: string; amended: boolean };

const countedExtensions = z.object({ extensions: z.number() });

/** Snapshots of before extensions were counted know nothing of them. */
const extensionsIn = (counts: unknown): { extensions?: number } => {
  const read = countedExtensions.safeParse(counts);
  return read.success ? read.data : {};
};

async function readSnapshot(tx: Store, id: number): Promise<Snapshot> {
  const found = await tx.standingSnapshot.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      period: true,
      span: true,
      windowFrom: true,
      windowTo: true,
      minDue: true,
      amended: true,
      group: { select: { id: true, name: true } },
      rows: {
        orderBy: [
          { rank: { sort: "asc", nulls: "last" } },
          { agency: { sortOrder: "asc" } },
          { agencyId: "asc" },
        ],
        select: {
          agencyId: true,
          agencyName: true,
          doneOnTime: true,
          doneLate: true,
          overdueOpen: true,
          rate: true,
          rank: true,
          counts: true,
        },
      },
    },
  });
  return {
    id: found.id,
    period: found.period,
    amended: found.amended,
    span: found.span as Span,
    window: { from: fromDbDate(found.windowFrom), to: fromDbDate(found.windowTo) },
    group: { ...found.group, minDue: found.minDue },
    rows: found.rows.map(({ counts, ...row }) => ({ ...row, ...extensionsIn(counts) })),
  };
}

/**
 * Stores a ranking with one row for each assignment counted, and gives back what is stored. Where
 * that (period, span, group) was taken before, nothing is written and the old one comes back.
 */
export async function takeSnapshot(
  tx: Tx,
  { period, ranking, takenAt }: { period: string; ranking: OpenRanking; takenAt: Date },
): Promise<Snapshot> {
  const { group, span, window } = ranking;
  const key = { period, span, groupId: group.id };
  const [created] = await tx.standingSnapshot.createManyAndReturn({
    data: {
      ...key,
      windowFrom: toDbDate(window.from),
      windowTo: toDbDate(window.to),
      takenAt,
      formula: FORMULA,
      minDue: group.minDue,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (created === undefined) {
    const there = await tx.standingSnapshot.findUniqueOrThrow({
      where: { period_span_groupId: key },
      select: { id: true },
    });
    return readSnapshot(tx, there.id);
  }
  const rows = await tx.standingRow.createManyAndReturn({
    data: ranking.rows.map(({ items, extensions, counts, ...row }) => ({
      snapshotId: created.id,
      ...row,
      counts: extensions === undefined ? counts : { ...counts, extensions },
    })),
    select: { id: true, agencyId: true },
  });
  const rowOf = new Map(rows.map((row) => [row.agencyId, row.id]));
  await tx.standingItem.createMany({
    data: ranking.rows.flatMap(({ agencyId, items }) =>
      items.map((item) => ({
        rowId: rowOf.get(agencyId) ?? 0,
        assignmentId: item.assignmentId,
        outcome: item.outcome,
        dueOn: toDbDate(item.dueOn),
        completedOn: item.completedOn && toDbDate(item.completedOn),
      })),
    ),
  });
  return readSnapshot(tx, created.id);
}

/**
 * The latest snapshot before `period`. A year to date is compared only within its year: its first
 * figures of January say nothing beside those of December.
 */
export async function previousSnapshot(
  tx: Store,
  {
    span,
    groupId,
    period,
    window,
  }: { span: Span; groupId: number; period: string; window: Window },
): Promise<Snapshot | null> {
  const found = await tx.standingSnapshot.findFirst({
    where: {
      span,
      groupId,
      period: { lt: period },
      ...(span === "ytd" ? { windowFrom: toDbDate(window.from) } : {}),
    },
    orderBy: { period: "desc" },
    select: { id: true },
  });
  return found && readSnapshot(tx, found.id);
}

/** An agency that was only renamed is compared with its former self (docs/domain.md 1.2). */
async function formerSelves(tx: Store, agencyIds: number[]): Promise<Map<number, number>> {
  const renamed = await tx.agencySuccession.findMany({
    where: { toId: { in: agencyIds }, kind: "rename" },
    select: { fromId: true, toId: true },
  });
  return new Map(renamed.map(({ fromId, toId }) => [toId, fromId]));
}

/** What changed since the snapshot before `period`; null where there is none. */
export async function compareWithPrevious(
  tx: Store,
  now: Ranking,
  period: string,
): Promise<{ since: string; amended: boolean; changes: Map<number, Change> } | null> {
  const { span, window, group } = now;
  const before = await previousSnapshot(tx, { span, groupId: group.id, period, window });
  if (before === null) return null;
  const agencyIds = now.rows.map((row) => row.agencyId);
  const changes = changesSince(now, before, await formerSelves(tx, agencyIds));
  return { since: before.period, amended: before.amended, changes };
}

/** The rankings of one span that were published under a period, in the order of the groups. */
export async function publishedSnapshots(
  tx: Store,
  of: { period: string; span: Span; groupIds: readonly number[] },
): Promise<Snapshot[]> {
  const { period, span, groupIds } = of;
  const found = await tx.standingSnapshot.findMany({
    where: { period, span, groupId: { in: [...groupIds] } },
    orderBy: [{ group: { sortOrder: "asc" } }, { groupId: "asc" }],
    select: { id: true },
  });
  const snapshots: Snapshot[] = [];
  for (const { id } of found) snapshots.push(await readSnapshot(tx, id));
  return snapshots;
}

/** The latest weeks whose rankings were published. */
export async function latestPeriods(tx: Store, most: number): Promise<string[]> {
  const found = await tx.standingSnapshot.findMany({
    where: { span: "week" },
    distinct: ["period"],
    orderBy: { period: "desc" },
    take: most,
    select: { period: true },
  });
  return found.map(({ period }) => period);
}
