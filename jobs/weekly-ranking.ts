// Monday 08:00: the standings of the week that ended on Sunday are fixed; every group of the
// committee that wants them gets those of its groups of agencies, year to date first, on its own
// day and at its own time of the week; where it asked to approve first, the secretariat sees them.
// Groups that want the bulletin of the week get it beside.
import { addDays, isoWeekKey, startOfWeek } from "#src/calendar/civil-date.ts";
import { weekWindow } from "#src/calendar/periods.ts";
import type { Language } from "#src/messages/language.ts";
import { code, type OutgoingMessage, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/standings-weekly.ts";
import { actorsOf, peopleWith } from "#src/people/people-store.ts";
import type { Job, JobRun } from "#src/schedule/job.ts";
import { markPublished } from "#src/standings/petition-store.ts";
import { publishMoment } from "#src/standings/publication-time.ts";
import {
  draftPublication,
  type RankingChat,
  rankingChats,
  rankingMessage,
} from "#src/standings/publish.ts";
import { bulletinMessages } from "#src/standings/weekly-bulletin.ts";
import {
  forGroups,
  saysSomething,
  type WeeklyFigures,
  weeklyReply,
} from "#src/standings/weekly-message.ts";
import { takeWeek } from "#src/standings/weekly-store.ts";

// A group has no language of its own.
const GROUP_LANGUAGE: Language = "vi";

type Approver = { personId: number; language: Language };

const approversOf = async ({ tx, today }: JobRun): Promise<Approver[]> => {
  const ids = await peopleWith(tx, ["secretariat"], today);
  return actorsOf(
    tx,
    [...ids].sort((a, b) => a - b),
    today,
  );
};

function previewFor(
  { personId, language }: Approver,
  period: string,
  { bindingId, title }: RankingChat,
  draft: Reply,
): OutgoingMessage {
  const command = `/dang ${period} ${bindingId}`;
  const chat = title ?? words.unnamedChat(language);
  return {
    to: { personId },
    kind: "notice",
    key: `weekly-ranking-preview:${period}:${bindingId}:${personId}`,
    reply: {
      blocks: [paragraph(words.previewFor(language, chat, period), code(command)), ...draft.blocks],
      buttons: [
        [
          { label: words.postButton(language), command, style: "primary" },
          { label: words.dropButton(language), command: `/dang bỏ ${period} ${bindingId}` },
        ],
      ],
    },
  };
}

/** The group's message, or the drafts of it for those who approve. */
const messagesFor = async (
  job: JobRun,
  chat: RankingChat,
  figures: WeeklyFigures,
): Promise<OutgoingMessage[]> => {
  const { tx, slot, calendar } = job;
  const period = isoWeekKey(figures.window.to);
  const reply = weeklyReply(GROUP_LANGUAGE, figures);
  if (!chat.approveFirst) {
    return [rankingMessage(period, chat, reply, publishMoment(chat, slot, calendar))];
  }
  const { bindingId } = chat;
  const draft = await draftPublication(tx, { period, bindingId, reply, now: slot });
  if (draft === null) return [];
  return (await approversOf(job)).map((one) => previewFor(one, period, chat, draft));
};

const rankings = async (job: JobRun): Promise<OutgoingMessage[]> => {
  const { tx, slot, today, calendar } = job;
  const week = weekWindow(addDays(startOfWeek(today), -1));
  // Taken even where no group wants them: the next week is compared with them.
  const figures = await takeWeek(tx, week, slot);
  const messages: OutgoingMessage[] = [];
  for (const chat of await rankingChats(tx)) {
    const theirs = forGroups(figures, chat.agencyGroupIds);
    if (theirs.rankings.length === 0 || !saysSomething(figures)) continue;
    messages.push(...(await messagesFor(job, chat, theirs)));
    await markPublished(tx, theirs.amendments, slot);
  }
  const momentOf = (chat: RankingChat) => publishMoment(chat, slot, calendar);
  return [...messages, ...(await bulletinMessages(tx, week, calendar, momentOf))];
};

export const weeklyRanking: Job = {
  name: "weekly-ranking",
  summary: "fixes the standings of the week that ended and sends them to the groups",
  setting: "CRON_WEEKLY_RANKING",
  cron: "0 8 * * 1",
  shift: "next-working-day",
  makeUpUntil: "18:00",
  run: rankings,
};
