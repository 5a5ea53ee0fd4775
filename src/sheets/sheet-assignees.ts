import type { AgencyValue } from "#src/agencies/directory.ts";
import {
  type Assignees,
  assignedAgencies,
  type Leftover,
} from "#src/agencies/resolve-assignees.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { CellReaders } from "./cell-readers.ts";
import type { Column } from "./columns.ts";
import { takeDatedNames } from "./dated-agencies.ts";
import type { CellError, CellNote, CellProblem } from "./sheet-problems.ts";

export type Place = { row: number; column: Column };

/** Agencies are those of the document's day, and then those of the day of the import. */
export type Days = { read: CellReaders; issuedOn: CivilDate };

export type Leads = { agencies: AgencyValue[]; notes: CellNote[]; errors: CellError[] };
export type Coordinating = {
  agencies: AgencyValue[];
  /** Groups, and phrases that name nobody in particular. */
  references: { groupId: number | null; phrase: string }[];
  notes: CellNote[];
};

function problemOf(leftover: Leftover, on: CivilDate): CellProblem {
  const { phrase } = leftover;
  switch (leftover.kind) {
    case "unknown":
      return { kind: "unknown-agency", phrase, nearest: leftover.nearest.map(({ name }) => name) };
    case "ambiguous": {
      const candidates = leftover.candidates.map(({ name }) => name);
      return { kind: "ambiguous-agency", phrase, candidates };
    }
    case "ended": {
      const { name, validTo } = leftover.agency;
      return { kind: "ended-agency", name, validTo };
    }
    case "nobody":
      return { kind: "empty-group", name: leftover.group.name, on };
  }
}

/** As of the document; a name that only came later is read as of the import. */
function assigneesOf(phrase: string, { read, issuedOn }: Days): Assignees {
  const then = read.assignees(phrase, issuedOn);
  if (then.leftovers.length === 0) return then;
  const now = read.assignees(phrase, read.on);
  return now.leftovers.length === 0 ? now : then;
}

function nameNotes({ agencies }: Assignees, place: Place): CellNote[] {
  return agencies.flatMap(({ agency: { name }, phrase, near, via }): CellNote[] => [
    ...(near ? [{ ...place, kind: "near-agency" as const, phrase, name }] : []),
    ...(via ? [{ ...place, kind: "taken-over" as const, phrase, name }] : []),
  ]);
}

const once = (agencies: readonly AgencyValue[]): AgencyValue[] => [
  ...new Map(agencies.map((agency) => [agency.id, agency])).values(),
];

/** What is open passes to whoever stands for the agency now; what is finished stays. */
function moveForward(agencies: readonly AgencyValue[], { read }: Days, place: Place) {
  const atImport = read.agenciesOn(read.on);
  const notes: CellNote[] = [];
  const moved = agencies.map((agency) => {
    const [heir, another] = atImport.standingFor(agency);
    if (heir === undefined || another !== undefined) {
      notes.push({ ...place, kind: "not-moved", name: agency.name });
      return agency;
    }
    if (heir.id !== agency.id) {
      notes.push({ ...place, kind: "taken-over", phrase: agency.name, name: heir.name });
    }
    return heir;
  });
  return { agencies: once(moved), notes };
}

/** Who leads: every piece of the phrase must be an agency or a group. */
export function readLeads(phrase: string, days: Days, place: Place, open: boolean): Leads {
  const { agencies: exact, rest } = takeDatedNames(phrase, days.read.byDatedName);
  const assignees = assigneesOf(rest, days);
  const errors = assignees.leftovers.map((leftover) => ({
    ...place,
    cell: phrase,
    problem: problemOf(leftover, days.issuedOn),
  }));
  const named = assignedAgencies(assignees);
  const moved = open ? moveForward(named, days, place) : { agencies: named, notes: [] };
  const notes = [...nameNotes(assignees, place), ...moved.notes];
  return { agencies: once([...exact, ...moved.agencies]), notes, errors };
}

/** Who coordinates: groups and what names nobody are kept as they are written. */
export function readCoordinating(
  phrase: string,
  days: Days,
  place: Place,
  open: boolean,
): Coordinating {
  if (phrase === "") return { agencies: [], references: [], notes: [] };
  const { agencies: exact, rest } = takeDatedNames(phrase, days.read.byDatedName);
  const assignees = assigneesOf(rest, days);
  const named = assignees.agencies.map(({ agency }) => agency);
  const moved = open ? moveForward(named, days, place) : { agencies: named, notes: [] };
  const references = [
    ...assignees.groups.map(({ group, phrase }) => ({ groupId: group.id, phrase })),
    ...assignees.leftovers.map((leftover) => ({
      groupId: leftover.kind === "nobody" ? leftover.group.id : null,
      phrase: leftover.phrase,
    })),
  ];
  const kept = assignees.leftovers.map(
    ({ phrase }): CellNote => ({ ...place, kind: "kept-as-phrase", phrase }),
  );
  return {
    agencies: once([...exact, ...moved.agencies]),
    references: [...new Map(references.map((each) => [each.phrase, each])).values()],
    notes: [...nameNotes(assignees, place), ...moved.notes, ...kept],
  };
}
