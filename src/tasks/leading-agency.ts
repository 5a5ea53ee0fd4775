import { loadDirectory } from "#src/agencies/agencies-store.ts";
import { namesByAgency } from "#src/agencies/former-names.ts";
import { makeNameIndex } from "#src/language/names.ts";
import type { Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";

/** The longest run of words at the start that names one of the agencies, and what follows. */
export const leadingAgency = async (
  request: Request,
  rows: readonly AssignmentRow[],
  text: string,
): Promise<{ row: AssignmentRow; rest: string } | null> => {
  const calledBy = namesByAgency(await loadDirectory(request.tx), rows, request.today);
  const index = makeNameIndex(
    rows.flatMap(({ id, agencyId }) => {
      const names = calledBy.get(agencyId);
      return names === undefined ? [] : [{ id, names }];
    }),
  );
  const ends = [...text.matchAll(/\S+/g)].slice(0, 12).map((word) => word.index + word[0].length);
  const named = ends
    .map((end, at) => ({ end, words: at + 1, found: index.resolve(nameIn(text, end)) }))
    .reverse();
  // A slip is only looked for where nothing is written right: "X-HH đã" is no typo of "X-HH".
  const meant =
    named.find(({ found }) => found.kind === "exact") ??
    named.find(({ found, words: many }) => found.kind === "near" && many >= 2);
  if (meant === undefined) return null;
  const { found, end } = meant;
  const row = "id" in found ? rows.find(({ id }) => id === found.id) : undefined;
  return row === undefined ? null : { row, rest: text.slice(end).replace(/^[\s:,;–-]+/, "") };
};

const nameIn = (text: string, end: number): string => text.slice(0, end).replace(/[:,;]+$/, "");
