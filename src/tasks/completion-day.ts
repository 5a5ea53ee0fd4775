import type { CivilDate } from "#src/calendar/civil-date.ts";
import { readDate } from "#src/language/dates.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { badCompletion } from "#src/messages/words/commands.ts";
import type { Request } from "#src/requests/request.ts";

/**
 * The day of completion that somebody sets when they confirm, where they do not accept the
 * document's own date; null where nothing is said. @throws UserError for a day that is none, or
 * that lies ahead.
 */
export const readCompletion = (typed: string, request: Request): CivilDate | null => {
  const text = typed.trim();
  if (text === "") return null;
  const read = readDate(text, request.today, request.calendar);
  if (read?.kind === "date" && read.due <= request.today) return read.due;
  // "14/10" without a year is the latest such day: a completion never lies ahead.
  throw new UserError({ blocks: [paragraph(badCompletion(request.language, text))] });
};
