// What is left to ask before a petition can be sent: for which agency, about which week, why.
import { fold } from "#src/language/fold.ts";

export type OwnAgency = { id: number; name: string; code: string };

/** One's own agency at the start of what was typed, by name or code; `rest` is what follows. */
export const leadingOwn = (
  own: readonly OwnAgency[],
  typed: string,
): { agency: OwnAgency; rest: string } | null => {
  const parts = typed.trim().split(/\s+/);
  const named = own.flatMap((agency) =>
    [agency.name, agency.code].map((name) => ({ agency, words: name.split(/\s+/) })),
  );
  const longestFirst = named.sort((a, b) => b.words.length - a.words.length);
  for (const { agency, words } of longestFirst) {
    const start = parts
      .slice(0, words.length)
      .join(" ")
      .replace(/[:,;]$/, "");
    if (fold(start) === fold(words.join(" "))) {
      return { agency, rest: parts.slice(words.length).join(" ") };
    }
  }
  return null;
};
