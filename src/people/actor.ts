import type { Role } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Language } from "#src/messages/language.ts";

export type { Role };

export type Grant = {
  role: Role;
  agencyId: number | null;
  agencyName: string | null;
  /** Held today for somebody on leave: their full name. */
  insteadOf?: string;
  /** The last day of that leave. */
  until?: CivilDate;
};

/** A bound person with the roles that hold now. Nobody else is ever an actor. */
export type Actor = {
  personId: number;
  fullName: string;
  language: Language;
  grants: readonly Grant[];
};

export const hasRole = (actor: Actor, ...roles: Role[]): boolean =>
  actor.grants.some((grant) => roles.includes(grant.role));

/** Agencies for which the person acts: as official or as head. */
export const ownAgencies = (actor: Actor): number[] => [
  ...new Set(
    actor.grants.flatMap((grant) =>
      grant.agencyId !== null && (grant.role === "official" || grant.role === "head")
        ? [grant.agencyId]
        : [],
    ),
  ),
];

/** Agencies that the person belongs to in whatever role: nobody decides on their own. */
export const agenciesOf = (actor: Actor): number[] => [
  ...new Set(actor.grants.flatMap((grant) => (grant.agencyId === null ? [] : [grant.agencyId]))),
];
