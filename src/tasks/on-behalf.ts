// Nhập hộ: whoever enters for an agency is told for whom it was, its people what was entered.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type OutgoingMessage, paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/on-behalf.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { type EntryRef, formatEntry } from "./entry-code.ts";
import { namedCode, shownCode } from "./occurrence-view.ts";
import { tellAgency } from "./tell.ts";

/** What was said in an entry. */
export type EntrySaid =
  | { kind: "progress"; percent: number | null; note: string }
  | {
      kind: "result";
      documentNumber: string | null;
      documentDate: CivilDate | null;
      note: string;
    };

export const entryText = (language: Language, said: EntrySaid): string =>
  said.kind === "progress"
    ? words.progressEntry(language, said.percent, said.note)
    : words.resultEntry(language, said.documentNumber, said.documentDate, said.note);

/** What was entered for an agency, to its people, with one tap to say that it is not right. */
export const tellOnBehalf = (
  request: Request,
  assignment: AssignmentRow,
  entry: EntryRef,
  said: EntrySaid,
): Promise<OutgoingMessage[]> => {
  const named = formatEntry(entry);
  return tellAgency(request, assignment, {
    key: `on-behalf:${named}`,
    reply: ({ language }) => ({
      blocks: [
        paragraph(
          words.enteredForYou(
            language,
            request.actor.fullName,
            assignment.agency.name,
            shownCode(language, assignment),
            named,
            entryText(language, said),
          ),
        ),
      ],
      buttons: [
        [
          {
            label: words.onBehalfLabels(language).wrong,
            command: `/khongdung ${namedCode(assignment)} ${named}`,
            style: "danger",
          },
        ],
      ],
    }),
  });
};

/** For whom it was, under the answer to whoever entered it; `told` null: for nobody else. */
export const enteredForBlocks = (
  language: Language,
  { agency }: AssignmentRow,
  told: readonly OutgoingMessage[] | null,
): Block[] =>
  told === null ? [] : [paragraph(words.enteredFor(language, agency.name, told.length))];
