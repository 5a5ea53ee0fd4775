import { addDays, type CivilDate } from "#src/calendar/civil-date.ts";

/** An agency as rules see it; `validTo` is its last day. */
export type AgencyValue = {
  id: number;
  name: string;
  code: string;
  type: string;
  groupId: number | null;
  ranked: boolean;
  aliases: readonly string[];
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
};

export type GroupValue = { id: number; name: string; aliases: readonly string[] };

/** `function` null: everything that no other succession names. */
export type SuccessionValue = { fromId: number; toId: number; function: string | null };

/** All agencies that ever were, in the order in which they are listed. */
export type Directory = {
  agencies: readonly AgencyValue[];
  groups: readonly GroupValue[];
  successions: readonly SuccessionValue[];
};

type Validity = Pick<AgencyValue, "validFrom" | "validTo">;

export const hasEnded = ({ validTo }: Validity, on: CivilDate): boolean =>
  validTo !== null && validTo < on;

export const isValidOn = (agency: Validity, on: CivilDate): boolean =>
  !hasEnded(agency, on) && (agency.validFrom === null || agency.validFrom <= on);

/**
 * The agencies that stand for one on a day: itself while it is valid, else those that took over,
 * step by step. Parts that went elsewhere by function are followed only where nothing took over
 * the rest. Empty where nobody is known.
 */
export function standingFor(directory: Directory, id: number, on: CivilDate): AgencyValue[] {
  const byId = new Map(directory.agencies.map((agency) => [agency.id, agency]));
  const found = new Map<number, AgencyValue>();
  const seen = new Set<number>();
  const follow = (at: number): void => {
    const agency = byId.get(at);
    if (agency === undefined || seen.has(at)) return;
    seen.add(at);
    if (isValidOn(agency, on)) found.set(at, agency);
    else if (hasEnded(agency, on)) {
      const all = directory.successions.filter(({ fromId }) => fromId === at);
      const whole = all.filter((succession) => succession.function === null);
      for (const { toId } of whole.length > 0 ? whole : all) follow(toId);
    }
  };
  follow(id);
  return [...found.values()];
}

/** The latest day on which an agency began or another had ended: between two nothing changes. */
export function eraOf(directory: Directory, on: CivilDate): CivilDate | null {
  const turns = directory.agencies.flatMap(({ validFrom, validTo }) => [
    validFrom,
    validTo === null ? null : addDays(validTo, 1),
  ]);
  return turns.reduce(
    (last, turn) => (turn && turn <= on && turn > (last ?? "") ? turn : last),
    null,
  );
}
