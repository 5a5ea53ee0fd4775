// What a person asks to see: assignments by urgency, within what the person may see.
import type { Prisma } from "#prisma/generated/client.ts";
import { addDays, type CivilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import { type Actor, agenciesOf } from "#src/people/actor.ts";
import { may } from "#src/people/permissions.ts";
import { type AssignmentRow, findAssignments } from "./assignment-store.ts";
import { withoutDutiesUnderWay } from "./duty-queries.ts";

export const PAGE_SIZE = 8;

export type Listing =
  /** Open work, most urgent first. */
  | "open"
  | "overdue"
  /** Due within the coming days, today included. */
  | "due"
  | "awaiting"
  | "done"
  | "unclear"
  | "all";

export type ListFilter = {
  listing: Listing;
  /** For "due": how many calendar days ahead. */
  withinDays: number;
  /** Null: whatever the person may see. */
  agencyId: number | null;
  /** Several at once, by a group's name or a list. */
  agencyIds?: readonly number[];
  role: "lead" | "coordinating";
  /** Only what one of these people holds. */
  heldBy?: readonly number[];
};

const OPEN = ["assigned", "received", "in_progress"] as const;

export const byListing = (
  { listing, withinDays }: Pick<ListFilter, "listing" | "withinDays">,
  today: CivilDate,
): Prisma.AssignmentWhereInput => {
  const day = toDbDate(today);
  switch (listing) {
    case "open":
      return { state: { in: [...OPEN] }, ...withoutDutiesUnderWay };
    case "overdue":
      return { state: { in: [...OPEN] }, dueOn: { lt: day } };
    case "due":
      return {
        state: { in: [...OPEN] },
        dueOn: { gte: day, lte: toDbDate(addDays(today, withinDays)) },
      };
    case "awaiting":
      return { state: "awaiting_confirmation" };
    case "done":
      return { state: "done" };
    case "unclear":
      return { deadlineKind: "unclear", state: { in: [...OPEN] } };
    case "all":
      return {};
  }
};

/** Limits a query to what the person may see: everything, or their own agencies'. */
const visibleTo = (actor: Actor, filter: ListFilter): Prisma.AssignmentWhereInput => {
  if (filter.agencyId !== null) return { agencyId: filter.agencyId };
  if (filter.agencyIds !== undefined) return { agencyId: { in: [...filter.agencyIds] } };
  if (may(actor, "see content")) return {};
  return { agencyId: { in: agenciesOf(actor) } };
};

export const whereFor = (
  actor: Actor,
  filter: ListFilter,
  today: CivilDate,
): Prisma.AssignmentWhereInput => ({
  AND: [
    { role: filter.role, task: { status: "registered" } },
    filter.heldBy === undefined ? {} : { holderId: { in: [...filter.heldBy] } },
    byListing(filter, today),
    visibleTo(actor, filter),
  ],
});

/** One page of assignments, the earliest due first and the undated last; pages count from 1. */
export const listAssignments = async (
  store: Store,
  actor: Actor,
  filter: ListFilter,
  today: CivilDate,
  page: number,
): Promise<{ rows: AssignmentRow[]; total: number; page: number; pages: number }> => {
  const where = whereFor(actor, filter, today);
  const total = await store.assignment.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = await findAssignments(store, where, {
    skip: (shown - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { taskId: "asc" }, { agencyId: "asc" }],
  });
  return { rows, total, page: shown, pages };
};

/** Open lead assignments of some agencies that a deadline alert could speak of on a day. */
export const alertCandidates = async (
  store: Store,
  today: CivilDate,
  calendar: WorkCalendar,
): Promise<AssignmentRow[]> =>
  findAssignments(store, {
    role: "lead",
    state: { in: [...OPEN] },
    // Seven working days ahead, and the days off behind them.
    dueOn: {
      lte: toDbDate(calendar.nextWorkingDay(addDays(calendar.addWorkingDays(today, 7), 1))),
    },
    task: { status: "registered" },
  });
