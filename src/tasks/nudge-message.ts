// What an agency hears when it is nudged: its people the card under a sentence, its group the
// sentence alone, and of a restricted task the code only.
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type OutgoingMessage, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/nudges.ts";
import { roleName } from "#src/messages/words/roles.ts";
import { hasRole } from "#src/people/actor.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { readerFor, renderCard } from "./card.ts";
import { missingGroup } from "./missing.ts";
import { tellAgency } from "./tell.ts";

export type AgencyGroup = { id: number; chatId: number; threadId: number };

/** One a day for each assignment. */
export const nudgeKey = (request: Request, assignmentId: number): string =>
  `nudge:${request.today}:${assignmentId}`;

const sentence = (request: Request, row: AssignmentRow, language: Language): Block => {
  const role = hasRole(request.actor, "secretariat") ? "secretariat" : "leader";
  const said = {
    sender: roleName(language, role),
    agency: row.agency.name,
    code: formatTaskCode(row.taskId),
    group: missingGroup(row, request.today),
    due: row.dueOn === null ? null : fromDbDate(row.dueOn),
  };
  // Tagged, so that nobody is nudged who hands in before it goes out.
  return { kind: "paragraph", runs: [words.pleaseReport(language, said)], about: row.id };
};

const typed = (language: Language, message: string): Block[] =>
  message === "" ? [] : [paragraph(words.theirMessage(language, message))];

const toGroup = (
  request: Request,
  row: AssignmentRow,
  message: string,
  group: AgencyGroup,
): OutgoingMessage => ({
  to: { chatId: group.chatId, threadId: group.threadId },
  kind: "notice",
  key: `${nudgeKey(request, row.id)}:group:${group.id}`,
  nag: true,
  reply: {
    blocks: [
      sentence(request, row, "vi"),
      ...(row.task.restricted ? [] : [paragraph(row.task.content), ...typed("vi", message)]),
    ],
  },
});

/** Everything that one agency hears; nothing where nobody is connected. */
export const nudgeMessages = async (
  request: Request,
  row: AssignmentRow,
  message: string,
  groups: readonly AgencyGroup[],
): Promise<OutgoingMessage[]> => {
  const toPeople = await tellAgency(request, row, {
    key: nudgeKey(request, row.id),
    reply: async (actor) => {
      const card = await renderCard(row, readerFor(request, actor));
      const { language } = actor;
      const said = [sentence(request, row, language), ...typed(language, message)];
      return { ...card, blocks: [...said, ...card.blocks] };
    },
  });
  return [
    ...toPeople.map((one) => ({ ...one, nag: true })),
    ...groups.map((group) => toGroup(request, row, message, group)),
  ];
};
