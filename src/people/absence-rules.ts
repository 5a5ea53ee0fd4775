// Days of leave: which can be noted, and who can stand in. Pure.
import { type CivilDate, daysBetween } from "#src/calendar/civil-date.ts";
import type { Role } from "./actor.ts";

export const LONGEST_ABSENCE_DAYS = 60;

export type Days = { from: CivilDate; to: CivilDate };

// Further away it is a slip in the year.
const FARTHEST_DAYS = 366;

export type WhyNotDays = "backwards" | "past" | "too far" | "too long";

/** Why a stretch of days cannot be noted today, if so. */
export const whyNotDays = ({ from, to }: Days, today: CivilDate): WhyNotDays | null => {
  if (to < from) return "backwards";
  if (from < today) return "past";
  if (daysBetween(today, from) > FARTHEST_DAYS) return "too far";
  return daysBetween(from, to) + 1 > LONGEST_ABSENCE_DAYS ? "too long" : null;
};

export const daysOverlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;

type Held = { role: Role; agencyId: number | null };

// An official of one agency must not read the tasks of another through a substitution.
const SHARED_ROLES: readonly Role[] = ["secretariat", "leader", "admin"];

/** A substitute belongs to an agency of the absent person, or holds a role of the whole province. */
export const mayStandIn = (absent: readonly Held[], substitute: readonly Held[]): boolean =>
  substitute.some(({ role, agencyId }) =>
    absent.some(
      (held) =>
        (agencyId !== null && held.agencyId === agencyId) ||
        (held.role === role && SHARED_ROLES.includes(role)),
    ),
  );
