// On whose word a date is moved: a leader's own, or what the secretariat can show.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import * as words from "#src/messages/words/extensions.ts";
import { roleName } from "#src/messages/words/roles.ts";
import type { Actor } from "#src/people/actor.ts";
import type { Authority } from "./extension-grant.ts";

/**
 * As it is kept, in Vietnamese whoever asks; null where the person needs an authority and names
 * none. A leader who names one keeps it beside the own word.
 */
export const authorityOf = (
  { grants, fullName }: Actor,
  cited: Authority | null,
): string | null => {
  const named = cited === null ? null : words.authorityText("vi", cited);
  const leader = grants.find(({ role }) => role === "leader");
  if (leader === undefined) return named;
  const word = words.leaderWord("vi", fullName, roleName("vi", "leader"), leader.insteadOf ?? null);
  return named === null ? word : `${word}; ${named}`;
};

/** What is wrong with an authority's day: it cannot lie before the task was given out. */
export const precedes = (authority: Authority | null, assignedOn: CivilDate): boolean =>
  authority !== null && authority.on < assignedOn;
