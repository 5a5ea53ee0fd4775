import { editDistance } from "./edit-distance.ts";
import { isAbbreviationOf } from "./initials.ts";
import { accentedKey, bareNames, formsOf, looserKeys, tellingLength } from "./name-keys.ts";

/** The first of `names` is shown to people; all of them are recognised. */
export type NameEntry<Id extends string | number> = { id: Id; names: readonly string[] };

/** "near": a likely slip or a bare place name, to be shown back; "unknown" gives up to three. */
export type NameResolution<Id extends string | number> =
  | { kind: "exact"; id: Id }
  | { kind: "near"; id: Id; name: string }
  | { kind: "ambiguous"; ids: Id[] }
  | { kind: "unknown"; nearest: { id: Id; name: string }[] };

/** A resolution that names something. */
export type NameMatch<Id extends string | number> = Exclude<
  NameResolution<Id>,
  { kind: "unknown" }
>;

export type NameIndex<Id extends string | number> = {
  /** As `resolve`, but null for an unknown name: quicker, and left out by wrapping indexes. */
  match?: (typed: string) => NameMatch<Id> | null;
  resolve: (typed: string) => NameResolution<Id>;
};

type Reading<Id> = {
  id: Id;
  words: readonly string[];
  key: string;
  telling: number;
  isBare: boolean;
};

const SHORTEST_NEAR = 5;
const SHORTEST_CODE = 3;
const LONGEST_TYPED = 200;

/** How many slips a name of so many telling letters may hold. */
const slipsAllowed = (telling: number): number =>
  telling < 4 ? 0 : telling <= 8 ? 1 : telling <= 16 ? 2 : 3;

function addTo<Id>(index: Map<string, Set<Id>>, keys: Iterable<string>, id: Id): void {
  for (const key of keys) {
    const ids = index.get(key) ?? new Set<Id>();
    index.set(key, ids.add(id));
  }
}

function found<Id>(index: ReadonlyMap<string, ReadonlySet<Id>>, keys: Iterable<string>): Set<Id> {
  return new Set([...keys].flatMap((key) => [...(index.get(key) ?? [])]));
}

function narrowed<Id>(ids: ReadonlySet<Id>, by: ReadonlySet<Id> | undefined): Id[] {
  const both = [...ids].filter((id) => by?.has(id));
  return both.length > 0 ? both : [...ids];
}

/**
 * Makes an index over names of agencies and groups. A name resolves, in this order, by a given
 * name, by its initials, without "tỉnh" or an office holder's title, by its bare place, and by
 * spelling within a bound that grows with its length. Codes of four letters or fewer are never
 * guessed: STC and STP are one slip apart.
 */
export function makeNameIndex<Id extends string | number>(
  entries: readonly NameEntry<Id>[],
): NameIndex<Id> {
  const given = new Map<string, Set<Id>>();
  const accented = new Map<string, Set<Id>>();
  const looser = new Map<string, Set<Id>>();
  const bare = new Map<string, Set<Id>>();
  const readings: Reading<Id>[] = [];
  const shown = new Map<Id, string>();

  for (const { id, names } of entries) {
    shown.set(id, shown.get(id) ?? names[0] ?? String(id));
    for (const name of names) {
      const forms = formsOf(name);
      addTo(given, forms.keys, id);
      addTo(looser, looserKeys(name), id);
      addTo(accented, [accentedKey(name)], id);
      const bareWords = bareNames(forms.readings);
      addTo(
        bare,
        bareWords.map((words) => words.join("")),
        id,
      );
      const add = (isBare: boolean) => (words: readonly string[]) =>
        readings.push({ id, words, isBare, key: words.join(""), telling: tellingLength(words) });
      [forms.words, ...forms.readings].forEach(add(false));
      bareWords.forEach(add(true));
    }
  }

  const nameOf = (id: Id): string => shown.get(id) ?? String(id);

  const abbreviated = (typed: readonly (readonly string[])[]): Set<Id> =>
    new Set(
      readings
        .filter(
          ({ isBare, words }) => !isBare && typed.some((each) => isAbbreviationOf(each, words)),
        )
        .map(({ id }) => id),
    );

  const distances = (keys: readonly string[], bound: (reading: Reading<Id>) => number) => {
    const best = new Map<Id, number>();
    for (const reading of readings) {
      const limit = bound(reading);
      const distance = Math.min(...keys.map((key) => editDistance(key, reading.key, limit)));
      if (distance <= limit && distance < (best.get(reading.id) ?? Infinity)) {
        best.set(reading.id, distance);
      }
    }
    return [...best].sort((a, b) => a[1] - b[1]);
  };

  const nearest = (keys: readonly string[]) =>
    distances(keys, ({ key }) => Math.ceil(key.length / 2))
      .slice(0, 3)
      .map(([id]) => ({ id, name: nameOf(id) }));

  const bySpelling = (keys: readonly string[]): NameMatch<Id> | null => {
    const long = keys.filter((key) => key.length >= SHORTEST_NEAR);
    const near = distances(long, ({ key, words, telling }) => {
      // A code has no spelling to be near to, unless it is long.
      if (words.length === 1) return key.length > SHORTEST_NEAR ? 1 : 0;
      return slipsAllowed(telling);
    });
    const [first] = near;
    if (!first) return null;
    const tied = near.filter(([, distance]) => distance === first[1]).map(([id]) => id);
    if (tied.length > 1) return { kind: "ambiguous", ids: tied };
    return { kind: "near", id: first[0], name: nameOf(first[0]) };
  };

  // "sở giao thông", as long as one name only begins so.
  const begun = (typed: readonly (readonly string[])[]): Set<Id> => {
    const starts = typed.filter((words) => words.length > 1).map((words) => `${words.join(" ")} `);
    const begins = ({ words }: Reading<Id>) =>
      starts.some((start) => `${words.join(" ")} `.startsWith(start));
    return new Set(readings.filter(begins).map(({ id }) => id));
  };

  const match = (typed: string): NameMatch<Id> | null => {
    const text = typed.slice(0, LONGEST_TYPED);
    const forms = formsOf(text);
    const all = [forms.words, ...forms.readings];
    if (forms.keys.size === 0) return null;
    const isShort = forms.words.join("").length < SHORTEST_CODE;
    const tiers = [
      () => found(given, forms.keys),
      () => (isShort ? new Set<Id>() : abbreviated(all)),
      () => found(looser, looserKeys(text)),
    ];
    for (const tier of tiers) {
      const ids = tier();
      // Places that differ by an accent alone are told apart by it.
      const [id, second] = ids.size > 1 ? narrowed(ids, accented.get(accentedKey(text))) : ids;
      if (id !== undefined) {
        return second === undefined ? { kind: "exact", id } : { kind: "ambiguous", ids: [...ids] };
      }
    }
    if (isShort) return null;
    const places = found(bare, forms.keys);
    const likely = places.size > 0 ? places : begun(all);
    const [only] = likely;
    if (only !== undefined && likely.size === 1) {
      return { kind: "near", id: only, name: nameOf(only) };
    }
    return places.size > 1 ? { kind: "ambiguous", ids: [...places] } : bySpelling([...forms.keys]);
  };

  const resolve = (typed: string): NameResolution<Id> => {
    const keys = [...formsOf(typed.slice(0, LONGEST_TYPED)).keys];
    return match(typed) ?? { kind: "unknown", nearest: nearest(keys) };
  };

  return { match, resolve };
}
