// Who a draft's names are in the register: as of the document's day, then whoever stands for them
// today. Pure.
import type { AgencyValue, Directory } from "#src/agencies/directory.ts";
import { findInIndex } from "#src/agencies/find-agency.ts";
import { readAddressed } from "#src/agencies/groups-addressed.ts";
import { type AgencyIndex, makeAgencyIndex } from "#src/agencies/name-index.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { ReviewDraft } from "./stored-json.ts";

export type Names = { directory: Directory; issued: AgencyIndex; now: AgencyIndex };

/** Names as of the document's day, and as of today. */
export const namesOn = (directory: Directory, issuedOn: CivilDate, now: CivilDate): Names => {
  const today = makeAgencyIndex(directory, now);
  return {
    directory,
    now: today,
    issued: issuedOn === now ? today : makeAgencyIndex(directory, issuedOn),
  };
};

export type LeadProblem =
  | { kind: "nobody-named" }
  | { kind: "unknown"; phrase: string; nearest: readonly string[] }
  | { kind: "several"; phrase: string; candidates: readonly string[] }
  | { kind: "ended"; phrase: string }
  | { kind: "empty-group"; phrase: string }
  | { kind: "districts-ended"; phrase: string };

export type Resolved = {
  agencies: readonly AgencyValue[];
  /** Names taken for others: a slip, or an agency that another one took over. */
  readAs: readonly { phrase: string; name: string; isSlip: boolean }[];
  problems: readonly LeadProblem[];
};

type One = { agency: AgencyValue; isSlip: boolean } | LeadProblem;

const forward = ({ now }: Names, id: number, phrase: string, isSlip: boolean): One => {
  const named = now.get(`agency:${id}`);
  const standing = "agency" in named ? now.standingFor(named.agency) : [];
  const [agency] = standing;
  if (agency === undefined) return { kind: "ended", phrase };
  if (standing.length === 1) return { agency, isSlip };
  return { kind: "several", phrase, candidates: standing.map(({ name }) => name) };
};

const oneNamed = (names: Names, phrase: string): One => {
  const issued = findInIndex(names.issued, phrase);
  if (issued.kind === "found" && !issued.near) {
    return forward(names, issued.agency.id, phrase, false);
  }
  const now = findInIndex(names.now, phrase);
  if (now.kind === "found") return forward(names, now.agency.id, phrase, now.near);
  if (issued.kind === "found") return forward(names, issued.agency.id, phrase, true);
  if (now.kind === "ambiguous") {
    return { kind: "several", phrase, candidates: now.agencies.map(({ name }) => name) };
  }
  if (now.ended !== undefined) return { kind: "ended", phrase };
  return { kind: "unknown", phrase, nearest: now.nearest.map(({ name }) => name) };
};

const addressed = ({ directory, now }: Names, phrase: string): Resolved => {
  const { agencies, leftovers } = readAddressed(phrase, { directory, index: now });
  const problems = leftovers.map((leftover): LeadProblem => {
    if (leftover.kind === "unknown") return { ...leftover, nearest: [] };
    if (leftover.kind === "nobody") return { kind: "empty-group", phrase: leftover.phrase };
    return leftover;
  });
  return { agencies, readAs: [], problems };
};

const joined = (parts: readonly Resolved[]): Resolved => ({
  agencies: [
    ...new Map(parts.flatMap((part) => part.agencies).map((one) => [one.id, one])).values(),
  ],
  readAs: parts.flatMap((part) => part.readAs),
  problems: parts.flatMap((part) => part.problems),
});

const resolveName = (names: Names, phrase: string): Resolved => {
  const one = oneNamed(names, phrase);
  if ("agency" in one) {
    const { agency, isSlip } = one;
    const other = agency.name !== phrase;
    return {
      agencies: [agency],
      readAs: other ? [{ phrase, name: agency.name, isSlip }] : [],
      problems: [],
    };
  }
  // A heading may name a group where one agency was expected.
  const group = one.kind === "unknown" ? addressed(names, phrase) : null;
  if (group !== null && group.agencies.length > 0 && group.problems.length === 0) return group;
  return { agencies: [], readAs: [], problems: [one] };
};

type Leading = Pick<ReviewDraft, "leads" | "everyAgency" | "leadIds">;

/** The agencies that lead a draft, and what keeps them from being known. */
export const resolveLeads = (names: Names, { leads, everyAgency, leadIds }: Leading): Resolved => {
  if (leadIds !== null) {
    const found = leadIds.map((id) => forward(names, id, leads.join(", "), false));
    return joined(
      found.map((one) =>
        "agency" in one
          ? { agencies: [one.agency], readAs: [], problems: [] }
          : { agencies: [], readAs: [], problems: [one] },
      ),
    );
  }
  if (leads.length === 0) return { agencies: [], readAs: [], problems: [{ kind: "nobody-named" }] };
  if (everyAgency) return joined(leads.map((phrase) => addressed(names, phrase)));
  return joined(leads.map((phrase) => resolveName(names, phrase)));
};

export type Coordinating = {
  agencies: readonly AgencyValue[];
  /** Groups, and phrases that name nobody for sure: kept as they are written. */
  kept: readonly string[];
};

/** Who coordinates: whatever names no single agency is kept, not asked about. */
export const resolveCoordinating = (names: Names, phrases: readonly string[]): Coordinating => {
  const read = phrases.map((phrase) => ({ phrase, one: oneNamed(names, phrase) }));
  return {
    agencies: read.flatMap(({ one }) => ("agency" in one && !one.isSlip ? [one.agency] : [])),
    kept: read.flatMap(({ phrase, one }) => ("agency" in one && !one.isSlip ? [] : [phrase])),
  };
};
