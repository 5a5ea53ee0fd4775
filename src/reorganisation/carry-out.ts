// The day on which a decision takes effect: people first, so that holders are found where they
// went, then assignments and proposals; everybody concerned is told once.

import type { Prisma } from "#prisma/generated/client.ts";
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import type { Tx } from "#src/database/client.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import type { Cause } from "#src/tasks/assignment-store.ts";
import { type Moved, moveAssignments } from "./move-assignments.ts";
import { moveChatsAndInvites, moveMembers } from "./move-people.ts";
import { moveProposals } from "./move-proposals.ts";
import type { Plan } from "./plan.ts";
import { planMoves } from "./plan-moves.ts";
import { note, type Stored } from "./reorganisations-store.ts";
import { currentOfDuty, heldOf, openRows, sourcesOf } from "./situation-store.ts";
import { tellReorganised } from "./tell-reorganised.ts";

export type CarriedOut = {
  order: Stored;
  moved: Moved[];
  messages: OutgoingMessage[];
  /** Assignments whose cards must be redrawn. */
  changed: number[];
};

/** Those named by hand, where their duty is by now. */
const namedNow = async (tx: Tx, { tasks }: Plan): Promise<Map<number, number>> => {
  const named = new Map<number, number>();
  for (const { id, toId } of tasks) named.set(await currentOfDuty(tx, id), toId);
  return named;
};

const planned = async (tx: Tx, { plan, effectiveOn }: Stored) => {
  const directory = await loadDirectory(tx);
  const named = await namedNow(tx, plan);
  const sources = sourcesOf(directory, plan, effectiveOn);
  const rows = await openRows(tx, sources, [...named.keys()]);
  const receivers = [
    ...named.values(),
    ...plan.toIds,
    ...(plan.restId === null ? [] : [plan.restId]),
  ];
  const held = await heldOf(
    tx,
    rows.map(({ taskId }) => taskId),
    receivers,
  );
  const codes = new Map(directory.agencies.map(({ id, code }) => [id, code]));
  const destination = (row: { id: number; agencyId: number }): number | null =>
    named.get(row.id) ?? (plan.endedIds.includes(row.agencyId) ? plan.restId : null);
  const moves = planMoves({ rows, held, destination, tag: (id) => codes.get(id) ?? "" });
  const left = rows.filter(
    (row) => plan.endedIds.includes(row.agencyId) && destination(row) === null,
  );
  return { moves, left };
};

export const carryOut = async (tx: Tx, stored: Stored, cause: Cause): Promise<CarriedOut> => {
  const { effectiveOn: on, decision: authority } = stored;
  const { moves, left } = await planned(tx, stored);
  const people = await moveMembers(tx, stored.plan, cause.at);
  await moveChatsAndInvites(tx, stored.plan, cause.at);
  const carrying = { tx, on, authority, cause };
  const moved = await moveAssignments(carrying, moves);
  await moveProposals(carrying, stored.plan.endedIds, stored.plan.restId);
  const plan: Plan = {
    ...stored.plan,
    moved: moved.map(({ id, taskId, fromId, toId, becameId, role, folds }) => ({
      ...{ id, taskId, fromId, toId, becameId, role, folds },
    })),
    left: left.map(({ id }) => id),
    peopleMoved: new Set(people.map(({ personId }) => personId)).size,
  };
  await tx.reorganisation.update({
    where: { id: stored.id },
    data: { appliedAt: cause.at, plan: plan satisfies Prisma.InputJsonObject },
  });
  await note(tx, "carry out reorganisation", stored.id, cause, {
    assignments: moved.length,
    people: people.length,
    left: left.length,
  });
  const order: Stored = { ...stored, plan, applied: true };
  return {
    order,
    moved,
    messages: await tellReorganised(tx, order, { people, left, actorId: cause.actorId }),
    changed: [...new Set(moved.flatMap(({ id, becameId }) => [id, becameId]))],
  };
};
