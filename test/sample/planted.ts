// A database with the sample in it, for the tests that look at it.
import { civilDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";
import type { Db } from "#src/database/client.ts";
import { plantSample } from "#src/sample/index.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";

export const SEED = 2026;
export const nineOn = (day: string): Date => instantAt(civilDate(day), "09:00");

export const openPlanted = async (day: string, seed: number = SEED): Promise<TestDatabase> => {
  const open = await openTestDatabase();
  await seedDayOffs(open.db);
  if (!(await plantSample(open.db, { seed, now: nineOn(day) }))) throw new Error("not planted");
  return open;
};

const TABLES = [
  ...["Agency", "AgencyAlias", "AgencyGroup", "Person", "Identity", "Membership", "Document"],
  ...["Task", "TaskCoordination", "Assignment", "TaskEvent", "Progress", "Result", "Extension"],
  ...["Contradiction", "Blocker", "ExplanationRequest", "Nudge", "Blob", "File", "Attachment"],
  ...["Chat", "ChatBinding", "InboxUpdate", "AuditEntry"],
];

/** Every row of every table, but for the moment at which agencies were imported. */
export const everyRow = async (db: Db): Promise<Map<string, string[]>> => {
  const rows = new Map<string, string[]>();
  for (const table of TABLES) {
    const found = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT (to_jsonb(t) ${table === "Agency" ? "- 'createdAt'" : ""})::text AS row
       FROM "${table}" t ORDER BY 1`,
    );
    rows.set(
      table,
      found.map(({ row }) => row),
    );
  }
  return rows;
};
