// The states of an assignment and what may be done in each (design notes section 4):
// mới giao → đã nhận → đang thực hiện → chờ xác nhận → hoàn thành; a return goes back to
// đang thực hiện; tạm dừng, hủy and chuyển set it aside.
import type { AssignmentState } from "#prisma/generated/enums.ts";

export type Verb =
  | "receive"
  | "report"
  | "submit"
  | "confirm"
  | "return"
  | "pause"
  | "cancel"
  | "transfer";

const OPEN = ["assigned", "received", "in_progress"] as const;

const allowed: Record<Verb, readonly AssignmentState[]> = {
  receive: ["assigned"],
  report: OPEN,
  submit: OPEN,
  confirm: ["awaiting_confirmation"],
  return: ["awaiting_confirmation"],
  // What was handed in is decided first.
  pause: OPEN,
  cancel: [...OPEN, "paused"],
  transfer: [...OPEN, "paused"],
};

const leadsTo: Record<Verb, AssignmentState> = {
  receive: "received",
  report: "in_progress",
  submit: "awaiting_confirmation",
  confirm: "done",
  return: "in_progress",
  pause: "paused",
  cancel: "cancelled",
  transfer: "transferred",
};

/** The state after the verb, or null where it may not be done in this state. */
export const after = (state: AssignmentState, verb: Verb): AssignmentState | null =>
  allowed[verb].includes(state) ? leadsTo[verb] : null;

/** Still to be done by its agency. */
export const openStates: readonly AssignmentState[] = OPEN;
