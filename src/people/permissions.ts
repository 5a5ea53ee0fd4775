// Who may do what: default deny, in this one place. A role is looked up for an action; what it
// finds says for which agencies. Being a member or an administrator of a chat gives nothing.
import type { Actor, Role } from "./actor.ts";
import { agenciesOf } from "./actor.ts";

/**
 * - "any": every agency, and things that belong to none
 * - "own": the agency of that very grant
 * - "others": every agency but the person's own; nobody decides on their own agency
 */
type Scope = "any" | "own" | "others";

export const actions = {
  "see figures": { official: "any", head: "any", secretariat: "any", leader: "any", admin: "any" },
  /** What a task says, its files and notes. */
  "see content": { official: "own", head: "own", secretariat: "any", leader: "any" },
  "propose task": { official: "own", head: "own" },
  "register task": { secretariat: "any", leader: "any" },

  // What an agency does about its own assignments.
  "receive task": { official: "own", head: "own" },
  "report progress": { official: "own", head: "own" },
  "submit result": { official: "own", head: "own" },
  /** Take it up oneself, hand over what one holds, or fill an empty place. */
  "name holder": { official: "own", head: "own" },
  /** Take an assignment from one colleague and give it to another. */
  "change holder": { head: "own" },
  "ask extension": { official: "own", head: "own" },
  "raise blocker": { official: "own", head: "own" },
  "answer explanation": { official: "own", head: "own" },
  /** Say that what was entered for the agency is not right. */
  contradict: { official: "own", head: "own" },
  /** Kiến nghị about a published standing. */
  petition: { official: "own", head: "own" },

  // What the secretariat and the leaders do about others' assignments.
  /** Enter progress, results or requests for an agency (nhập hộ). */
  "enter on behalf": { secretariat: "any" },
  /** Confirm or return a result, accept or decline a proposal, extensions, contradictions, petitions. */
  decide: { secretariat: "others", leader: "others" },
  nudge: { secretariat: "any", leader: "any" },
  "answer blocker": { secretariat: "any", leader: "any" },
  "ask explanation": { secretariat: "others", leader: "others" },
  /** Wording, area, document, deliverable. */
  "edit task": { secretariat: "any", leader: "any" },
  /** Whatever moves an agency's figures: due dates put right, pause, cancel, transfer. */
  "change assignment": { secretariat: "others", leader: "others" },

  // The house.
  "import sheet": { secretariat: "any", admin: "any" },
  export: { official: "own", head: "own", secretariat: "any", leader: "any" },
  "publish ranking": { secretariat: "any" },
  /** Names of those who have not reported, status of the week: to be pasted elsewhere. */
  "see lists": { secretariat: "any", leader: "any" },
  invite: { secretariat: "any", admin: "any" },
  "invite admin": { admin: "any" },
  "bind group": { secretariat: "any", admin: "any" },
  reorganise: { secretariat: "any", admin: "any" },
  "change settings": { secretariat: "any", admin: "any" },
  /** One's own days of leave; anybody has some. */
  "name substitute": {
    official: "any",
    head: "any",
    secretariat: "any",
    leader: "any",
    admin: "any",
  },
  "name substitute for others": { head: "own", secretariat: "any", admin: "any" },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>;

export type Action = keyof typeof actions;

const covers = (scope: Scope, grantAgency: number | null, own: number[], agency: number | null) => {
  if (scope === "any") return true;
  if (agency === null) return false;
  return scope === "own" ? grantAgency === agency : !own.includes(agency);
};

/** May the person do this for that agency (null: for no agency in particular)? */
export const may = (actor: Actor, action: Action, agencyId: number | null = null): boolean => {
  const rule: Partial<Record<Role, Scope>> = actions[action];
  const own = agenciesOf(actor);
  return actor.grants.some((grant) => {
    const scope = rule[grant.role];
    return scope !== undefined && covers(scope, grant.agencyId, own, agencyId);
  });
};

/** The roles that may do this for at least some agency. */
export const rolesFor = (...wanted: Action[]): Role[] => [
  ...new Set(wanted.flatMap((action) => Object.keys(actions[action]) as Role[])),
];

/** A task's content: for the agencies that lead or coordinate it, the secretariat and leaders. */
export const maySeeContent = (actor: Actor, agencyIds: readonly number[]): boolean =>
  may(actor, "see content") || agencyIds.some((id) => may(actor, "see content", id));
