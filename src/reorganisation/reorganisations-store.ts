// Decisions about agencies as rows: registered, looked up, called off.
import type { Prisma, Reorganisation } from "#prisma/generated/client.ts";
import { addDays, type CivilDate, fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Store, Tx } from "#src/database/client.ts";
import { audit } from "#src/delivery/audit.ts";
import { decisionName } from "#src/messages/words/reorganisation.ts";
import type { Cause } from "#src/tasks/assignment-store.ts";
import type { Layout } from "./lay-out.ts";
import { isNew, type KnownOrder, type Order, type Party } from "./order.ts";
import { type Plan, planShape } from "./plan.ts";
import { successionsOf } from "./successions.ts";

/** A stored decision. */
export type Stored = {
  id: number;
  kind: Reorganisation["kind"];
  decision: string;
  effectiveOn: CivilDate;
  function: string | null;
  createdById: number | null;
  applied: boolean;
  plan: Plan;
};

const toStored = (row: Reorganisation): Stored => ({
  id: row.id,
  kind: row.kind,
  decision: row.decision,
  effectiveOn: fromDbDate(row.effectiveOn),
  function: row.function,
  createdById: row.createdById,
  applied: row.appliedAt !== null,
  plan: planShape.parse(row.plan),
});

/** Newest first. */
export const allOrders = async (store: Store): Promise<Stored[]> =>
  (await store.reorganisation.findMany({ orderBy: { id: "desc" } })).map(toStored);

export const orderById = async (store: Store, id: number): Promise<Stored | null> => {
  const row = await store.reorganisation.findUnique({ where: { id } });
  return row === null ? null : toStored(row);
};

/** What a new decision must not repeat. */
export const knownOrders = async (store: Store): Promise<KnownOrder[]> =>
  (await allOrders(store))
    .filter(({ plan }) => plan.cancelled === undefined)
    .map(({ id, kind, decision, effectiveOn, plan, function: what, applied }) => ({
      number: id,
      kind,
      decision,
      effectiveOn,
      fromIds: plan.fromIds,
      toIds: plan.toIds,
      function: what,
      applied,
    }));

/** Planned, and to be carried out by that day; in the order in which they take effect. */
export const dueOrders = async (store: Store, today: CivilDate): Promise<Stored[]> => {
  const rows = await store.reorganisation.findMany({
    where: { appliedAt: null, effectiveOn: { lte: toDbDate(today) } },
    orderBy: [{ effectiveOn: "asc" }, { id: "asc" }],
  });
  return rows.map(toStored).filter(({ plan }) => plan.cancelled === undefined);
};

/** Decisions are taken one after the other. */
export const lockAgencies = async (tx: Tx): Promise<void> => {
  await tx.$executeRaw`LOCK TABLE "Reorganisation" IN SHARE ROW EXCLUSIVE MODE`;
};

const makeAgencies = async (
  tx: Tx,
  parties: readonly Party[],
  { like, on }: { like: number; on: CivilDate },
): Promise<Map<number, number>> => {
  const ids = new Map(parties.map(({ id }) => [id, id]));
  const old = await tx.agency.findUniqueOrThrow({ where: { id: like } });
  for (const { id, name, code, type, groupId, ranked } of parties.filter(isNew)) {
    const made = await tx.agency.create({
      data: {
        ...{ name, code, type, groupId, ranked },
        sortOrder: old.sortOrder,
        validFrom: toDbDate(on),
      },
    });
    ids.set(id, made.id);
  }
  return ids;
};

export const registerOrder = async (
  tx: Tx,
  order: Order,
  layout: Pick<Layout, "plan">,
  cause: Cause,
): Promise<Stored> => {
  const { decision, effectiveOn, kind } = order;
  const [first] = order.from;
  if (decision === null || effectiveOn === null || first === undefined) {
    throw new Error("an order that is not whole cannot be registered");
  }
  const ids = await makeAgencies(tx, order.to, { like: first.id, on: effectiveOn });
  const real = (id: number): number => ids.get(id) ?? id;
  const plan: Plan = {
    fromIds: order.from.map(({ id }) => id),
    endedIds: order.ended.map(({ id }) => id),
    toIds: order.to.map(({ id }) => real(id)),
    createdIds: order.to.filter(isNew).map(({ id }) => real(id)),
    restId: order.rest === null ? null : real(order.rest.id),
    tasks: layout.plan.tasks.map(({ id, toId }) => ({ id, toId: real(toId) })),
    people: layout.plan.people.map(({ personId, toId }) => ({ personId, toId: real(toId) })),
    functions: layout.plan.functions.map((one) => ({ ...one, toId: real(one.toId) })),
  };
  await tx.agency.updateMany({
    where: { id: { in: plan.endedIds } },
    data: { validTo: toDbDate(addDays(effectiveOn, -1)) },
  });
  const name = decisionName(decision);
  const row = await tx.reorganisation.create({
    data: {
      kind,
      decision: name,
      effectiveOn: toDbDate(effectiveOn),
      function: order.function,
      createdById: cause.actorId,
      createdAt: cause.at,
      inboxId: cause.inboxId,
      plan,
    },
  });
  await tx.agencySuccession.createMany({
    data: successionsOf(order, plan).map((one) => ({
      ...one,
      decision: name,
      effectiveOn: toDbDate(effectiveOn),
      reorganisationId: row.id,
    })),
  });
  await note(tx, "register reorganisation", row.id, cause, { kind, decision: name, ...plan });
  return toStored(row);
};

export const note = (
  tx: Tx,
  action: string,
  id: number,
  cause: Cause,
  data: Prisma.InputJsonObject = {},
): Promise<void> =>
  audit(tx, {
    at: cause.at,
    actorId: cause.actorId,
    ...(cause.actorId === null ? { actorLabel: "job:reorganisation" } : {}),
    action,
    subject: `reorganisation:${id}`,
    inboxId: cause.inboxId,
    data,
  });

/** Something came to rest on an agency that the decision made, so that it cannot be unmade. */
const isUsed = async (tx: Tx, agencyId: number, reorganisationId: number): Promise<boolean> => {
  const where = { agencyId };
  const counts = [
    await tx.assignment.count({ where }),
    await tx.membership.count({ where }),
    await tx.invite.count({ where }),
    await tx.chatBinding.count({ where }),
    await tx.agencySuccession.count({
      where: {
        OR: [{ fromId: agencyId }, { toId: agencyId }],
        NOT: { reorganisationId },
      },
    }),
  ];
  return counts.some((count) => count > 0);
};

/** Calls off a decision that was not carried out yet; false where others rest on it. */
export const cancelOrder = async (tx: Tx, order: Stored, cause: Cause): Promise<boolean> => {
  const { plan, id } = order;
  for (const agencyId of plan.createdIds) if (await isUsed(tx, agencyId, id)) return false;
  await tx.agencySuccession.deleteMany({ where: { reorganisationId: id } });
  await tx.agency.updateMany({ where: { id: { in: plan.endedIds } }, data: { validTo: null } });
  await tx.agencyAlias.deleteMany({ where: { agencyId: { in: plan.createdIds } } });
  await tx.agency.deleteMany({ where: { id: { in: plan.createdIds } } });
  const cancelled = { at: cause.at.toISOString(), byId: cause.actorId };
  await tx.reorganisation.update({ where: { id }, data: { plan: { ...plan, cancelled } } });
  await note(tx, "cancel reorganisation", id, cause);
  return true;
};
