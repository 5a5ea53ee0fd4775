// What was said of which matter: a Nudge row a step, so that no step is taken twice.
import { fromDbDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { Tx } from "#src/database/client.ts";
import { ladderNames, rungs } from "#src/office/ladders.ts";
import type { Said, Step } from "./ladder.ts";
import { keyOf, ladderOf, type Waiting } from "./matter.ts";

const PREFIX = "escalation:";
const AT_ONCE = 2_000;
const KEY = /^escalation:(.+?):(official|head|secretariat|leader)(?::(\d+))?$/;

const stepKey = (matter: Waiting, { rung, repeat }: Step): string =>
  `${PREFIX}${keyOf(matter)}:${rung}${repeat === 0 ? "" : `:${repeat}`}`;

/** Steps already taken, by the key of their matter. */
export const saidBefore = async (
  tx: Tx,
  matters: readonly Waiting[],
): Promise<Map<string, Said[]>> => {
  const rows = await tx.nudge.findMany({
    where: {
      assignmentId: { in: [...new Set(matters.map(({ assignmentId }) => assignmentId))] },
      kind: { in: ladderNames.map((name) => `${PREFIX}${name}`) },
    },
    select: { key: true, effectiveOn: true },
  });
  const said = new Map<string, Said[]>();
  for (const { key, effectiveOn } of rows) {
    const [, matter, named, repeat] = KEY.exec(key) ?? [];
    const rung = rungs.find((one) => one === named);
    if (matter === undefined || rung === undefined) continue;
    const step = { rung, repeat: Number(repeat ?? 0), on: fromDbDate(effectiveOn) };
    said.set(matter, [...(said.get(matter) ?? []), step]);
  }
  return said;
};

export const recordSteps = async (
  tx: Tx,
  taken: readonly { matter: Waiting; step: Step }[],
  when: { today: Said["on"]; slot: Date },
): Promise<void> => {
  const data = taken.map(({ matter, step }) => ({
    assignmentId: matter.assignmentId,
    kind: `${PREFIX}${ladderOf[matter.kind]}`,
    step: rungs.indexOf(step.rung) + 1,
    key: stepKey(matter, step),
    effectiveOn: toDbDate(when.today),
    recordedAt: when.slot,
  }));
  // One statement takes only so many values.
  for (let from = 0; from < data.length; from += AT_ONCE) {
    await tx.nudge.createMany({ data: data.slice(from, from + AT_ONCE), skipDuplicates: true });
  }
};
