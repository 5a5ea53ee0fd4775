// The event behind an act, with the ids of what it refers to.
import type { EventData, EventKind, TaskEventValue } from "#src/tasks/events.ts";
import type { Act, PlannedAssignment } from "../plan/plan.ts";
import type { Told } from "./told.ts";

/** Ids as they were stored; where only the days matter, any number will do. */
export type Ids = {
  agency: (code: string) => number;
  person: (key: string) => number;
  assignment: (assignment: PlannedAssignment) => number;
  /** Of the result, extension, blocker, explanation or contradiction that an act opened. */
  matter: (act: Act) => number;
};

export const anyIds: Ids = {
  agency: () => 0,
  person: () => 0,
  assignment: () => 0,
  matter: () => 0,
};

const event = <K extends EventKind>(kind: K, on: string, data: EventData<K>) => ({
  kind,
  effectiveOn: on,
  data,
});

export const assignedEvent = (
  { agency, role, deadline, origin, assigned }: PlannedAssignment,
  ids: Ids,
): TaskEventValue =>
  event("assigned", assigned.on, {
    agencyId: ids.agency(agency),
    role,
    deadlineKind: deadline.kind,
    dueOn: deadline.dueOn,
    phrase: deadline.phrase,
    ...(origin === null ? {} : { originId: ids.assignment(origin) }),
  });

/** Null where an act leaves no event: a nudge has rows of its own. */
export const eventOfAct = ({ act, matter, dueOn }: Told, ids: Ids): TaskEventValue | null => {
  const { deed, on } = act;
  const id = () => ids.matter(matter);
  switch (deed.kind) {
    case "received":
    case "resumed":
      return event(deed.kind, on, {});
    case "held":
      return event("holder_changed", on, { holderId: ids.person(deed.holder) });
    case "progressed":
      return event("progressed", on, { percent: deed.percent });
    case "submitted":
      return event("submitted", on, { resultId: id(), submittedOn: on });
    case "confirmed":
      return event("confirmed", on, { resultId: id(), completedOn: matter.on });
    case "returned":
      return event("returned", on, { resultId: id(), reason: deed.reason });
    case "extension_asked":
      return event("extension_asked", on, {
        extensionId: id(),
        from: dueOn ?? on,
        to: deed.to,
        reason: deed.reason,
      });
    case "extension_granted": {
      const { to, authority } = deed;
      return event("due_changed", on, { from: dueOn, to, authority, extensionId: id() });
    }
    case "extension_rejected":
      return event("extension_rejected", on, { extensionId: id(), reason: deed.reason });
    case "blocker_raised":
    case "blocker_answered":
    case "blocker_closed":
      return event(deed.kind, on, { blockerId: id() });
    case "explanation_asked":
      return event("explanation_asked", on, { requestId: id(), dueOn: deed.dueOn });
    case "explanation_answered":
      return event("explanation_answered", on, { requestId: id() });
    case "contradicted":
      // What it contradicts is another row's; the contradiction is its own.
      return event("contradicted", on, { contradictionId: ids.matter(act) });
    case "paused":
    case "cancelled":
      return event(deed.kind, on, { reason: deed.reason });
    case "transferred": {
      const { to, authority } = deed;
      return event("transferred", on, { toAgencyId: ids.agency(to), authority });
    }
    case "nudged":
      return null;
  }
};
