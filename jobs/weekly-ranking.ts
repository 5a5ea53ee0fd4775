// Monday 08:00: the standings of the week that ended on Sunday, year to date first, to every
// group of the committee that wants them; where it asked to approve first, to the secretariat.
import { addDays, isoWeekKey, startOfWeek } from "#src/calendar/civil-date.ts";
import { weekWindow } from "#src/calendar/periods.ts";
import type { Language } from "#src/messages/language.ts";
import { code, type OutgoingMessage, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/standings-weekly.ts";
import { peopleWith } from "#src/people/people-store.ts";
import type { Job, JobRun } from "#src/schedule/job.ts";
import {
  draftPublication,
  type RankingChat,
  rankingChats,
  rankingMessage,
} from "#src/standings/publish.ts";
import { weeklyReply } from "#src/standings/weekly-message.ts";
import { takeWeek } from "#src/standings/weekly-store.ts";

// A group has no language of its own.
const GROUP_LANGUAGE: Language = "vi";

type Approver = { id: number; language: Language };

async function approversOf({ tx, today }: JobRun): Promise<Approver[]> {
  const ids = await peopleWith(tx, ["secretariat"], today);
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    orderBy: { id: "asc" },
    select: { id: true, language: true },
  });
  return people.map(({ id, language }) => ({ id, language: language === "en" ? "en" : "vi" }));
}

function previewFor(
  { id, language }: Approver,
  period: string,
  { bindingId, title }: RankingChat,
  draft: Reply,
): OutgoingMessage {
  const command = `/dang ${period} ${bindingId}`;
  const chat = title ?? words.unnamedChat(language);
  return {
    to: { personId: id },
    kind: "notice",
    key: `weekly-ranking-preview:${period}:${bindingId}:${id}`,
    reply: {
      blocks: [paragraph(words.previewFor(language, chat, period), code(command)), ...draft.blocks],
      buttons: [[{ label: words.postButton(language), command, style: "primary" }]],
    },
  };
}

async function run(job: JobRun): Promise<OutgoingMessage[]> {
  const { tx, slot, today } = job;
  const week = weekWindow(addDays(startOfWeek(today), -1));
  const period = isoWeekKey(week.to);
  // Taken even where no group wants them: the next week is compared with them.
  const figures = await takeWeek(tx, week, slot);
  if (figures.rankings.length === 0) return [];
  const reply = weeklyReply(GROUP_LANGUAGE, figures);

  const messages: OutgoingMessage[] = [];
  for (const chat of await rankingChats(tx)) {
    if (!chat.approveFirst) {
      messages.push(rankingMessage(period, chat, reply));
      continue;
    }
    const { bindingId } = chat;
    const draft = await draftPublication(tx, { period, bindingId, reply, now: slot });
    if (draft === null) continue;
    const approvers = await approversOf(job);
    messages.push(...approvers.map((one) => previewFor(one, period, chat, draft)));
  }
  return messages;
}

export const weeklyRanking: Job = {
  name: "weekly-ranking",
  summary: "posts the standings of the week that ended, year to date first",
  setting: "CRON_WEEKLY_RANKING",
  cron: "0 8 * * 1",
  shift: "next-working-day",
  makeUpUntil: "18:00",
  run,
};
