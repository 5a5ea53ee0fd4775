// The ladders of escalation, as the office sets them: for each kind of matter who hears of it, and
// after how many working days of silence.
import { z } from "zod";
import { clockTime } from "./clock-time.ts";

/** From the bottom up. */
export const rungs = ["official", "head", "secretariat", "leader"] as const;
export type Rung = (typeof rungs)[number];

/** Not received; overdue; an explanation past its date; something that waits for a decision. */
export const ladderNames = ["unreceived", "overdue", "unexplained", "unanswered"] as const;
export type LadderName = (typeof ladderNames)[number];

export const MOST_DELAY = 60;
export const MOST_EVERY = 30;
export const MOST_REPEATS = 10;

/** Working days; null: this rung is passed over. */
const delay = z.number().int().min(0).max(MOST_DELAY).nullable();

const ladder = z.object({
  official: delay,
  head: delay,
  secretariat: delay,
  leader: delay,
  /** Not said before this hour of the day. */
  from: clockTime,
  /** The last rung hears of it again, so often and no more. */
  repeatEvery: z.number().int().min(1).max(MOST_EVERY),
  mostRepeats: z.number().int().min(0).max(MOST_REPEATS),
});

export type Ladder = z.infer<typeof ladder>;

const often = { from: "09:00", repeatEvery: 5, mostRepeats: 3 };

export const ladders = z
  .object({
    unreceived: ladder.default({
      ...often,
      official: 1,
      head: 2,
      // The same as receiveWithinWorkingDays: /caidat changes both.
      secretariat: 2,
      leader: null,
    }),
    // The official hears of what is overdue every working morning (jobs/deadline-alerts.ts).
    overdue: ladder.default({ ...often, official: 0, head: 3, secretariat: 5, leader: 10 }),
    unexplained: ladder.default({ ...often, official: 1, head: 2, secretariat: 3, leader: 5 }),
    // Whoever asked waits; those who decide are reminded.
    unanswered: ladder.default({
      ...often,
      official: null,
      head: null,
      secretariat: 2,
      leader: 5,
    }),
  })
  .prefault({});

export type Ladders = z.infer<typeof ladders>;
