// Purpose: on working days at 06:45 the periods of recurring duties that have come are opened,
// each as an assignment of its own, and the people of each agency hear of theirs in one message.
// What a day off or a standstill passed over is opened by the next run (src/tasks/occurrences.ts).
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { readOfficeSettings } from "#src/office/office-settings.ts";
import { actorsOf, agencyReceivers } from "#src/people/people-store.ts";
import type { Job, JobRun } from "#src/schedule/job.ts";
import { lastRunOn } from "#src/schedule/last-run.ts";
import { type AssignmentRow, findAssignments } from "#src/tasks/assignment-store.ts";
import { dutyOf } from "#src/tasks/duty.ts";
import { openedReply } from "#src/tasks/occurrence-message.ts";
import { liveDuties, type Opening, openOccurrences } from "#src/tasks/occurrence-store.ts";
import { occurrencesOpen } from "#src/tasks/occurrences.ts";

const NAME = "open-occurrences";

/** Who hears of which: the holder of each, else the officials of its agency. */
const byPerson = async (
  { tx, today }: JobRun,
  rows: readonly AssignmentRow[],
): Promise<Map<number, AssignmentRow[]>> => {
  const receivers = new Map<string, number[]>();
  const mine = new Map<number, AssignmentRow[]>();
  for (const row of rows) {
    const key = `${row.agencyId}:${row.holderId}`;
    const people = receivers.get(key) ?? (await agencyReceivers(tx, row, today));
    receivers.set(key, people);
    for (const personId of people) mine.set(personId, [...(mine.get(personId) ?? []), row]);
  }
  return mine;
};

const run = async (job: JobRun): Promise<OutgoingMessage[]> => {
  const { tx, today, slot, calendar } = job;
  const { reportDueDay } = await readOfficeSettings(tx);
  const before = await lastRunOn(tx, NAME, slot);
  const office = { today, calendar, reportDueDay };
  const openings = (await liveDuties(tx)).flatMap((duty): Opening[] =>
    occurrencesOpen(dutyOf(duty, calendar), office, before).map((occurrence) => ({
      duty,
      occurrence,
    })),
  );
  const opened = await openOccurrences(tx, openings, {
    on: today,
    at: slot,
    actorId: null,
    inboxId: null,
  });
  if (opened.length === 0) return [];
  const mine = await byPerson(job, await findAssignments(tx, { id: { in: opened } }));
  const people = [...mine.keys()].sort((a, b) => a - b);
  return (await actorsOf(tx, people, today)).map(({ personId, language }) => ({
    to: { personId },
    kind: "alert",
    key: `${NAME}:${today}:${personId}`,
    nag: true,
    reply: openedReply(language, mine.get(personId) ?? []),
  }));
};

export const openDueOccurrences: Job = {
  name: NAME,
  summary: "opens the periods of recurring duties and tells their agencies, 06:45 on working days",
  setting: "CRON_OPEN_OCCURRENCES",
  cron: "45 6 * * *",
  shift: "working-day",
  makeUpUntil: "18:00",
  run,
};
