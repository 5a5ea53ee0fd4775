// Runs the steps of the tour: says and taps for the visitor as the persons of the cast, and waits
// for the bot. What to do next is decided in tour-next.ts.
import { sayText, tapButton } from "../actions.ts";
import { civilNow, desk, pointedAt } from "../state.ts";
import { openLog } from "../sync.ts";
import { type Roles, rolesIn } from "./roles.ts";
import { awaited, chatOf, listen } from "./tour-ears.ts";
import { pause, show, typeVisibly } from "./tour-hands.ts";
import { type Attempt, type Move, sinceNow } from "./tour-next.ts";
import { begunRun, isWorking, type Phase, phase, tour } from "./tour-now.ts";
import { rideTo } from "./tour-ride.ts";
import { isRide, type RIDES, type Stage, type StepName, stagesOf } from "./tour-script.ts";
import * as states from "./tour-state.ts";

const READ_MS = 1_200;

/** How a move ended: the talk goes on, or stops and leaves this to be seen. */
type End = "on" | { stopped: Phase | null };

const STOPPED = { stopped: null } satisfies End;
const FAILED = { stopped: { kind: "failed" } } satisfies End;

/** Does a deed; where the server refused it, it counts as not done. */
async function deed(
  attempt: Attempt,
  since: Attempt["since"],
  does: () => Promise<boolean>,
): Promise<End> {
  tour.value = { ...tour.value, attempt: { ...attempt, since } };
  if (await does()) return "on";
  tour.value = { ...tour.value, attempt };
  return FAILED;
}

type Talk = { stages: readonly Stage[]; roles: Roles; stop: AbortSignal };

async function say(
  move: Move & { kind: "say" },
  { roles, stop }: Talk,
  attempt: Attempt,
): Promise<End> {
  const pane = { chat: chatOf(move.who, roles), person: roles[move.who].id };
  phase.value = { kind: "typing", who: move.who };
  const putBack = await typeVisibly(pane, move.text, stop);
  if (stop.aborted) {
    putBack();
    return STOPPED;
  }
  phase.value = { kind: "waiting" };
  const since = sinceNow(listen(move.who, roles));
  const end = await deed(attempt, since, () => sayText(pane, move.text));
  putBack();
  return end;
}

async function tap(
  move: Move & { kind: "tap" },
  { roles, stop }: Talk,
  attempt: Attempt,
): Promise<End> {
  const pane = { chat: chatOf(move.who, roles), person: roles[move.who].id };
  pointedAt.value = move.message;
  await pause(READ_MS, stop);
  if (stop.aborted) return STOPPED;
  const since = sinceNow(listen(move.who, roles));
  return deed(attempt, since, () => tapButton(pane, move.message, move.data));
}

async function next(
  move: Move & { kind: "next" },
  { stages, stop }: Talk,
  attempt: Attempt,
): Promise<End> {
  pointedAt.value = move.shown;
  if (attempt.stage + 1 >= stages.length) {
    tour.value = states.stepDone(tour.value, move);
    return STOPPED;
  }
  tour.value = states.stageDone(tour.value, attempt.stage);
  await pause(READ_MS, stop);
  return stop.aborted ? STOPPED : "on";
}

async function made(move: Move, it: Talk, attempt: Attempt): Promise<End> {
  if (move.kind === "say") return say(move, it, attempt);
  if (move.kind === "tap") return tap(move, it, attempt);
  if (move.kind === "next") return next(move, it, attempt);
  if (move.kind === "lost") tour.value = states.taskLost(tour.value);
  return move.kind === "wait" ? { stopped: { kind: "late" } } : STOPPED;
}

async function talk(it: Talk): Promise<Phase | null> {
  for (;;) {
    const attempt = tour.value.attempt ?? { stage: 0, since: null };
    const stage = it.stages[attempt.stage];
    if (stage === undefined) return null;
    const chat = chatOf(stage.who, it.roles);
    show(chat, it.roles[stage.who].id);
    await openLog(chat);
    phase.value = { kind: "waiting" };
    const move = await awaited(stage, { attempt, roles: it.roles, stop: it.stop });
    if (it.stop.aborted) return null;
    const end = await made(move, it, attempt);
    if (end !== "on") return end.stopped;
  }
}

async function ride(
  step: keyof typeof RIDES,
  roles: Roles,
  stop: AbortSignal,
): Promise<Phase | null> {
  phase.value = { kind: "moving" };
  const where = step === "ranking" ? (roles.committee?.id ?? null) : chatOf("official", roles);
  const ridden = await rideTo(step, where);
  if (stop.aborted) return null;
  if (ridden === null) return FAILED.stopped;
  if (ridden.chat !== null) show(ridden.chat);
  pointedAt.value = ridden.shown;
  tour.value = states.stepDone(tour.value, { code: null, already: false, shown: ridden.shown });
  return null;
}

/** The step that is next; the first one where that needs its task. */
function stepToDo(now: number): StepName | null {
  const step = states.stepOf(tour.value);
  if (step === null || stagesOf(step, { code: tour.value.code, now }) !== null) return step;
  tour.value = states.backToFirst(tour.value);
  return states.stepOf(tour.value);
}

/** Does the next step, from where it was left. */
export async function doStep(): Promise<void> {
  const roles = desk.value === null ? null : rolesIn(desk.value);
  const now = civilNow();
  const step = stepToDo(now);
  if (roles === null || step === null || isWorking(phase.value)) return;
  const stop = begunRun();
  pointedAt.value = null;
  const stages = stagesOf(step, { code: tour.value.code, now }) ?? [];
  let end: Phase | null = { kind: "failed" };
  try {
    end = isRide(step) ? await ride(step, roles, stop) : await talk({ stages, roles, stop });
  } finally {
    if (!stop.aborted) phase.value = end;
  }
}
