// What the fuzz left behind, and by whom: counted in the database, row by row, from the inbox that
// each effect names.
import type { Db } from "#src/database/client.ts";

/** Tables in which a stranger may leave something: what they said and what they were answered. */
const OPEN_TO_ALL = ["InboxUpdate", "OutboxMessage", "Chat", "InviteAttempt", "ButtonToken"];

const tables = async (db: Db): Promise<string[]> => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      AND table_name NOT LIKE '\_prisma%' ORDER BY 1`;
  return rows.map(({ name }) => name);
};

/** A digest of every row of every table that strangers must not touch. */
export const registerDigest = async (db: Db): Promise<string> => {
  const digests: string[] = [];
  for (const name of await tables(db)) {
    if (OPEN_TO_ALL.includes(name)) continue;
    const [row] = await db.$queryRawUnsafe<{ digest: string | null }[]>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM "${name}" t`,
    );
    digests.push(`${name} ${row?.digest ?? "–"}`);
  }
  return digests.join("\n");
};

/** Lines of two digests that differ. */
export const changedTables = (before: string, after: string): string[] => {
  const was = new Set(before.split("\n"));
  return after.split("\n").flatMap((line) => (was.has(line) ? [] : [line.split(" ")[0] ?? ""]));
};

/** Tables whose rows name the update that caused them. */
const withInbox = async (db: Db): Promise<string[]> => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND column_name = 'inboxId'
      AND table_name <> 'OutboxMessage' ORDER BY 1`;
  return rows.map(({ name }) => name);
};

/** Rows that strangers caused, by table; and what they became. */
export const byStrangers = async (db: Db, strangers: readonly number[]): Promise<string[]> => {
  const found: string[] = [];
  const ids = strangers.map(String);
  for (const name of await withInbox(db)) {
    const [row] = await db.$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${name}" t JOIN "InboxUpdate" i ON i."id" = t."inboxId"
       WHERE split_part(i."lane", ':', 2) = ANY($1)`,
      ids,
    );
    if (row !== undefined && row.count > 0n) found.push(`${name}: ${row.count}`);
  }
  const identities = await db.identity.count({ where: { externalId: { in: ids } } });
  return identities === 0 ? found : [...found, `Identity: ${identities}`];
};

type Crossed = { person: string; what: string; count: bigint };

/** Tables of what is done to an assignment, or to a task where there is none. */
const ABOUT_ASSIGNMENTS = ["TaskEvent", "Progress", "Result", "Extension", "Blocker", "Nudge"];

/**
 * Effects of officials and heads on agencies that are not theirs: not now, not before, and not by
 * standing in for somebody.
 */
export const acrossAgencies = async (db: Db): Promise<string[]> => {
  const found: Crossed[] = [];
  for (const table of ABOUT_ASSIGNMENTS) {
    const rows = await db.$queryRawUnsafe<Crossed[]>(`
      WITH spoke AS (
        SELECT i."id" AS inbox, n."personId" AS person FROM "InboxUpdate" i
        JOIN "Identity" n ON n."externalId" = split_part(i."lane", ':', 2)
      ), own AS (
        SELECT m."personId" AS person, m."agencyId" AS agency, m."role"::text AS role
        FROM "Membership" m
        UNION SELECT s."substituteId", m."agencyId", m."role"::text
        FROM "Substitution" s JOIN "Membership" m ON m."personId" = s."absentId"
      )
      SELECT p."fullName" AS person, '${table}' AS what, count(*) AS count
      FROM "${table}" t JOIN spoke ON spoke.inbox = t."inboxId"
      JOIN "Person" p ON p."id" = spoke.person
      JOIN "Assignment" a ON a."id" = t."assignmentId"
      WHERE NOT EXISTS (SELECT 1 FROM own WHERE own.person = spoke.person
          AND (own.agency = a."agencyId" OR own.role IN ('secretariat', 'leader')))
      GROUP BY 1`);
    found.push(...rows);
  }
  return found.map(({ person, what, count }) => `${person}: ${what} ${count}`);
};

/** Table, who decided, and which of its rows are decisions. */
const DECISIONS = [
  ["Result", "decidedById", `"decision" IN ('confirmed', 'returned')`],
  ["Extension", "decidedById", `"status" IN ('approved', 'rejected')`],
  ["Contradiction", "closedById", `"upheld" IS NOT NULL`],
  ["StandingPetition", "decidedById", "true"],
  ["Publication", "decidedById", "true"],
] as const;

/** Decisions by people who decide nothing. */
export const decidedByOthers = async (db: Db): Promise<string[]> => {
  const deciders = `SELECT "personId" FROM "Membership" WHERE "role" IN ('secretariat', 'leader')
    UNION SELECT s."substituteId" FROM "Substitution" s JOIN "Membership" m
      ON m."personId" = s."absentId" AND m."role" IN ('secretariat', 'leader')`;
  const found: string[] = [];
  for (const [table, column, taken] of DECISIONS) {
    const [row] = await db.$queryRawUnsafe<{ count: bigint }[]>(
      `SELECT count(*) FROM "${table}" WHERE ${taken} AND "${column}" IS NOT NULL
       AND "${column}" NOT IN (${deciders})`,
    );
    if (row !== undefined && row.count > 0n) found.push(`${table}: ${row.count}`);
  }
  return found;
};

/** Tasks in the register that only a proposal of an official stands behind. */
export const unaskedTasks = (db: Db): Promise<number> =>
  db.task.count({
    where: {
      status: "registered",
      inboxId: { not: null },
      createdBy: { memberships: { every: { role: { in: ["official", "head", "admin"] } } } },
      proposedForId: null,
    },
  });
