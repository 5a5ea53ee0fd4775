import { bold, list, paragraph, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/absence.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { absencesOf, standInsOf } from "./absences-store.ts";

/** One's own days of leave, and for whom one stands in. */
export const leaveOverview = async (request: Request): Promise<Outcome> => {
  const { tx, actor, today, language } = request;
  const mine = await absencesOf(tx, actor.personId, today);
  const standIns = await standInsOf(tx, actor.personId, today);
  const labels = words.absenceLabels(language);
  if (mine.length + standIns.length === 0) return { reply: say(words.noAbsence(language)) };
  const part = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [paragraph(bold(title)), list(lines.map((line) => [line]))];
  return {
    reply: {
      blocks: [
        ...part(
          labels.mine,
          mine.map((one) => words.mineLine(language, one, one.substitute.fullName)),
        ),
        ...part(
          labels.standIn,
          standIns.map((one) => words.standInLine(language, one, one.absent.fullName)),
        ),
      ],
      buttons: mine.map((one) => {
        const days = words.showDays(one);
        return [
          { label: `${labels.end} ${days}`, command: `/vangmat hủy ${days.replace("–", "-")}` },
        ];
      }),
    },
  };
};
