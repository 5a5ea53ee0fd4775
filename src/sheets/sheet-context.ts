// What sheets are read and written against, from the register.
import { loadDirectory } from "#src/agencies/agencies-store.ts";
import { eraOf } from "#src/agencies/directory.ts";
import { type AgencyIndex, makeAgencyIndex } from "#src/agencies/name-index.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Store } from "#src/database/client.ts";
import type { SheetContext } from "./cell-readers.ts";

/** Between two days on which an agency began or ended one index holds. */
export async function sheetContext(
  tx: Store,
  { on, calendar }: { on: CivilDate; calendar: WorkCalendar },
): Promise<SheetContext> {
  const directory = await loadDirectory(tx);
  const eras = new Map<CivilDate | null, AgencyIndex>();
  const agenciesOn = (date: CivilDate): AgencyIndex => {
    const era = eraOf(directory, date);
    const index = eras.get(era) ?? makeAgencyIndex(directory, date);
    eras.set(era, index);
    return { ...index, on: date };
  };
  return { agenciesOn, agencies: directory.agencies, calendar, on };
}
