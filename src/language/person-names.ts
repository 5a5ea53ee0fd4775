// Which of some people is meant by "@lan", "Nguyễn Thị Lan", "chị Lan", "ng thi lan", "Laan".
import { editDistance } from "./edit-distance.ts";
import { fold } from "./fold.ts";
import { accentedKey } from "./name-keys.ts";

export type KnownPerson = { id: number; fullName: string; usernames: readonly string[] };

/** `near`: taken in spite of a slip, so show it back. */
export type PersonReading<P extends KnownPerson> =
  | { kind: "found"; person: P; near: boolean }
  | { kind: "ambiguous"; people: P[] }
  | { kind: "unknown" };

const TITLES = /^(?:(?:ong|ba|anh|chi|co|chu|bac|em|dong chi|d\/c|dc|mr|mrs|ms)\.? )+(?=\S)/;
const SHORTEST_SLIP = 3;

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(TITLES, "")
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter((word) => word !== "");

/** "lan", "thi lan" and "nguyen lan" are all in "nguyen thi lan", in this order. */
const isWithin = (typed: readonly string[], name: readonly string[]): boolean => {
  let at = 0;
  for (const word of name) if (word === typed[at]) at += 1;
  return at === typed.length;
};

const isNear = (typed: readonly string[], name: readonly string[]): boolean => {
  const said = typed.join("");
  if (said.length < SHORTEST_SLIP) return false;
  const limit = said.length >= 9 ? 2 : 1;
  return [name, name.slice(-typed.length)].some(
    (words) => editDistance(said, words.join(""), limit) <= limit,
  );
};

/** A text that names one person for sure, whoever shares a name: for buttons, and to type. */
export const personCode = (id: number): string => `người-${id}`;

const codeIn = (text: string): number | null => {
  const found = /^nguoi ?-? ?(\d{1,9})$/.exec(fold(text));
  return found === null ? null : Number(found[1]);
};

/** Finds the person meant among some; one given name before the same word in another's middle. */
export const readPersonName = <P extends KnownPerson>(
  typed: string,
  people: readonly P[],
): PersonReading<P> => {
  const text = typed.trim().replace(/[.,;:!?]+$/u, "");
  const number = codeIn(text);
  const handle = text.replace(/^@/, "").toLowerCase();
  const words = wordsOf(text);
  const [exact, within, near] = [
    (name: string[]) => name.join(" ") === words.join(" "),
    (name: string[]) => isWithin(words, name),
    (name: string[]) => isNear(words, name),
  ];
  const named = (fits: (name: string[]) => boolean): P[] =>
    words.length === 0 ? [] : people.filter(({ fullName }) => fits(wordsOf(fullName)));
  const given = (name: string[]) => within(name) && name.at(-1) === words.at(-1);
  const tiers: (() => P[])[] = [
    () => people.filter(({ id }) => id === number),
    () => people.filter(({ usernames }) => usernames.some((one) => one.toLowerCase() === handle)),
    ...(text.startsWith("@") ? [] : [exact, given, within, near].map((fits) => () => named(fits))),
  ];
  for (const [place, tier] of tiers.entries()) {
    const fitting = tier();
    const accented = fitting.filter(({ fullName }) =>
      ` ${accentedKey(fullName)} `.includes(` ${accentedKey(text)} `),
    );
    const left = accented.length > 0 ? accented : fitting;
    const [person] = left;
    if (person === undefined) continue;
    if (left.length > 1) return { kind: "ambiguous", people: left };
    return { kind: "found", person, near: place === tiers.length - 1 && tiers.length > 2 };
  }
  return { kind: "unknown" };
};
