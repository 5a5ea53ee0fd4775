// How far this visitor's tour has come. It is kept over a reload and belongs to one province: after
// a reset it is at its beginning again. Pure.
import type { Attempt } from "./tour-next.ts";
import { STEPS, type StepName } from "./tour-script.ts";

/** How the step before this one ended: what the card says first. */
export type Told = { step: StepName; how: "done" | "already" | "skipped" | "lost" };

export type TourState = {
  /** The province in which it is played; "" before the first one is known. */
  epoch: string;
  standing: "invited" | "open" | "away";
  /** The step to be done; as many as there are = at the end. */
  step: number;
  /** The step is under way: left alone half-way, it goes on from there. */
  attempt: Attempt | null;
  /** The task of the first step. */
  code: string | null;
  told: Told | null;
  /** The message that the last step led to. */
  shown: string | null;
};

export const atBeginning = (epoch: string): TourState => ({
  epoch,
  standing: "invited",
  step: 0,
  attempt: null,
  code: null,
  told: null,
  shown: null,
});

/** The same tour where the province is the same. */
export const inProvince = (tour: TourState, epoch: string): TourState =>
  tour.epoch === epoch ? tour : atBeginning(epoch);

export const stepOf = ({ step }: TourState): StepName | null => STEPS[step] ?? null;

export const opened = (tour: TourState): TourState => ({ ...tour, standing: "open" });
export const putAway = (tour: TourState): TourState => ({ ...tour, standing: "away" });

const onward = (tour: TourState, how: Told["how"]): TourState => {
  const step = stepOf(tour);
  if (step === null) return tour;
  return { ...tour, step: tour.step + 1, attempt: null, told: { step, how } };
};

/** The last stage of a step was answered. */
export const stepDone = (
  tour: TourState,
  { code, shown, already }: { code: string | null; shown: string | null; already: boolean },
): TourState => ({
  ...onward(tour, already ? "already" : "done"),
  code: code ?? tour.code,
  shown,
});

/** A stage was answered and another follows. */
export const stageDone = (tour: TourState, stage: number): TourState => ({
  ...tour,
  attempt: { stage: stage + 1, since: null },
});

export const skipped = (tour: TourState): TourState => ({
  ...onward(tour, "skipped"),
  shown: null,
});

/** Without a task the steps about it begin with the first one. */
export const backToFirst = (tour: TourState): TourState => ({
  ...tour,
  step: 0,
  attempt: null,
  code: null,
});

/** The task is no longer there: said, and the first step is next. */
export const taskLost = (tour: TourState): TourState => {
  const step = stepOf(tour);
  return { ...backToFirst(tour), told: step === null ? null : { step, how: "lost" } };
};

/** Once more, for somebody who was at the end. */
export const again = (tour: TourState): TourState => opened(atBeginning(tour.epoch));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === "string";

const isAttempt = (value: unknown): boolean =>
  value === null ||
  (isRecord(value) &&
    typeof value.stage === "number" &&
    (value.since === null ||
      (isRecord(value.since) &&
        typeof value.since.at === "number" &&
        typeof value.since.revision === "number")));

const isTold = (value: unknown): boolean =>
  value === null ||
  (isRecord(value) &&
    STEPS.some((step) => step === value.step) &&
    ["done", "already", "skipped", "lost"].some((how) => how === value.how));

/** What an earlier page kept, looked at before it is believed. */
export const isTour = (value: unknown): value is TourState =>
  isRecord(value) &&
  typeof value.epoch === "string" &&
  ["invited", "open", "away"].some((standing) => standing === value.standing) &&
  Number.isInteger(value.step) &&
  isTextOrNull(value.code) &&
  isTextOrNull(value.shown) &&
  isAttempt(value.attempt) &&
  isTold(value.told);
