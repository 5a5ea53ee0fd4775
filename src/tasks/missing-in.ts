import { agenciesNamed } from "#src/agencies/agencies-named.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { noSuchTask } from "#src/messages/words/commands.ts";
import { notLedBy } from "#src/messages/words/missing.ts";
import type { Request } from "#src/requests/request.ts";
import { isAskedFor, missingOf } from "./missing.ts";
import { type LeadLine, leadLines } from "./missing-store.ts";
import type { MissingWords } from "./missing-words.ts";

export type MissingIn = {
  /** Those that are asked for. */
  chosen: LeadLine[];
  /** How many have not reported, whatever was asked for. */
  missing: number;
  /** How many lead it, of those that were named. */
  agencies: number;
  /** The agencies that were named; none: all. */
  only: readonly string[];
};

/**
 * Who of a task's agencies is meant. @throws UserError for a task that is not there and for names
 * that nobody knows, or that do not lead it; `commandFor` makes a button from names put right.
 */
export const missingIn = async (
  request: Request,
  taskId: number,
  said: MissingWords,
  commandFor: (names: string) => string,
): Promise<MissingIn> => {
  const { tx, language, today } = request;
  const code = formatTaskCode(taskId);
  const rows = await leadLines(tx, taskId);
  if (rows.length === 0) {
    throw new UserError({
      blocks: [paragraph(noSuchTask(language, code))],
      buttons: [[{ label: "/chuabaocao", command: "/chuabaocao" }]],
    });
  }
  const named = await agenciesNamed(request, said.names, commandFor);
  const { missing, agencies } = missingOf(
    named === null ? rows : rows.filter(({ agencyId }) => named.ids.has(agencyId)),
  );
  if (agencies === 0 && named !== null) {
    throw new UserError({ blocks: [paragraph(notLedBy(language, code, named.names))] });
  }
  const chosen = missing.filter((row) => isAskedFor(row, said.which, today));
  return { chosen, missing: missing.length, agencies, only: named?.names ?? [] };
};
