// When in the day something is done: registering first, deciding last, all within office hours.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";
import { randomFor } from "../random.ts";
import type { DeedKind } from "./deed.ts";

const MINUTE_MS = 60_000;

/** From and until, in minutes of the day. */
type Hours = readonly [from: number, until: number];

const clock = (hour: number, minute: number): number => hour * 60 + minute;

const REGISTERING: Hours = [clock(7, 40), clock(8, 25)];
const RECEIVING: Hours = [clock(8, 30), clock(9, 30)];
const REPORTING: Hours = [clock(9, 40), clock(10, 45)];
const ASKING: Hours = [clock(10, 50), clock(11, 25)];
const SUBMITTING: Hours = [clock(13, 35), clock(14, 50)];
const DECIDING: Hours = [clock(15, 0), clock(16, 40)];

const HOURS: Record<DeedKind | "registered", Hours> = {
  registered: REGISTERING,
  received: RECEIVING,
  held: RECEIVING,
  progressed: REPORTING,
  nudged: REPORTING,
  extension_asked: ASKING,
  blocker_raised: ASKING,
  explanation_answered: ASKING,
  contradicted: ASKING,
  submitted: SUBMITTING,
  confirmed: DECIDING,
  returned: DECIDING,
  extension_granted: DECIDING,
  extension_rejected: DECIDING,
  blocker_answered: DECIDING,
  blocker_closed: DECIDING,
  explanation_asked: DECIDING,
  paused: DECIDING,
  resumed: DECIDING,
  cancelled: DECIDING,
  transferred: DECIDING,
};

const midnights = new Map<CivilDate, number>();

/** Asked for thousands of times, of a few hundred days. */
const midnightOf = (on: CivilDate): number => {
  const kept = midnights.get(on) ?? instantAt(on, "00:00").getTime();
  midnights.set(on, kept);
  return kept;
};

/** Jobs open periods of recurring duties before anybody is there. */
export const jobMoment = (on: CivilDate): Date => instantAt(on, "06:45");

/** The same `name` on the same day is the same moment. */
export const momentOf = (
  seed: number,
  name: string,
  kind: DeedKind | "registered",
  on: CivilDate,
): Date => {
  const [from, until] = HOURS[kind];
  const random = randomFor(seed, `at:${name}:${kind}:${on}`);
  const minutes = random.whole(from, until);
  const seconds = random.whole(0, 59);
  return new Date(midnightOf(on) + minutes * MINUTE_MS + seconds * 1_000);
};

const STEP_MINUTES = 6;

/** After `before` in any case: a day off may have brought two steps to one day. */
export const notBefore = (at: Date, before: Date | null): Date =>
  before === null || at > before ? at : new Date(before.getTime() + STEP_MINUTES * MINUTE_MS);
