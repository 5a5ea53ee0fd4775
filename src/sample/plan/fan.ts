// A task that every agency of a group leads for itself.
import { actsOf } from "./acts.ts";
import { courseOf } from "./course.ts";
import type { Days } from "./days.ts";
import type { FanDraft } from "./draft.ts";
import { groupNameOf, type Office } from "./office.ts";
import type { PlannedAssignment, PlannedTask } from "./plan.ts";
import { coordinatingOf, deadlineOf, registration, taskOf } from "./registered.ts";

export const fanTask = (office: Office, days: Days, draft: FanDraft): PlannedTask => {
  const registered = registration(office, days, draft);
  const deadline = deadlineOf(office, days, draft, registered.on);
  const { dueOn } = deadline;
  if (dueOn === null) throw new Error(`${draft.key}: a duty of a whole group has a date`);
  const leads = office[draft.group].map((agency): PlannedAssignment => {
    const of = { task: draft.key, agency, occurrence: "" };
    const steps = courseOf(office, days, {
      ...of,
      began: registered.on,
      dueOn,
      isKnown: false,
      notes: draft.notes,
      result: draft.result,
    });
    return {
      agency,
      role: "lead",
      occurrence: "",
      deadline,
      assigned: registered,
      origin: null,
      acts: actsOf(office, of, registered, steps),
    };
  });
  return {
    ...taskOf(draft, registered, groupNameOf(draft.group), deadline.phrase),
    assignments: [...leads, ...coordinatingOf(draft, deadline, registered)],
  };
};
