// Purpose: every morning, decisions about agencies that take effect by that day are carried out;
// everybody concerned is told once.
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { carryOut } from "#src/reorganisation/carry-out.ts";
import { dueOrders } from "#src/reorganisation/reorganisations-store.ts";
import type { Job, JobRun } from "#src/schedule/job.ts";
import { redrawCards } from "#src/tasks/redraw-cards.ts";

const run = async ({ tx, today, slot }: JobRun): Promise<OutgoingMessage[]> => {
  const messages: OutgoingMessage[] = [];
  for (const order of await dueOrders(tx, today)) {
    const cause = { on: today, at: slot, actorId: null, inboxId: null };
    const done = await carryOut(tx, order, cause);
    messages.push(...done.messages);
    await redrawCards(tx, done.changed, { now: slot, inboxId: null });
  }
  return messages;
};

export const reorganisation: Job = {
  name: "reorganisation",
  summary: "carries out decisions about agencies on the morning of their day",
  setting: "CRON_REORGANISATION",
  cron: "0 6 * * *",
  // A decision takes effect on its day, whatever day that is.
  shift: "any",
  makeUpUntil: "23:59",
  run,
};
