import { splitNames } from "#src/language/name-list.ts";
import type { NameResolution } from "#src/language/names.ts";
import type { AgencyValue, GroupValue } from "./directory.ts";
import type { AgencyIndex, AgencyKey, Named } from "./name-index.ts";

/** An agency that a phrase names; `via` is the ended agency that was written. */
export type NamedAgency = {
  agency: AgencyValue;
  phrase: string;
  near: boolean;
  via: AgencyValue | null;
};

/** A group that a phrase names, with its members of the day. */
export type NamedGroup = {
  group: GroupValue;
  phrase: string;
  near: boolean;
  members: AgencyValue[];
};

/** What could not be taken, verbatim. */
export type Leftover = { phrase: string } & (
  | { kind: "unknown"; nearest: { name: string }[] }
  | { kind: "ambiguous"; candidates: { name: string }[] }
  /** It has ended, and nobody is known to have taken over. */
  | { kind: "ended"; agency: AgencyValue }
  /** A group without any member on that day. */
  | { kind: "nobody"; group: GroupValue }
);

export type Assignees = { agencies: NamedAgency[]; groups: NamedGroup[]; leftovers: Leftover[] };

type Piece = { text: string; from: number; to: number; result: NameResolution<AgencyKey> };

/** "các ngành, địa phương" is one phrase that names nobody; a semicolon parts two. */
function joinUnknown(pieces: readonly Piece[], phrase: string): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const both = last?.result.kind === "unknown" && piece.result.kind === "unknown";
    if (last && both && !/[;\n]/.test(phrase.slice(last.to, piece.from))) {
      const text = phrase.slice(last.from, piece.to);
      joined[joined.length - 1] = { ...last, to: piece.to, text };
    } else joined.push(piece);
  }
  return joined;
}

const hasSomebody = (named: Named): boolean => "agency" in named || named.members.length > 0;

const nameAt = (index: AgencyIndex, key: AgencyKey): { name: string } => {
  const named = index.get(key);
  return "agency" in named ? named.agency : named.group;
};

/**
 * Reads who a phrase speaks of, on the day of the index: agencies, groups with their members of
 * that day, and what is left over.
 */
export function resolveAssignees(index: AgencyIndex, phrase: string): Assignees {
  const found: Assignees = { agencies: [], groups: [], leftovers: [] };
  const text = phrase.normalize("NFC");
  for (const piece of joinUnknown(splitNames(text, index.names).parts, text)) {
    const { result } = piece;
    const phrase = piece.text;
    if (result.kind === "unknown") {
      const nearest = result.nearest.filter(({ id }) => hasSomebody(index.get(id)));
      found.leftovers.push({ kind: "unknown", phrase, nearest });
    } else if (result.kind === "ambiguous") {
      const candidates = result.ids.map((id) => nameAt(index, id));
      found.leftovers.push({ kind: "ambiguous", phrase, candidates });
    } else {
      const near = result.kind === "near";
      const named = index.get(result.id);
      if ("group" in named) {
        if (named.members.length > 0) found.groups.push({ ...named, phrase, near });
        else found.leftovers.push({ kind: "nobody", phrase, group: named.group });
        continue;
      }
      const standing = index.standingFor(named.agency);
      const [agency] = standing;
      if (agency === undefined) {
        found.leftovers.push({ kind: "ended", phrase, agency: named.agency });
      } else if (standing.length > 1) {
        found.leftovers.push({ kind: "ambiguous", phrase, candidates: standing });
      } else {
        const via = agency.id === named.agency.id ? null : named.agency;
        found.agencies.push({ agency, phrase, near, via });
      }
    }
  }
  return found;
}

/** Everybody that a phrase gives a duty to: those named and the members of groups, each once. */
export function assignedAgencies({ agencies, groups }: Assignees): AgencyValue[] {
  const all = [...agencies.map(({ agency }) => agency), ...groups.flatMap((g) => g.members)];
  return [...new Map(all.map((agency) => [agency.id, agency])).values()];
}
