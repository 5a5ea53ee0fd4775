import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { formsOf } from "#src/language/name-keys.ts";
import {
  makeNameIndex,
  type NameIndex,
  type NameMatch,
  type NameResolution,
} from "#src/language/names.ts";
import { loadDirectory } from "./agencies-store.ts";
import {
  type AgencyValue,
  type Directory,
  type GroupValue,
  hasEnded,
  isValidOn,
  standingFor,
} from "./directory.ts";
import { groupNames } from "./group-aliases.ts";

/** `agency:12` or `group:3`. */
export type AgencyKey = `agency:${number}` | `group:${number}`;

export type Named = { agency: AgencyValue } | { group: GroupValue; members: AgencyValue[] };

/** Who is called what on one day. A name may be that of an agency which has ended by then. */
export type AgencyIndex = {
  on: CivilDate;
  /** Agencies and the groups that can be addressed as a whole. */
  names: NameIndex<AgencyKey>;
  /** Agencies alone. */
  agencyNames: NameIndex<AgencyKey>;
  get: (key: AgencyKey) => Named;
  /** Itself, or those that took over. Empty: it ended and nobody is known to have taken over. */
  standingFor: (agency: AgencyValue) => AgencyValue[];
};

const keyOf = ({ id }: AgencyValue): AgencyKey => `agency:${id}`;

const namesOf = ({ name, code, aliases }: AgencyValue): string[] => [name, code, ...aliases];

const entriesOf = (agencies: readonly AgencyValue[]) =>
  agencies.map((agency) => ({ id: keyOf(agency), names: namesOf(agency) }));

type Found = NameMatch<AgencyKey> | null;

const matcher = (index: NameIndex<AgencyKey>) => {
  const match = index.match ?? index.resolve;
  return (typed: string): Found => {
    const found = match(typed);
    return found === null || found.kind === "unknown" ? null : found;
  };
};

/** "UBND các cấp" is one slip from a group's name and means others: groups are never guessed. */
const isGuessedGroup = (found: Found): boolean =>
  found?.kind === "near" && found.id.startsWith("group:");

/** Names that hold now win; then an ended agency's exact name; only then a likely slip. */
function withEnded(
  now: NameIndex<AgencyKey>,
  ended: NameIndex<AgencyKey>,
  successorOf: (key: AgencyKey) => string,
  addressedGroup: (typed: string) => Found,
): NameIndex<AgencyKey> {
  const matchNow = matcher(now);
  const matchEnded = matcher(ended);
  const settled = (found: Found): Found => {
    if (found?.kind !== "ambiguous") return found;
    const [first] = found.ids;
    const same = new Set(found.ids.map(successorOf)).size === 1;
    return first !== undefined && same ? { kind: "exact", id: first } : found;
  };
  const search = (typed: string): Found => {
    const group = addressedGroup(typed);
    if (group !== null) return group;
    const said = matchNow(typed);
    const current = isGuessedGroup(said) ? null : said;
    if (current?.kind === "exact" || current?.kind === "ambiguous") return current;
    const former = settled(matchEnded(typed));
    if (former?.kind === "exact") return former;
    if (current !== null) return current;
    // A slip away from an agency that left nobody behind is no help.
    return former?.kind === "near" && successorOf(former.id) === "" ? null : former;
  };
  const known = new Map<string, Found>();
  const match = (typed: string): Found => {
    const found = known.has(typed) ? (known.get(typed) ?? null) : search(typed);
    known.set(typed, found);
    return found;
  };
  const resolve = (typed: string): NameResolution<AgencyKey> => {
    const found = match(typed);
    if (found !== null) return found;
    const guess = now.resolve(typed);
    if (guess.kind === "unknown") return guess;
    return { kind: "unknown", nearest: guess.kind === "near" ? [guess] : [] };
  };
  return { match, resolve };
}

/** Groups by the exact ways of addressing them: too many to search by spelling. */
function groupFinder(groups: readonly GroupValue[]): (typed: string) => Found {
  const keys = new Map<string, AgencyKey>();
  for (const { id, name, aliases } of groups) {
    for (const alias of groupNames(name, aliases)) {
      for (const key of formsOf(alias).keys) if (!keys.has(key)) keys.set(key, `group:${id}`);
    }
  }
  return (typed) => {
    const [id] = [...formsOf(typed).keys].flatMap((key) => keys.get(key) ?? []);
    return id === undefined ? null : { kind: "exact", id };
  };
}

/** Makes the index of one day from all that is known about agencies. Pure. */
export function makeAgencyIndex(directory: Directory, on: CivilDate): AgencyIndex {
  const valid = directory.agencies.filter((agency) => isValidOn(agency, on));
  const former = directory.agencies.filter((agency) => hasEnded(agency, on));
  const agencies = new Map(directory.agencies.map((agency) => [keyOf(agency), agency]));
  const addressed = directory.groups.filter(
    ({ name, aliases }) => groupNames(name, aliases).length,
  );
  const groups = addressed.map(({ id, name }) => ({ id: `group:${id}` as const, names: [name] }));
  const stand = ({ id }: AgencyValue) => standingFor(directory, id, on);
  const heirs = (key: AgencyKey): string => {
    const agency = agencies.get(key);
    return agency ? stand(agency).map(keyOf).join() : "";
  };
  const ended = makeNameIndex<AgencyKey>(entriesOf(former));
  const over = (entries: { id: AgencyKey; names: string[] }[], group: (typed: string) => Found) =>
    withEnded(makeNameIndex<AgencyKey>(entries), ended, heirs, group);

  return {
    on,
    names: over([...entriesOf(valid), ...groups], groupFinder(addressed)),
    agencyNames: over(entriesOf(valid), () => null),
    standingFor: stand,
    get: (key) => {
      const agency = agencies.get(key);
      if (agency !== undefined) return { agency };
      const group = directory.groups.find(({ id }) => key === `group:${id}`);
      if (group === undefined) throw new Error(`no such agency or group: ${key}`);
      return { group, members: valid.filter(({ groupId }) => groupId === group.id) };
    },
  };
}

/** The index of agencies and groups as they are on a day. */
export const agencyIndex = async (tx: Store, on: CivilDate): Promise<AgencyIndex> =>
  makeAgencyIndex(await loadDirectory(tx), on);
