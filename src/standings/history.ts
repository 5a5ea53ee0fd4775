// What was true of an assignment on any day: its events folded in the order of their effect.
import {
  type CivilDate,
  civilDate,
  compareDates,
  earlier,
  later,
} from "#src/calendar/civil-date.ts";
import type { TaskEventValue } from "#src/tasks/events.ts";
import type { AssignmentFacts } from "#src/tasks/facts.ts";

type AssignedEvent = Extract<TaskEventValue, { kind: "assigned" }>;

/** A pause lies over the state, which goes on underneath and comes back when it is lifted. */
type Life = Omit<AssignmentFacts, "id" | "taskId"> & { paused: boolean };

const day = (text: string | null): CivilDate | null => (text === null ? null : civilDate(text));

const begin = ({ data }: AssignedEvent): Life => ({
  agencyId: data.agencyId,
  role: data.role,
  state: "assigned",
  deadlineKind: data.deadlineKind,
  dueOn: day(data.dueOn),
  submittedOn: null,
  completedOn: null,
  paused: false,
});

/** A date given later makes the duty a dated one; a date taken away leaves it without any. */
function withDue(life: Life, to: CivilDate | null): Life {
  const dated = life.deadlineKind === "date" || life.deadlineKind === "period";
  if ((to !== null) === dated) return { ...life, dueOn: to };
  return { ...life, dueOn: to, deadlineKind: to === null ? "none" : "date" };
}

function step(life: Life, event: TaskEventValue): Life {
  if (life.state === "cancelled" || life.state === "transferred") return life;
  switch (event.kind) {
    case "received":
      return life.state === "assigned" ? { ...life, state: "received" } : life;
    case "progressed":
      return life.state === "assigned" || life.state === "received"
        ? { ...life, state: "in_progress" }
        : life;
    case "submitted": {
      // A confirmation may take effect before the submission that it decides on.
      const state = life.state === "done" ? "done" : "awaiting_confirmation";
      return { ...life, state, submittedOn: day(event.data.submittedOn) };
    }
    case "returned":
    case "withdrawn":
      return { ...life, state: "in_progress", submittedOn: null, completedOn: null };
    case "confirmed":
      return { ...life, state: "done", completedOn: day(event.data.completedOn) };
    case "due_changed": {
      const { to, deadlineKind } = event.data;
      const changed = withDue(life, day(to));
      return deadlineKind === undefined ? changed : { ...changed, deadlineKind };
    }
    case "paused":
      return { ...life, paused: true };
    case "resumed":
      return { ...life, paused: false };
    case "cancelled":
      return { ...life, state: "cancelled", paused: false };
    case "transferred":
      return { ...life, state: "transferred", paused: false };
    default:
      return life;
  }
}

/**
 * The facts of one assignment at the end of `date`, from its events in the order in which they
 * were recorded; null where it did not exist yet. What was recorded of days before it was
 * assigned (a finished row of a sheet) holds from that day on.
 */
export function factsAsOf(
  of: { id: number; taskId: number },
  events: readonly TaskEventValue[],
  date: CivilDate,
): AssignmentFacts | null {
  const begins = events.filter((event) => event.kind === "assigned");
  if (begins.length === 0) return null;
  const firstDay = begins.map((event) => civilDate(event.effectiveOn)).reduce(earlier);
  const inOrder = events
    .map((event) => ({ event, on: later(civilDate(event.effectiveOn), firstDay) }))
    .filter(({ on }) => on <= date)
    // Array.sort is stable: events of one day stay in recorded order.
    .sort((a, b) => compareDates(a.on, b.on));

  let life: Life | null = null;
  for (const { event } of inOrder) {
    if (event.kind === "assigned") life = begin(event);
    else if (life !== null) life = step(life, event);
  }
  if (life === null) return null;
  const { paused, ...facts } = life;
  return { ...of, ...facts, state: paused ? "paused" : facts.state };
}
