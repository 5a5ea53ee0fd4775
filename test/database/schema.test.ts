import { PGlite } from "@electric-sql/pglite";
import { describe, expect, it } from "vitest";
import { pgliteMigrationFactory } from "#prisma/adapters.ts";
import { differenceToSchema } from "#prisma/compare.ts";
import { migrationNames } from "#prisma/migrations-on-disk.ts";
import { openPglite } from "#src/database/open.ts";
import { databaseKinds, openTestDatabase } from "#test/support/database.ts";

describe("migrations", () => {
  it("bring an empty embedded database to what schema.prisma says, once", async () => {
    const pglite = await PGlite.create();
    const open = openPglite(pglite, () => pglite.close());
    expect(await open.pending()).toEqual(await migrationNames());
    expect(await open.migrate()).toEqual(await migrationNames());
    expect(await open.migrate()).toEqual([]);
    expect(await differenceToSchema(pgliteMigrationFactory(pglite))).toBe("");
    await pglite.exec('ALTER TABLE "Setting" ADD COLUMN "surprise" text');
    expect(await differenceToSchema(pgliteMigrationFactory(pglite))).toContain("surprise");
    await open.close();
  });

  // Prisma's engine cannot read a PostgreSQL server's catalogue through adapter-pg, so there the
  // same scripts, applied whole, are what is checked.
  it.runIf(databaseKinds.length > 1)("apply whole on a PostgreSQL server", async () => {
    const open = await openTestDatabase("postgres");
    expect(await open.pending()).toEqual([]);
    await open.close();
  });
});

describe.each(databaseKinds)("the rules in the database (%s)", (kind) => {
  it("refuse to change or remove what may only grow", async () => {
    const { db, close } = await openTestDatabase(kind);
    await db.auditEntry.create({ data: { at: new Date(), actorLabel: "system", action: "test" } });
    await expect(db.auditEntry.updateMany({ data: { action: "other" } })).rejects.toThrow(
      /append-only/,
    );
    await expect(db.auditEntry.deleteMany()).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`TRUNCATE "AuditEntry"`).rejects.toThrow(/append-only/);
    expect(await db.auditEntry.count()).toBe(1);
    await close();
  });

  it("allow one pending result an assignment, and completion only with a date", async () => {
    const { db, close } = await openTestDatabase(kind);
    const day = new Date("2026-11-20");
    const agency = await db.agency.create({ data: { name: "Sở Nội vụ", code: "SNV", type: "sở" } });
    const task = await db.task.create({ data: { content: "Rà soát", registeredOn: day } });
    const assignment = await db.assignment.create({
      data: {
        taskId: task.id,
        agencyId: agency.id,
        role: "lead",
        assignedOn: day,
        deadlineKind: "none",
        deadlinePhrase: "",
      },
    });
    const pending = {
      assignmentId: assignment.id,
      note: "",
      submittedOn: day,
      submittedAt: new Date(),
    };
    await db.result.create({ data: pending });
    await expect(db.result.create({ data: pending })).rejects.toThrow();
    await expect(
      db.assignment.update({ where: { id: assignment.id }, data: { state: "done" } }),
    ).rejects.toThrow(/Assignment_done/);
    await expect(
      db.assignment.update({ where: { id: assignment.id }, data: { deadlineKind: "date" } }),
    ).rejects.toThrow(/Assignment_dated/);
    await expect(
      db.agency.create({ data: { name: "Sở Nội vụ khác", code: "SNV", type: "sở" } }),
    ).rejects.toThrow();
    await close();
  });
});
