// A task that an official proposes for the own agency; it waits for the secretariat.
import type { Days } from "./days.ts";
import type { ProposalDraft } from "./draft.ts";
import type { Office } from "./office.ts";
import { momentOf } from "./office-hours.ts";
import type { Moment, PlannedTask } from "./plan.ts";
import { deadlineOf } from "./registered.ts";

export const proposedTask = (office: Office, days: Days, draft: ProposalDraft): PlannedTask => {
  const { key, content, area, agency, proposer, declined } = draft;
  const on = days.ago(draft.ago);
  const registered: Moment = {
    on,
    at: momentOf(office.seed, key, "blocker_raised", on),
    by: proposer,
  };
  const deadline = deadlineOf(office, days, draft, on);
  const decline = (ago: number, reason: string) => {
    const day = days.ago(ago);
    return { on: day, at: momentOf(office.seed, key, "returned", day), by: "head", reason };
  };
  return {
    ...{ key, content, area, clause: null, document: null, leader: null, restricted: false },
    deliverable: draft.deliverable ?? null,
    note: draft.note ?? null,
    leadPhrase: office.nameOf(agency),
    coordination: [],
    registered,
    text: `/giao ${office.nameOf(agency)}: ${content}; hạn ${deadline.phrase}`,
    proposal: {
      agency,
      deadline,
      declined: declined === undefined ? null : decline(declined.ago, declined.reason),
    },
    assignments: [],
  };
};
