// /xephang [nhóm] [tuần|tháng|quý|năm]: standings of one group, or of every group in turn.
// /xephang [nhóm] 2026-W47: as they were published for that week, with what was put right since.
// Figures are for every bound person; the year to date unless another span is named.

import { groupsNamed } from "#src/agencies/groups-named.ts";
import { type CivilDate, isoWeekKey } from "#src/calendar/civil-date.ts";
import type { Block, Button } from "#src/messages/reply.ts";
import { code, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { asPublished, weekNotPublished } from "#src/messages/words/publication.ts";
import * as words from "#src/messages/words/standings.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import { amendmentsOf } from "#src/standings/petition-store.ts";
import { rankingBlocks } from "#src/standings/render.ts";
import {
  compareWithPrevious,
  latestPeriods,
  publishedSnapshots,
} from "#src/standings/snapshot-store.ts";
import { computeRankings, type RankedGroup, rankedGroups } from "#src/standings/standings-store.ts";
import { weekAsked } from "#src/standings/week-asked.ts";
import { amendmentBlocks } from "#src/standings/weekly-message.ts";
import { type AskedSpan, SPAN_WORDS, standingWindow, takeSpan } from "#src/standings/windows.ts";

function groupsAsked({ language }: Request, all: RankedGroup[], typed: string): RankedGroup[] {
  if (all.length === 0) throw new UserError(say(words.noGroups(language)));
  if (typed === "") return all;
  const found = groupsNamed(all, typed);
  if (found.length > 0) return found;
  throw new UserError({
    blocks: [
      paragraph(words.unknownGroup(language, typed)),
      { kind: "list", items: all.map(({ name }) => ({ runs: [name] })) },
      paragraph(words.forExample(language), code(`/xephang ${all[0]?.name ?? ""}`)),
    ],
    buttons: all.map(({ name }) => [{ label: name, command: `/xephang ${name}` }]),
  });
}

const LATEST = 4;

/** The week that still runs is computed; only what has ended is published. */
const isThisWeek = (period: string, today: CivilDate): boolean => period === isoWeekKey(today);

const otherSpans = ({ language }: Request, group: string, shown: AskedSpan): Button[] =>
  (Object.keys(SPAN_WORDS) as AskedSpan[])
    .filter((span) => span !== shown)
    .map((span) => ({
      label: words.spanButton(language, SPAN_WORDS[span]),
      command: ["/xephang", group, SPAN_WORDS[span]].filter((part) => part !== "").join(" "),
      inPlace: true,
    }));

/** A past week as it was published; its figures stay, corrections stand beside them. */
async function published(request: Request, period: string, typed: string): Promise<Outcome> {
  const { tx, today, language } = request;
  const groups = groupsAsked(request, await rankedGroups(tx, today), typed);
  const groupIds = groups.map(({ id }) => id);
  const blocks: Block[] = [];
  let amended = false;
  for (const span of ["ytd", "week"] as const) {
    for (const snapshot of await publishedSnapshots(tx, { period, span, groupIds })) {
      const compared = await compareWithPrevious(tx, snapshot, period);
      blocks.push(...rankingBlocks(language, snapshot, compared));
      amended ||= snapshot.amended;
    }
  }
  if (blocks.length === 0) {
    const latest = await latestPeriods(tx, LATEST);
    throw new UserError({
      blocks: [paragraph(weekNotPublished(language, period, latest.join(", ")))],
      buttons: latest.map((one) => [
        { label: one, command: `/xephang ${typed} ${one}`.replace(/\s+/g, " ") },
      ]),
    });
  }
  const corrections = amendmentBlocks(language, await amendmentsOf(tx, period, groupIds));
  const intro = paragraph(asPublished(language, period, amended));
  return { reply: { blocks: [intro, ...blocks, ...corrections] } };
}

export const xephang: Command = {
  name: "xephang",
  aliases: ["xh", "ranking"],
  summary: {
    vi: "Kết quả thực hiện nhiệm vụ và xếp hạng các cơ quan",
    en: "Task performance and ranking of the agencies",
  },
  example: "/xephang sở năm",
  roles: "anyone",
  chats: ["private", "group"],
  kind: "read",
  run: async (request) => {
    const { tx, today, language } = request;
    const week = weekAsked(request.args, today);
    if (week !== null && !isThisWeek(week.period, today)) {
      return published(request, week.period, week.rest);
    }
    const { span: named, rest } = takeSpan(request.args);
    const groups = groupsAsked(request, await rankedGroups(tx, today), rest);
    const { span, window, period } = standingWindow(named ?? "ytd", today);
    const blocks: Block[] = [];
    for (const ranking of await computeRankings(tx, groups, span, window)) {
      const compared = await compareWithPrevious(tx, ranking, period);
      blocks.push(...rankingBlocks(language, ranking, compared));
    }
    blocks.push(paragraph(words.openAgency(language), code("/coquan SNV")));
    return { reply: { blocks, buttons: [otherSpans(request, rest, span)] } };
  },
};
