// Purpose: on working days at 07:30 the people and the group of each lead agency hear what is due
// in 7, 3, 1 working days, today, or overdue: one digest each. Who has submitted is not nagged.
import type { OutgoingMessage } from "#src/messages/reply.ts";
import type { Actor } from "#src/people/actor.ts";
import { actorsOf, agencyReceivers } from "#src/people/people-store.ts";
import type { Job, JobRun } from "#src/schedule/job.ts";
import { type Alerted, alertDigest, alertedOn } from "#src/tasks/alert-digest.ts";
import { recordNudges } from "#src/tasks/nudges-store.ts";
import { alertCandidates } from "#src/tasks/task-queries.ts";

/** Who hears of which: the holder of each, else the officials of its agency. */
const byPerson = async (
  { tx, today }: JobRun,
  alerted: readonly Alerted[],
): Promise<{ actor: Actor; mine: Alerted[] }[]> => {
  const receivers = new Map<string, number[]>();
  const mine = new Map<number, Alerted[]>();
  for (const one of alerted) {
    const { agencyId, holderId } = one.row;
    const key = `${agencyId}:${holderId}`;
    const people = receivers.get(key) ?? (await agencyReceivers(tx, one.row, today));
    receivers.set(key, people);
    for (const personId of people) mine.set(personId, [...(mine.get(personId) ?? []), one]);
  }
  const actors = await actorsOf(
    tx,
    [...mine.keys()].sort((a, b) => a - b),
    today,
  );
  return actors.map((actor) => ({ actor, mine: mine.get(actor.personId) ?? [] }));
};

const severalAgencies = (alerted: readonly Alerted[]): boolean =>
  new Set(alerted.map(({ row }) => row.agencyId)).size > 1;

const forPeople = async (run: JobRun, alerted: Alerted[]): Promise<OutgoingMessage[]> =>
  (await byPerson(run, alerted)).map(({ actor, mine }) => ({
    to: { personId: actor.personId },
    kind: "alert",
    key: `deadline-alerts:${run.today}:${actor.personId}`,
    nag: true,
    reply: alertDigest(mine, {
      language: actor.language,
      today: run.today,
      calendar: run.calendar,
      inGroup: false,
      severalAgencies: severalAgencies(mine),
    }),
  }));

const forGroups = async (run: JobRun, alerted: Alerted[]): Promise<OutgoingMessage[]> => {
  const bindings = await run.tx.chatBinding.findMany({
    where: { purpose: "agency", wantsAlerts: true, endedAt: null, chat: { status: "active" } },
    orderBy: { id: "asc" },
  });
  return bindings.flatMap((binding): OutgoingMessage[] => {
    const mine = alerted.filter(({ row }) => row.agencyId === binding.agencyId);
    if (mine.length === 0) return [];
    const { today, calendar } = run;
    return [
      {
        to: { chatId: binding.chatId, threadId: binding.threadId },
        kind: "alert",
        key: `deadline-alerts:${today}:group:${binding.id}`,
        nag: true,
        reply: alertDigest(mine, {
          language: "vi",
          today,
          calendar,
          inGroup: true,
          severalAgencies: false,
        }),
      },
    ];
  });
};

export const deadlineAlerts: Job = {
  name: "deadline-alerts",
  summary: "deadline alerts to officials and agency groups, 07:30 on working days",
  setting: "CRON_DEADLINE_ALERTS",
  cron: "30 7 * * *",
  shift: "working-day",
  makeUpUntil: "11:30",
  run: async (run) => {
    const candidates = await alertCandidates(run.tx, run.today, run.calendar);
    const alerted = alertedOn(candidates, run.today, run.calendar);
    await recordNudges(run.tx, alerted, run);
    return [...(await forPeople(run, alerted)), ...(await forGroups(run, alerted))];
  },
};
