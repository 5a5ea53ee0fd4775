// A draft as /giao was given it: typed whole, or with the words of the message that it answers.
import { agencyIndex } from "#src/agencies/name-index.ts";
import type { Request } from "#src/requests/request.ts";
import { readVerbatim, takeBareDeadline, withQuoted } from "./quoted-draft.ts";
import { type DraftText, readDraftText, takeLeadingNames } from "./task-draft.ts";

/** What was typed after /giao, with the words of the answered message where it has none itself. */
export const readSaid = async (request: Request): Promise<DraftText> => {
  const { today, calendar, repliedTo, repliedToBot } = request;
  const days = { today, calendar };
  const verbatim = readVerbatim(request.args);
  if (verbatim !== null) return withQuoted(readDraftText(""), verbatim, days);
  const index = await agencyIndex(request.tx, today);
  const text = takeBareDeadline(takeLeadingNames(readDraftText(request.args), index), days);
  const quoted = repliedToBot === true ? undefined : repliedTo;
  return quoted === undefined || text.content !== "" ? text : withQuoted(text, quoted, days);
};
