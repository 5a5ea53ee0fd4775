// What an assignment brings along to its new agency, from its history.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import { type CivilDate, civilDate, later } from "#src/calendar/civil-date.ts";

export type Happened = { kind: string; effectiveOn: CivilDate; data: unknown };

export type Carried = {
  /** Work had begun (or at least the agency had received it). */
  begun: CivilDate | null;
  submitted: CivilDate | null;
  paused: { on: CivilDate; reason: string } | null;
};

const BEGUN = ["received", "progressed", "submitted", "returned", "withdrawn"];

const reasonOf = (data: unknown): string => {
  if (typeof data !== "object" || data === null || !("reason" in data)) return "";
  return typeof data.reason === "string" ? data.reason : "";
};

/**
 * The steps that make an assignment stand with its new agency as it stood with the old one, none
 * before the day on which it came there. Received counts as begun.
 */
export const carriedState = (
  state: AssignmentState,
  events: readonly Happened[],
  since: CivilDate,
): Carried => {
  const latest = (...kinds: string[]) => events.filter(({ kind }) => kinds.includes(kind)).at(-1);
  const dayOf = (event: Happened | undefined): CivilDate =>
    event === undefined ? since : later(since, civilDate(event.effectiveOn));
  const step = latest(...BEGUN);
  const isBegun = state !== "assigned" && (state !== "paused" || step !== undefined);
  const pause = latest("paused");
  return {
    begun: isBegun ? dayOf(step) : null,
    submitted: state === "awaiting_confirmation" ? dayOf(latest("submitted")) : null,
    paused: state === "paused" ? { on: dayOf(pause), reason: reasonOf(pause?.data) } : null,
  };
};

/** The state with the new agency; received and in progress are both in progress. */
export const carriedTo = (state: AssignmentState): AssignmentState =>
  state === "received" ? "in_progress" : state;
