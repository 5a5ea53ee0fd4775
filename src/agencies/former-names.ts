// What each of some agencies may be called: by its own names, and by those of agencies that it
// stands for since they ended.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { type AgencyValue, type Directory, hasEnded, standingFor } from "./directory.ts";

const namesOf = ({ name, code, aliases }: AgencyValue): string[] => [name, code, ...aliases];

/**
 * Names by agency, for those that have a part in something. One that ended is left out where
 * somebody who stands for it has a part too: its names mean that one now.
 */
export const namesByAgency = (
  directory: Directory,
  parts: readonly { agencyId: number }[],
  today: CivilDate,
): Map<number, string[]> => {
  const here = new Set(parts.map(({ agencyId }) => agencyId));
  const names = new Map<number, string[]>();
  const add = (id: number, more: readonly string[]) =>
    names.set(id, [...(names.get(id) ?? []), ...more]);
  for (const agency of directory.agencies) {
    if (here.has(agency.id) && !hasEnded(agency, today)) add(agency.id, namesOf(agency));
  }
  for (const agency of directory.agencies.filter((one) => hasEnded(one, today))) {
    const heirs = standingFor(directory, agency.id, today).filter(({ id }) => here.has(id));
    const [heir, ...more] = heirs;
    if (heir === undefined) {
      if (here.has(agency.id)) add(agency.id, namesOf(agency));
    } else if (more.length === 0) {
      // A name that is in use means its owner.
      const used = new Set([...names.values()].flat());
      add(
        heir.id,
        namesOf(agency).filter((name) => !used.has(name)),
      );
    }
  }
  return names;
};
