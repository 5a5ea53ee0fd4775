import { fold } from "#src/language/fold.ts";

// "UBND các huyện, thị xã, thành phố": a body, the plural, the kinds, and what closes the phrase.
const SHAPE = /^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)?\s*(các|tất cả các|toàn bộ các)?\s*(.+)$/iu;
const PLACES = ["", "trong tỉnh", "trên địa bàn tỉnh", "thuộc tỉnh"];
const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/^(huyen|quan|thi xa)$/, "cấp huyện"],
  [/^(xa|phuong|dac khu|thi tran)$/, "cấp xã"],
];

const joined = (words: readonly (string | undefined)[]): string =>
  words.filter((word) => word !== undefined && word !== "").join(" ");

/** Full list, ends only and, for local bodies, the first kind alone. */
function kindLists(kinds: readonly string[], local: boolean): string[] {
  const [first = ""] = kinds;
  const last = kinds.at(-1) ?? first;
  const lists = [
    kinds.join(", "),
    `${first}, ${last}`,
    ...kinds.slice(1).map((k) => `${first}, ${k}`),
  ];
  if (local) lists.push(first);
  return [...new Set(kinds.length > 1 ? lists : [first])];
}

/**
 * The ways in which documents address a group as a whole, made from its name. A group whose name
 * is one bare word ("Khác") is a drawer for ranking and is never addressed.
 */
export function groupNames(name: string, aliases: readonly string[] = []): string[] {
  const shape = SHAPE.exec(name.trim());
  if (!shape || !/\s/.test(name.trim())) return [...aliases];
  const [, body, plural, rest = ""] = shape;
  const kinds = rest.split(/\s*(?:,|;|\/|\svà\s)\s*/u).filter((kind) => kind !== "");
  const level = LEVELS.find(([pattern]) => kinds.some((kind) => pattern.test(fold(kind))))?.[1];
  if (plural === undefined && body === undefined && kinds.length < 2) return [name, ...aliases];
  const local = body !== undefined || level !== undefined;
  const places = local ? PLACES : [...PLACES, "cấp tỉnh", "tỉnh"];
  const heads = local ? ["UBND các", "UBND", "các", "tất cả UBND các"] : ["các", "", "tất cả các"];
  const lists = kindLists(kinds, local).flatMap((list) =>
    heads.map((head) => joined([head, list])),
  );
  // "UBND huyện" alone would be the beginning of every district's name.
  const whole = lists.filter((each) => !local || /các|,/u.test(each));
  const levels =
    level === undefined ? [] : [`UBND ${level}`, `các UBND ${level}`, `UBND các ${level}`];
  const all = [...whole, ...levels].flatMap((each) => places.map((place) => joined([each, place])));
  return [...new Set([name, ...aliases, ...all])];
}
