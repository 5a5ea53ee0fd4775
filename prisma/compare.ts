// Compares a live database with schema.prisma; also a program that writes the next migration:
//   node prisma/compare.ts NAME   → prisma/migrations/<time>_NAME/migration.sql
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { pgliteMigrationFactory } from "./adapters.ts";
import { openSchemaEngine } from "./engine.ts";
import { applyMigrations } from "./migrate.ts";
import { migrationsDir, schemaPath } from "./migrations-on-disk.ts";

/** SQL that would bring the database to schema.prisma; "" where they agree. */
export const differenceToSchema = async (
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string> => {
  const content = await readFile(schemaPath, "utf8");
  const files = [{ path: schemaPath, content }];
  const engine = await openSchemaEngine(factory, [[schemaPath, content]]);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaPath) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    engine.free();
  }
};

if (import.meta.main) {
  const name = process.argv[2];
  if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
    console.error("usage: node prisma/compare.ts name_of_the_migration");
    process.exit(2);
  }
  const pglite = await PGlite.create();
  const factory = pgliteMigrationFactory(pglite);
  await applyMigrations(factory);
  const sql = await differenceToSchema(factory);
  if (sql === "") {
    console.log("Schema and migrations agree: nothing to write.");
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const dir = path.join(migrationsDir, `${stamp}_${name}`);
    await mkdir(dir, { recursive: true });
    await writeFile(path.join(dir, "migration.sql"), `${sql}\n`);
    console.log(path.join(dir, "migration.sql"));
  }
  await pglite.close();
}
