// Who a line names: agencies that change, those that take over, those that are made.
import type { AgencyValue, GroupValue } from "#src/agencies/directory.ts";
import type { AgencyIndex } from "#src/agencies/name-index.ts";
import { fold } from "#src/language/fold.ts";
import { formsOf } from "#src/language/name-keys.ts";
import { splitNames } from "#src/language/name-list.ts";
import { suggestCode } from "./agency-code.ts";
import { splitNewNames } from "./new-names.ts";
import { isNew, type OrderProblem, type Party } from "./order.ts";
import type { Column, ColumnText } from "./order-text.ts";

type Named<T> = {
  found: T[];
  near: { phrase: string; name: string }[];
  problems: OrderProblem[];
};

const brief = ({ name, code }: AgencyValue) => ({ name, code });

/** "Sở A với Sở B" is a list too. */
const asList = (text: string): string =>
  text.normalize("NFC").replace(/\s+(?:với|voi)\s+/giu, ", ");

/** The agencies of a list as they were on the day of the index, not those that took over since. */
export const namedAgencies = (index: AgencyIndex, text: string): Named<AgencyValue> => {
  const named: Named<AgencyValue> = { found: [], near: [], problems: [] };
  const at = (keys: readonly Parameters<AgencyIndex["get"]>[0][]) =>
    keys.flatMap((key) => {
      const one = index.get(key);
      return "agency" in one ? [one.agency] : [];
    });
  for (const { text: phrase, result } of splitNames(asList(text), index.agencyNames).parts) {
    if (result.kind === "unknown") {
      const nearest = at(result.nearest.map(({ id }) => id)).map(brief);
      named.problems.push({ kind: "unknown", phrase, nearest });
    } else if (result.kind === "ambiguous") {
      named.problems.push({ kind: "ambiguous", phrase, nearest: at(result.ids).map(brief) });
    } else {
      const [agency] = at([result.id]);
      if (agency === undefined) continue;
      const standing = index.standingFor(agency);
      if (!standing.some(({ id }) => id === agency.id)) {
        named.problems.push({ kind: "ended", name: agency.name, heirs: standing.map(brief) });
      } else if (!named.found.some(({ id }) => id === agency.id)) {
        named.found.push(agency);
        if (result.kind === "near") named.near.push({ phrase, name: agency.name });
      }
    }
  }
  return named;
};

/** The agency that is called just so: by its name, its code or an alias, accents or none. */
export const agencyCalled = (
  agencies: readonly AgencyValue[],
  typed: string,
): AgencyValue | undefined => {
  const { keys } = formsOf(typed);
  const isCalled = ({ name, code, aliases }: AgencyValue) =>
    [name, code, ...aliases].some((each) => [...formsOf(each).keys].some((key) => keys.has(key)));
  return agencies.find((agency) => fold(agency.name) === fold(typed)) ?? agencies.find(isCalled);
};

export const partyOf = ({ id, name, code, type, groupId, ranked }: AgencyValue): Party => ({
  id,
  name,
  code,
  type,
  groupId,
  ranked,
});

/** What "thành" leads to: agencies that are there already, and new ones by their names. */
export const namedParties = (
  index: AgencyIndex,
  /** Valid on the day that it takes effect. */
  agencies: readonly AgencyValue[],
  text: string,
  predecessor: AgencyValue,
): Named<Party> => {
  const named: Named<Party> = { found: [], near: [], problems: [] };
  const isKnown = (name: string) => agencyCalled(agencies, name) !== undefined;
  for (const name of splitNewNames(text.normalize("NFC"), isKnown)) {
    const known = agencyCalled(agencies, name);
    if (known !== undefined) {
      if (!named.found.some(({ id }) => id === known.id)) named.found.push(partyOf(known));
      continue;
    }
    const like = index.agencyNames.resolve(name);
    // One word is no name of an agency, but perhaps a code with a slip.
    if (!/\s/.test(name)) {
      named.problems.push({ kind: "unknown", phrase: name, nearest: [] });
      continue;
    }
    const [other] =
      like.kind === "near" ? agencies.filter(({ id }) => like.id === `agency:${id}`) : [];
    if (other !== undefined && other.id !== predecessor.id) {
      named.problems.push({ kind: "like another", name, other: brief(other) });
    }
    const { type, groupId, ranked } = predecessor;
    named.found.push({ id: -1 - named.found.length, name, code: "", type, groupId, ranked });
  }
  return named;
};

const withColumn = (
  party: Party,
  column: Column,
  value: string,
  groups: readonly GroupValue[],
): Party => {
  if (column === "name") return { ...party, name: value };
  if (column === "code") return { ...party, code: value.toUpperCase() };
  if (column === "type") return { ...party, type: value };
  const group = groups.find((one) => fold(one.name).includes(fold(value)));
  return group === undefined ? party : { ...party, groupId: group.id };
};

/** Lays "mã SNM" over the new agencies, and gives a code to those without. */
export const completeParties = (
  parties: readonly Party[],
  columns: readonly ColumnText[],
  {
    predecessor,
    taken,
    groups,
  }: {
    predecessor: AgencyValue;
    /** Who holds a code on that day. */
    taken: (code: string) => string | null;
    groups: readonly GroupValue[];
  },
): { parties: Party[]; problems: OrderProblem[] } => {
  const problems: OrderProblem[] = [];
  let made = [...parties];
  // Names first: "mã" may call an agency by the name that it was just given.
  for (const { column, of, value } of columns) {
    const fresh = made.filter(isNew);
    const called = fresh.filter(({ name, code }) =>
      [name, code].some((each) => each !== "" && fold(each) === fold(of)),
    );
    const [target, ...more] = of === "" ? fresh : called;
    if (target === undefined || more.length > 0) {
      const names = fresh.map(({ name }) => name);
      problems.push({ kind: "which new", phrase: of === "" ? value : of, names });
      continue;
    }
    if (column === "group" && !groups.some(({ name }) => fold(name).includes(fold(value)))) {
      const names = groups.map(({ name }) => name);
      problems.push({ kind: "unknown group", phrase: value, names });
      continue;
    }
    made = made.map((party) =>
      party.id === target.id ? withColumn(party, column, value, groups) : party,
    );
  }
  const holder = (code: string, but: number): string | null =>
    taken(code) ??
    made.find((other) => isNew(other) && other.id !== but && fold(other.code) === fold(code))
      ?.name ??
    null;
  for (const { id } of made) {
    const party = made.find((one) => one.id === id);
    if (party === undefined || !isNew(party)) continue;
    if (party.code === "") {
      const code = suggestCode(party.name, predecessor, (one) => holder(one, id) !== null);
      if (code === null) problems.push({ kind: "no code", name: party.name });
      else made = made.map((one) => (one.id === id ? { ...one, code } : one));
    } else {
      const by = holder(party.code, id);
      if (by !== null) problems.push({ kind: "code taken", code: party.code, by });
    }
  }
  return { parties: made, problems };
};
