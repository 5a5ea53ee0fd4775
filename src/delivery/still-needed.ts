// Which of the matters that an alert speaks of still wait for somebody.
import type { Db } from "#src/database/client.ts";
import type { Matter, MatterKind } from "#src/messages/reply.ts";
import { factsOf } from "#src/tasks/assignment-store.ts";
import { isOpenLead } from "#src/tasks/timeliness.ts";
import { matterKey } from "./eligibility.ts";

/** Ids among these that still wait, by what they are about. */
const waiting: Record<MatterKind, (db: Db, ids: number[]) => Promise<{ id: number }[]>> = {
  unreceived: (db, ids) =>
    db.assignment.findMany({
      where: { id: { in: ids }, role: "lead", state: "assigned" },
      select: { id: true },
    }),
  result: (db, ids) =>
    db.result.findMany({ where: { id: { in: ids }, decision: "pending" }, select: { id: true } }),
  extension: (db, ids) =>
    db.extension.findMany({ where: { id: { in: ids }, status: "open" }, select: { id: true } }),
  blocker: (db, ids) =>
    db.blocker.findMany({
      where: { id: { in: ids }, answeredAt: null, closedAt: null },
      select: { id: true },
    }),
  explanation: (db, ids) =>
    db.explanationRequest.findMany({
      where: { id: { in: ids }, answeredAt: null, closedAt: null },
      select: { id: true },
    }),
  contradiction: (db, ids) =>
    db.contradiction.findMany({ where: { id: { in: ids }, closedAt: null }, select: { id: true } }),
};

const openLeads = async (db: Db, ids: number[]): Promise<number[]> => {
  const rows = await db.assignment.findMany({ where: { id: { in: ids } } });
  return rows.filter((row) => isOpenLead(factsOf(row))).map(({ id }) => id);
};

/** Keys (`matterKey`) of those that are still needed. */
export const stillNeeded = async (db: Db, matters: readonly Matter[]): Promise<Set<string>> => {
  const assignments = matters.filter((matter) => typeof matter === "number");
  const keys = new Set((await openLeads(db, assignments)).map(matterKey));
  for (const of of Object.keys(waiting) as MatterKind[]) {
    const ids = matters.flatMap((matter) =>
      typeof matter === "object" && matter.of === of ? [matter.id] : [],
    );
    if (ids.length === 0) continue;
    for (const { id } of await waiting[of](db, ids)) keys.add(matterKey({ of, id }));
  }
  return keys;
};
