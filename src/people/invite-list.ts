// Whom the lines of a list mean: all of them, or what is wrong line by line.
import { findInIndex } from "#src/agencies/find-agency.ts";
import type { AgencyIndex } from "#src/agencies/name-index.ts";
import type { Actor, Role } from "./actor.ts";
import type { InviteLine } from "./invite-table.ts";
import { type InviteeProblem, inviteeProblem } from "./invitee.ts";
import { takeRole } from "./role-words.ts";

export type Invitee = {
  role: Role;
  agency: { id: number; name: string } | null;
  note: string;
};

export type LineError = {
  row: number;
  cell: string;
  problem: InviteeProblem | "no-role" | "no-agency" | "several-agencies" | "twice";
  /** Names that may have been meant. */
  candidates: readonly string[];
};

export type InviteList = {
  invitees: Invitee[];
  errors: LineError[];
  /** Names that were taken in spite of a slip. */
  slips: { typed: string; name: string }[];
};

const readRole = (cell: string): Role | null => {
  // Like /moi: whoever names no role invites an official.
  if (cell === "") return "official";
  const read = takeRole(cell);
  return read === null || read.rest !== "" ? null : read.role;
};

/** Reads every line; nothing is invited where any is wrong. Pure. */
export const readInviteList = (
  index: AgencyIndex,
  actor: Actor,
  lines: readonly InviteLine[],
): InviteList => {
  const list: InviteList = { invitees: [], errors: [], slips: [] };
  const seen = new Set<string>();
  for (const { row, role: typedRole, agency: typed, note } of lines) {
    const wrong = (
      problem: LineError["problem"],
      cell: string,
      candidates: readonly { name: string }[] = [],
    ) => {
      list.errors.push({ row, cell, problem, candidates: candidates.map(({ name }) => name) });
    };
    const role = readRole(typedRole);
    if (role === null) {
      wrong("no-role", typedRole);
      continue;
    }
    const finding = typed === "" ? null : findInIndex(index, typed);
    if (finding?.kind === "unknown") wrong("no-agency", typed, finding.nearest);
    if (finding?.kind === "ambiguous") wrong("several-agencies", typed, finding.agencies);
    if (finding !== null && finding.kind !== "found") continue;
    const agency = finding?.agency ?? null;
    const problem = inviteeProblem(actor, { role, agencyId: agency?.id ?? null });
    const key = `${role} ${agency?.id} ${note}`;
    if (problem !== null) wrong(problem, typedRole);
    else if (note !== "" && seen.has(key)) wrong("twice", note);
    seen.add(key);
    if (finding?.near && agency !== null) list.slips.push({ typed, name: agency.name });
    list.invitees.push({
      role,
      agency: agency === null ? null : { id: agency.id, name: agency.name },
      note,
    });
  }
  return list;
};
