// Nudging many agencies in one go; each at most once a day about one assignment.
import { toDbDate } from "#src/calendar/civil-date.ts";
import { audit } from "#src/delivery/audit.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { agenciesWithPeople } from "#src/people/bound-agencies.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignments } from "./assignment-store.ts";
import { type AgencyGroup, nudgeKey, nudgeMessages } from "./nudge-message.ts";
import { openStates } from "./state.ts";

/** Those of the assignments that somebody nudged today already. */
export const nudgedToday = async (
  request: Request,
  assignmentIds: readonly number[],
): Promise<Set<number>> => {
  const rows = await request.tx.nudge.findMany({
    where: { key: { in: assignmentIds.map((id) => nudgeKey(request, id)) } },
    select: { assignmentId: true },
  });
  return new Set(rows.map(({ assignmentId }) => assignmentId));
};

/** Groups of these agencies that want to be alerted, by agency. */
const groupsByAgency = async (
  { tx }: Request,
  agencyIds: readonly number[],
): Promise<Map<number, AgencyGroup[]>> => {
  const rows = await tx.chatBinding.findMany({
    where: {
      purpose: "agency",
      agencyId: { in: [...agencyIds] },
      wantsAlerts: true,
      endedAt: null,
      chat: { status: "active" },
    },
    orderBy: { id: "asc" },
  });
  const groups = new Map<number, AgencyGroup[]>();
  for (const { id, chatId, threadId, agencyId } of rows) {
    const key = agencyId ?? 0;
    groups.set(key, [...(groups.get(key) ?? []), { id, chatId, threadId }]);
  }
  return groups;
};

export type Reach = {
  groupsOf: (agencyId: number) => readonly AgencyGroup[];
  /** Somebody is connected, or a group of theirs is. */
  isReached: (agencyId: number) => boolean;
};

export const reachOf = async (request: Request, agencyIds: readonly number[]): Promise<Reach> => {
  const groups = await groupsByAgency(request, agencyIds);
  const bound = await agenciesWithPeople(request.tx, agencyIds);
  return {
    groupsOf: (agencyId) => groups.get(agencyId) ?? [],
    isReached: (agencyId) => bound.has(agencyId) || groups.has(agencyId),
  };
};

const record = async (request: Request, row: AssignmentRow, message: string): Promise<void> => {
  const { tx, today, now, actor, inboxId } = request;
  await tx.nudge.create({
    data: {
      assignmentId: row.id,
      kind: "manual",
      key: nudgeKey(request, row.id),
      byId: actor.personId,
      effectiveOn: toDbDate(today),
      recordedAt: now,
      inboxId,
    },
  });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "nudge",
    subject: `assignment:${row.id}`,
    inboxId,
    data: message === "" ? {} : { message },
  });
};

export type Nudged = {
  reached: AssignmentRow[];
  already: AssignmentRow[];
  /** Nobody is connected: to be phoned. */
  unbound: AssignmentRow[];
  /** Handed in, or set aside, since it was asked. */
  settled: number;
  messages: OutgoingMessage[];
};

/** Nudges the agencies of these assignments that are still open. */
export const nudgeAll = async (
  request: Request,
  assignmentIds: readonly number[],
  message: string,
): Promise<Nudged> => {
  // Locked: two who nudge at once reach each agency once.
  const rows = await lockAssignments(request.tx, assignmentIds);
  const open = rows.filter(({ state }) => openStates.includes(state));
  const before = await nudgedToday(request, assignmentIds);
  const reach = await reachOf(
    request,
    open.map(({ agencyId }) => agencyId),
  );
  const nudged: Nudged = {
    reached: [],
    already: open.filter(({ id }) => before.has(id)),
    unbound: [],
    settled: rows.length - open.length,
    messages: [],
  };
  for (const row of open.filter(({ id }) => !before.has(id))) {
    const ofAgency = reach.groupsOf(row.agencyId);
    if (!reach.isReached(row.agencyId)) {
      nudged.unbound.push(row);
      continue;
    }
    nudged.messages.push(...(await nudgeMessages(request, row, message, ofAgency)));
    await record(request, row, message);
    nudged.reached.push(row);
  }
  return nudged;
};
