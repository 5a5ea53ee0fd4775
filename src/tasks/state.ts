// The states of an assignment and what may be done in each (design notes section 4):
// mới giao → đã nhận → đang thực hiện → chờ xác nhận → hoàn thành; a return goes back to
// đang thực hiện.
import type { AssignmentState } from "#prisma/generated/enums.ts";

export type Verb = "report" | "submit" | "confirm" | "return";

const allowed: Record<Verb, readonly AssignmentState[]> = {
  report: ["assigned", "received", "in_progress"],
  submit: ["assigned", "received", "in_progress"],
  confirm: ["awaiting_confirmation"],
  return: ["awaiting_confirmation"],
};

const leadsTo: Record<Verb, AssignmentState> = {
  report: "in_progress",
  submit: "awaiting_confirmation",
  confirm: "done",
  return: "in_progress",
};

/** The state after the verb, or null where it may not be done in this state. */
export const after = (state: AssignmentState, verb: Verb): AssignmentState | null =>
  allowed[verb].includes(state) ? leadsTo[verb] : null;
