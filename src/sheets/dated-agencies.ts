// "Sở Tài chính (từ 01/03/2025)": the very agency, where several in turn had the name. Exports
// write it only where the name alone would be read as another one.
import type { AgencyValue } from "#src/agencies/directory.ts";
import { showDate } from "#src/messages/format.ts";

type Validity = Pick<AgencyValue, "validFrom" | "validTo">;

/** The name with the day on which its agency began, or ended; alone where it has neither. */
export const datedName = ({ name, validFrom, validTo }: Validity & { name: string }): string => {
  if (validFrom !== null) return `${name} (từ ${showDate(validFrom)})`;
  return validTo === null ? name : `${name} (đến ${showDate(validTo)})`;
};

/** Takes the dated names out of a list; what is left is read as every list is. */
export function takeDatedNames(
  phrase: string,
  byDatedName: ReadonlyMap<string, AgencyValue>,
): { agencies: AgencyValue[]; rest: string } {
  if (!phrase.includes("(")) return { agencies: [], rest: phrase };
  const pieces = phrase.split(";").map((piece) => piece.trim());
  const found = pieces.flatMap((piece) => byDatedName.get(piece) ?? []);
  if (found.length === 0) return { agencies: [], rest: phrase };
  return { agencies: found, rest: pieces.filter((piece) => !byDatedName.has(piece)).join("; ") };
}
