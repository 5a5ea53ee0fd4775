// dondoc standings: the ranking of a group, or of every group, over a period.

import { groupsNamed } from "#src/agencies/groups-named.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import type { Block } from "#src/messages/reply.ts";
import { countedIn, type OpenRanking } from "#src/standings/ranking.ts";
import { type Compared, rankingBlocks } from "#src/standings/render.ts";
import { compareWithPrevious, FORMULA } from "#src/standings/snapshot-store.ts";
import { computeRankings, type RankedGroup, rankedGroups } from "#src/standings/standings-store.ts";
import { askedPeriod } from "../asked-period.ts";
import { noWords } from "../cli-arguments.ts";
import { AT, type DatabaseCommand, JSON_OUT } from "../cli-command.ts";
import { didNotWork, wrongUsage } from "../cli-error.ts";
import { renderText } from "../render-text.ts";

const groupsAsked = (all: RankedGroup[], typed: string | undefined): RankedGroup[] => {
  if (all.length === 0) throw didNotWork("no group has ranked agencies; see: dondoc agencies list");
  if (typed === undefined) return all;
  const found = groupsNamed(all, typed);
  if (found.length > 0) return found;
  const names = all.map(({ name }) => `“${name}”`).join(", ");
  throw wrongUsage(`unknown group “${typed}”; groups: ${names}`);
};

const figuresOf = (
  { group, rows }: OpenRanking,
  compared: Compared | null,
  codes: ReadonlyMap<number, string>,
) => ({
  group: group.name,
  minDue: group.minDue,
  comparedWith: compared?.since ?? null,
  rows: rows.map((row) => {
    const { agencyId, agencyName, doneOnTime, doneLate, overdueOpen, rate, rank, counts } = row;
    const change = compared?.changes.get(agencyId);
    const counted = countedIn(row);
    return {
      rank,
      agency: { code: codes.get(agencyId) ?? "", name: agencyName },
      ratePercent: rate === null ? null : rate / 100,
      ...{ doneOnTime, doneLate, overdueOpen, counted },
      change: change === undefined ? null : { ...change, points: hundredths(change.points) },
      counts,
    };
  }),
});

const hundredths = (value: number | null): number | null => (value === null ? null : value / 100);

const codesOf = async (db: Db): Promise<Map<number, string>> => {
  const agencies = await db.agency.findMany({ select: { id: true, code: true } });
  return new Map(agencies.map(({ id, code }) => [id, code]));
};

export const standings: DatabaseCommand = {
  name: "standings",
  summary: "Rank the agencies of a group by on-time completion",
  usage: "[--group G] [--period P] [--at DATE] [--json]",
  options: {
    group: { type: "string", value: "GROUP", help: "name or alias of a group (all)" },
    period: {
      type: "string",
      value: "PERIOD",
      help: "ytd, week, month, quarter, or 2026-W47, 2026-M11, 2026-Q4, 2026 (ytd)",
    },
    at: AT,
    json: JSON_OUT,
  },
  example: 'standings --group "sở" --period 2026-W47',
  details: [
    "Figures as they stood at the end of the period, or of --at where it is not over. What was",
    "published is kept as it was; these figures are computed anew.",
  ],
  database: "there",
  run: async ({ db, now, out }, given) => {
    noWords(given);
    const on = civilToday(now);
    const typed = given.text("period") ?? "ytd";
    const asked = askedPeriod(typed, on);
    if (asked === null) {
      throw wrongUsage(`--period “${typed}” is no period that has begun by ${on}`);
    }
    const { span, window, period } = asked;
    const groups = groupsAsked(await rankedGroups(db, window.to), given.text("group"));
    const compared: { ranking: OpenRanking; since: Compared | null }[] = [];
    for (const ranking of await computeRankings(db, groups, span, window)) {
      compared.push({ ranking, since: await compareWithPrevious(db, ranking, period) });
    }
    if (given.flag("json")) {
      const codes = await codesOf(db);
      const figures = compared.map(({ ranking, since }) => figuresOf(ranking, since, codes));
      out(JSON.stringify({ period, span, window, formula: FORMULA, groups: figures }, null, 2));
      return 0;
    }
    const blocks = compared.flatMap(({ ranking, since }): Block[] =>
      rankingBlocks("en", ranking, since),
    );
    out(renderText({ blocks }));
    return 0;
  },
};
