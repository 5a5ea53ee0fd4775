// Which groups of agencies somebody means by "sở", "xa", "UBND huyện".
import { fold } from "#src/language/fold.ts";
import { groupNames } from "./group-aliases.ts";

type NamedGroup = { name: string; aliases: readonly string[] };

const wordsOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/**
 * Groups whose name or alias is what was typed; else those that hold it as whole words in a row;
 * else those that hold each of its words. Several may fit; none: empty.
 */
export function groupsNamed<Group extends NamedGroup>(
  groups: readonly Group[],
  typed: string,
): Group[] {
  const asked = wordsOf(typed);
  if (asked === "") return [];
  const named = (fits: (name: string) => boolean) =>
    groups.filter((group) =>
      [group.name, ...groupNames(group.name, group.aliases)].map(wordsOf).some(fits),
    );
  const exactly = named((name) => name === asked);
  if (exactly.length > 0) return exactly;
  const inARow = named((name) => ` ${name} `.includes(` ${asked} `));
  if (inARow.length > 0) return inARow;
  return named((name) => asked.split(" ").every((word) => ` ${name} `.includes(` ${word} `)));
}
