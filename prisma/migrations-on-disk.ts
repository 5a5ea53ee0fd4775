import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

export const migrationsDir = path.join(import.meta.dirname, "migrations");
export const schemaPath = path.join(import.meta.dirname, "schema.prisma");

/** Names of the migrations in the project, in the order in which they apply. */
export const migrationNames = async (): Promise<string[]> => {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
};

/** The SQL of one migration, as it is applied. */
export const migrationScript = (name: string): Promise<string> =>
  readFile(path.join(migrationsDir, name, "migration.sql"), "utf8");

export const migrationList = async (): Promise<MigrationList> => ({
  baseDir: migrationsDir,
  lockfile: { path: "./migration_lock.toml", content: 'provider = "postgresql"\n' },
  shadowDbInitScript: "",
  migrationDirectories: await Promise.all(
    (await migrationNames()).map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await migrationScript(name),
        },
      },
    })),
  ),
});
