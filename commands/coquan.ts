// /coquan [cơ quan]: the counts of one agency and its place in its group; one's own by default.
// Figures only: what the tasks are about is for those who may see them.
import { agencyOrAsk, type FoundAgency } from "#src/agencies/find-agency.ts";
import type { Block, Button } from "#src/messages/reply.ts";
import { code, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { extensionsInFigures } from "#src/messages/words/extensions.ts";
import * as words from "#src/messages/words/standings.ts";
import { ownAgencies } from "#src/people/actor.ts";
import type { Command, Request } from "#src/requests/request.ts";
import { countTable } from "#src/standings/count-table.ts";
import { extensionFigures, extensionsGranted } from "#src/standings/extensions-granted.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import { countBlocks, placeBlocks } from "#src/standings/render-counts.ts";
import { compareWithPrevious } from "#src/standings/snapshot-store.ts";
import { agencyById, computeRankings, rankedGroups } from "#src/standings/standings-store.ts";
import { standingWindow } from "#src/standings/windows.ts";

const commandFor = (agency: string): string => `/coquan ${agency}`;

async function ownAgency({ actor, tx, language }: Request): Promise<FoundAgency> {
  const own = await Promise.all(ownAgencies(actor).map((id) => agencyById(tx, id)));
  const [only] = own;
  if (only !== undefined && own.length === 1) return only;
  throw new UserError({
    blocks: [
      paragraph(words.whichAgencyShown(language)),
      paragraph(words.forExample(language), code(commandFor(own[0]?.code ?? "SNV"))),
    ],
    buttons: own.map((one) => [{ label: one.name, command: commandFor(one.code) }]),
  });
}

/** The place in the group, and the command that shows the whole group. */
async function placeOf(
  request: Request,
  agency: FoundAgency,
): Promise<{ blocks: Block[]; whole: string }> {
  const { tx, today, language } = request;
  const { span, window, period } = standingWindow("ytd", today);
  const groups = (await rankedGroups(tx, today)).filter(({ id }) => id === agency.groupId);
  const [ranking] = await computeRankings(tx, groups, span, window);
  if (ranking === undefined)
    return { blocks: [paragraph(words.agencyNotInRanking(language))], whole: "/xephang" };
  const compared = await compareWithPrevious(tx, ranking, period);
  const blocks = placeBlocks(language, agency.id, ranking, compared);
  return { blocks, whole: `/xephang ${ranking.group.name}` };
}

/** How often its dates were moved this year; nothing where they were not. */
async function extensionBlocks(
  { tx, today, language }: Request,
  agencyId: number,
): Promise<Block[]> {
  const { window } = standingWindow("ytd", today);
  const granted = await extensionsGranted(tx, [agencyId], today);
  const { times, tasks, many } = extensionFigures(granted.get(agencyId) ?? [], window);
  return times === 0 ? [] : [paragraph(extensionsInFigures(language, times, tasks, many))];
}

export const coquan: Command = {
  name: "coquan",
  aliases: ["agency"],
  summary: {
    vi: "Số liệu nhiệm vụ và thứ hạng của một cơ quan",
    en: "Task figures and rank of one agency",
  },
  example: "/coquan SNV",
  roles: "anyone",
  chats: ["private", "group"],
  kind: "read",
  run: async (request) => {
    const { tx, today, language } = request;
    const typed = request.args.trim();
    const agency =
      typed === "" ? await ownAgency(request) : await agencyOrAsk(request, typed, commandFor);
    const facts = await loadFacts(tx, { agencyIds: [agency.id] }, today);
    const tableOf = (role: "lead" | "coordinating") =>
      countTable(
        facts.filter((one) => one.role === role),
        today,
      );
    const counts = { lead: tableOf("lead"), coordinating: tableOf("coordinating") };
    const place = await placeOf(request, agency);
    const next: Button[] = [
      { label: words.overdueButton(language), command: `/quahan ${agency.code}` },
      { label: words.groupButton(language), command: place.whole },
    ];
    return {
      reply: {
        blocks: [
          ...countBlocks(language, agency, counts, today),
          ...(await extensionBlocks(request, agency.id)),
          ...place.blocks,
        ],
        buttons: [next],
      },
    };
  },
};
