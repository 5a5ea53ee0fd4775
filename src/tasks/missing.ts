// Who has not handed in a result yet. Of a recurring duty each agency owes its earliest open
// occurrence, never the duty itself where it has occurrences.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import { type CivilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { isDuty } from "./duty.ts";
import { openStates } from "./state.ts";

export type LeadRow = {
  id: number;
  agencyId: number;
  occurrence: string;
  state: AssignmentState;
  dueOn: Date | null;
  deadlineKind: string;
};

/** Each that is missing stands in one group; the most urgent that fits. */
export type MissingGroup = "overdue" | "unreceived" | "unreported";
export const missingGroups: readonly MissingGroup[] = ["overdue", "unreceived", "unreported"];

/** What a person asks for: "all" has not reported; the others say what else is wanted of it. */
export type Which = "all" | "unreceived" | "overdue";

const isOpen = ({ state }: LeadRow): boolean => openStates.includes(state);
const isUnreceived = ({ state }: LeadRow): boolean => state === "assigned";
const isSetAside = ({ state }: LeadRow): boolean =>
  state === "cancelled" || state === "transferred";

const isOverdue = ({ dueOn }: LeadRow, today: CivilDate): boolean =>
  dueOn !== null && fromDbDate(dueOn) < today;

export const missingGroup = (row: LeadRow, today: CivilDate): MissingGroup => {
  if (isOverdue(row, today)) return "overdue";
  return isUnreceived(row) ? "unreceived" : "unreported";
};

export const isAskedFor = (row: LeadRow, which: Which, today: CivilDate): boolean => {
  if (which === "all") return true;
  return which === "overdue" ? isOverdue(row, today) : isUnreceived(row);
};

const byAgency = <Row extends LeadRow>(rows: readonly Row[]): Row[][] => {
  const agencies = new Map<number, Row[]>();
  for (const row of rows) agencies.set(row.agencyId, [...(agencies.get(row.agencyId) ?? []), row]);
  return [...agencies.values()];
};

/** An undated one is owed last. */
const dueOrder = ({ dueOn }: LeadRow): number =>
  dueOn === null ? Number.POSITIVE_INFINITY : dueOn.getTime();

const owed = <Row extends LeadRow>(ofOne: readonly Row[]): Row[] => {
  const once = ofOne.filter((row) => !isDuty(row));
  // Of a duty none of whose periods has begun nothing is owed but to receive it.
  const open = once.length > 0 ? once.filter(isOpen) : ofOne.filter(isUnreceived);
  const [first, ...more] = open;
  if (first === undefined) return [];
  return [more.reduce((a, b) => (dueOrder(b) < dueOrder(a) ? b : a), first)];
};

export type Missing<Row> = {
  /** One row an agency, in the order in which they came. */
  missing: Row[];
  /** How many agencies the task is led by. */
  agencies: number;
};

export const missingOf = <Row extends LeadRow>(rows: readonly Row[]): Missing<Row> => {
  const agencies = byAgency(rows.filter((row) => !isSetAside(row)));
  return { missing: agencies.flatMap(owed), agencies: agencies.length };
};
