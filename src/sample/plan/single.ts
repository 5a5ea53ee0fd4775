// A task that one agency leads, and the agency after it where it was transferred.
import { actsOf, type DatedStep } from "./acts.ts";
import type { Days } from "./days.ts";
import type { SingleDraft, Step } from "./draft.ts";
import type { Office } from "./office.ts";
import type { PlannedAssignment, PlannedTask } from "./plan.ts";
import { coordinatingOf, deadlineOf, registration, taskOf } from "./registered.ts";

const dated = (days: Days, steps: readonly Step[]): DatedStep[] =>
  steps.map(({ ago, ...step }) => ({ ...step, on: days.ago(ago) }));

/** The assignment of the agency that it went to; null where it stayed. */
const movedOn = (
  office: Office,
  days: Days,
  draft: SingleDraft,
  from: PlannedAssignment,
): PlannedAssignment | null => {
  const last = from.acts.at(-1);
  if (last === undefined || last.deed.kind !== "transferred") return null;
  const agency = last.deed.to;
  const { deadline } = from;
  const of = { task: draft.key, agency, occurrence: "" };
  const acts = actsOf(office, of, last, dated(days, draft.afterwards ?? []));
  const common = { role: "lead" as const, occurrence: "" };
  return { ...common, agency, deadline, assigned: last, origin: from, acts };
};

export const singleTask = (office: Office, days: Days, draft: SingleDraft): PlannedTask => {
  const registered = registration(office, days, draft);
  const deadline = deadlineOf(office, days, draft, registered.on);
  const { lead: agency } = draft;
  const of = { task: draft.key, agency, occurrence: "" };
  const lead: PlannedAssignment = {
    agency,
    role: "lead",
    occurrence: "",
    deadline,
    assigned: registered,
    origin: null,
    acts: actsOf(office, of, registered, dated(days, draft.steps)),
  };
  const next = movedOn(office, days, draft, lead);
  return {
    ...taskOf(draft, registered, office.nameOf(agency), deadline.phrase),
    assignments: [
      lead,
      ...(next === null ? [] : [next]),
      ...coordinatingOf(draft, deadline, registered),
    ],
  };
};
