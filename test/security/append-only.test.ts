// History only grows: neither the product nor whoever speaks SQL through it can change or remove a
// row of it, and nothing in the sources tries to.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Db, Tx } from "#src/database/client.ts";
import { databaseKinds, openTestDatabase } from "#test/support/database.ts";
import { plantTask } from "#test/support/speak.ts";

const root = path.join(import.meta.dirname, "../..");

/** The tables, as CONTRIBUTING.md promises them. */
const tables = [
  "AuditEntry",
  "Nudge",
  "Progress",
  "StandingItem",
  "StandingRow",
  "TaskEvent",
] as const;
const delegates = tables.map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`);

/** One row in each. */
const plantHistory = async (db: Db): Promise<void> => {
  const at = new Date("2026-11-20T08:00:00+07:00");
  const group = await db.agencyGroup.create({ data: { name: "Sở" } });
  const agency = await db.agency.create({ data: { name: "Sở Nội vụ", code: "SNV", type: "sở" } });
  const taskId = await plantTask(db, { content: "Rà soát", lead: agency.id });
  const { id: assignmentId } = await db.assignment.findFirstOrThrow();
  const said = { assignmentId, effectiveOn: at, recordedAt: at };
  await db.auditEntry.create({ data: { at, actorLabel: "system", action: "test" } });
  await db.taskEvent.create({ data: { ...said, taskId, kind: "test" } });
  await db.progress.create({ data: { ...said, note: "" } });
  await db.nudge.create({ data: { ...said, kind: "test", key: "k" } });
  const span = { span: "week", windowFrom: at, windowTo: at, takenAt: at, formula: "1", minDue: 1 };
  const snapshot = await db.standingSnapshot.create({
    data: { period: "2026-W47", groupId: group.id, ...span },
  });
  const figures = { doneOnTime: 1, doneLate: 0, overdueOpen: 0, counts: {} };
  const row = await db.standingRow.create({
    data: { snapshotId: snapshot.id, agencyId: agency.id, agencyName: "x", ...figures },
  });
  await db.standingItem.create({
    data: { rowId: row.id, assignmentId, outcome: "on time", dueOn: at },
  });
};

/** The ways in which Prisma would change or remove rows. */
const byPrisma = (tx: Tx): Promise<unknown>[] => [
  tx.auditEntry.updateMany({ data: { action: "other" } }),
  tx.auditEntry.deleteMany(),
  tx.taskEvent.updateMany({ data: { kind: "other" } }),
  tx.taskEvent.deleteMany(),
  tx.progress.updateMany({ data: { percent: 100 } }),
  tx.progress.deleteMany(),
  tx.nudge.updateMany({ data: { kind: "other" } }),
  tx.nudge.deleteMany(),
  tx.standingRow.updateMany({ data: { rank: 1 } }),
  tx.standingRow.deleteMany(),
  tx.standingItem.updateMany({ data: { outcome: "late" } }),
  tx.standingItem.deleteMany(),
];

const statements = (name: string): string[] => [
  `UPDATE "${name}" SET "id" = "id"`,
  `UPDATE "${name}" SET "id" = "id" WHERE false`,
  `DELETE FROM "${name}"`,
  `DELETE FROM "${name}" WHERE "id" = 1`,
  `TRUNCATE "${name}" CASCADE`,
  `INSERT INTO "${name}" SELECT * FROM "${name}" ON CONFLICT ("id") DO UPDATE SET "id" = 0`,
];

describe.each(databaseKinds)("tables that only grow (%s)", (kind) => {
  it("are those that the database guards", async () => {
    const { db, close } = await openTestDatabase(kind);
    const guarded = await db.$queryRaw<{ name: string; kinds: number }[]>`
      SELECT c.relname AS name, t.tgtype::int AS kinds FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
      WHERE p.proname = 'dondoc_append_only' AND t.tgenabled = 'O' ORDER BY 1`;
    expect(guarded.map(({ name }) => name)).toEqual([...tables]);
    // Before (2), on delete (8), update (16) and truncate (32), once a statement.
    for (const { kinds } of guarded) expect(kinds).toBe(2 + 8 + 16 + 32);
    await close();
  });

  it("take no change and no removal, by Prisma or SQL, alone or among other deeds", async () => {
    const { db, close } = await openTestDatabase(kind);
    await plantHistory(db);
    const count = async () =>
      Promise.all(
        tables.map(async (name) => {
          const sql = `SELECT md5(string_agg(t::text, '|')) AS rows FROM "${name}" t`;
          return (await db.$queryRawUnsafe<{ rows: string }[]>(sql))[0]?.rows;
        }),
      );
    const before = await count();
    expect(before).not.toContain(null);
    const outcomes = await Promise.allSettled(byPrisma(db));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: "rejected" });
      expect(String("reason" in outcome ? outcome.reason : "")).toContain("append-only");
    }
    for (const statement of tables.flatMap(statements)) {
      await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/append-only/);
      const among = db.$transaction(async (tx) => {
        await tx.setting.create({ data: { key: "x", value: 1 } });
        await tx.$executeRawUnsafe(statement);
      });
      await expect(among, statement).rejects.toThrow(/append-only/);
    }
    expect(await db.setting.count({ where: { key: "x" } })).toBe(0);
    expect(await count()).toEqual(before);
    await close();
  });
});

describe("the sources", () => {
  const files = globSync(["src/**/*.ts", "commands/*.ts", "jobs/*.ts"], { cwd: root });

  it("never change or remove history", () => {
    const prisma = new RegExp(`\\.(${delegates.join("|")})\\s*\\.(update|delete|upsert)`);
    const sql = new RegExp(
      `\\b(UPDATE|DELETE\\s+FROM|TRUNCATE(\\s+TABLE)?)\\s+"?(${tables.join("|")})\\b`,
    );
    const found = files.filter((file) => {
      const source = readFileSync(path.join(root, file), "utf8");
      return prisma.test(source) || sql.test(source);
    });
    expect(files.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });

  it("switch no trigger off but where a database is emptied or restored whole", () => {
    const off = /session_replication_role|DISABLE TRIGGER|DROP TRIGGER/i;
    const found = files.filter((file) => off.test(readFileSync(path.join(root, file), "utf8")));
    const allowed = /^src\/(playground-house\/empty-database|backup\/[\w-]+)\.ts$/;
    expect(found.filter((file) => !allowed.test(file))).toEqual([]);
  });
});
