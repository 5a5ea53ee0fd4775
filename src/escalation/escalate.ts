// One look at everything that waits: who must hear of what now, each person in one message.

import { slotKey } from "#src/calendar/slots.ts";
import { civilTime } from "#src/calendar/zone.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import type { Ladders } from "#src/office/ladders.ts";
import { readOfficeSettings } from "#src/office/office-settings.ts";
import { actorsOf } from "#src/people/people-store.ts";
import type { JobRun } from "#src/schedule/job.ts";
import { escalationMessage, type Told } from "./escalation-message.ts";
import { type Said, type Step, stepsDue } from "./ladder.ts";
import { keyOf, ladderOf, type Shown, type Waiting } from "./matter.ts";
import { waitingOn, withRows } from "./matters-store.ts";
import { makeReceivers } from "./receivers.ts";
import { recordSteps, saidBefore } from "./said-store.ts";

/**
 * The steps of a matter that this job says. The official hears of what is overdue from the
 * morning's alert, every working day: it is not said twice.
 */
const dueOf = (matter: Waiting, ladders: Ladders, run: JobRun, said: readonly Said[]): Step[] => {
  const ladder = ladders[ladderOf[matter.kind]];
  const own = matter.kind === "overdue" ? { ...ladder, official: null } : ladder;
  const moment = { today: run.today, time: civilTime(run.slot) };
  return stepsDue(matter, own, moment, run.calendar, said);
};

/** Steps that somebody is there to hear, and what each person is told. */
const spread = async (run: JobRun, due: readonly { matter: Shown; steps: Step[] }[]) => {
  const receiversOf = makeReceivers(run.tx, run.today);
  const byPerson = new Map<number, Told[]>();
  const taken: { matter: Shown; step: Step }[] = [];
  for (const { matter, steps } of due) {
    for (const step of steps) {
      const people = await receiversOf(matter, step.rung);
      // Nobody there yet: said as soon as somebody is.
      if (people.length === 0) continue;
      taken.push({ matter, step });
      for (const personId of people) {
        const told = byPerson.get(personId) ?? [];
        told.push({ matter, rung: step.rung });
        byPerson.set(personId, told);
      }
    }
  }
  return { byPerson, taken };
};

export const escalate = async (run: JobRun): Promise<OutgoingMessage[]> => {
  const { tx, today, slot, calendar } = run;
  const { ladders } = await readOfficeSettings(tx);
  const waiting = await waitingOn(tx, today);
  const said = await saidBefore(tx, waiting);
  const steps = new Map(
    waiting.map((one) => [keyOf(one), dueOf(one, ladders, run, said.get(keyOf(one)) ?? [])]),
  );
  const stepsOf = (one: Waiting): Step[] => steps.get(keyOf(one)) ?? [];
  const shown = await withRows(
    tx,
    waiting.filter((one) => stepsOf(one).length > 0),
  );
  const due = shown.map((matter) => ({ matter, steps: stepsOf(matter) }));
  const { byPerson, taken } = await spread(run, due);
  await recordSteps(tx, taken, run);
  const ids = [...byPerson.keys()].sort((a, b) => a - b);
  return (await actorsOf(tx, ids, today)).map(
    (actor): OutgoingMessage => ({
      to: { personId: actor.personId },
      kind: "alert",
      key: `escalation:${slotKey(slot)}:${actor.personId}`,
      nag: true,
      reply: escalationMessage(byPerson.get(actor.personId) ?? [], actor, { today, calendar }),
    }),
  );
};
