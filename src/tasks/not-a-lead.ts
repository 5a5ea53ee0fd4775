// "/giaitrinh NV-030 SYT …" where SYT does not lead NV-030: taken for the agency that is meant, not
// for the beginning of what is asked of another.
import { findInIndex } from "#src/agencies/find-agency.ts";
import { agencyIndex } from "#src/agencies/name-index.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { narrowed } from "./named-rows.ts";

const MOST_WORDS = 12;

const withoutStop = (text: string): string => text.replace(/[:,;]+$/, "");

/**
 * The agency that a text begins with though it leads none of the rows, and what follows its name;
 * null where it begins with none, or one of theirs.
 */
export const notALead = async (
  request: Request,
  rows: readonly AssignmentRow[],
  text: string,
): Promise<{ name: string; rest: string } | null> => {
  const meant = await narrowed(request, rows, text);
  if (meant.agencyId !== null) return null;
  const index = await agencyIndex(request.tx, request.today);
  const words = [...meant.rest.matchAll(/\S+/g)].slice(0, MOST_WORDS).reverse();
  for (const word of words) {
    const end = word.index + word[0].length;
    const typed = withoutStop(meant.rest.slice(0, end));
    // What is written with a slip may be anything.
    if (index.agencyNames.resolve(typed).kind !== "exact") continue;
    const found = findInIndex(index, typed);
    if (found.kind !== "found" || rows.some(({ agencyId }) => agencyId === found.agency.id)) {
      continue;
    }
    return { name: found.agency.name, rest: meant.rest.slice(end).replace(/^[\s:,;–-]+/, "") };
  }
  return null;
};
