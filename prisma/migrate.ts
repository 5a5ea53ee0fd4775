// The migration runner: applies what is missing, at start and by `dondoc migrate`.
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { openSchemaEngine } from "./engine.ts";
import { migrationList, migrationNames } from "./migrations-on-disk.ts";

const noFilter = { externalTables: [], externalEnums: [] };

/** Applies every migration that the database lacks; returns the names of those it applied. */
export const applyMigrations = async (
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string[]> => {
  const engine = await openSchemaEngine(factory);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrationList(),
      filters: noFilter,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
};

/**
 * Migrations of the project that `applied` (names read from `_prisma_migrations`) lacks. A plain
 * comparison, so that a start with nothing to do need not load the engine.
 */
export const pendingMigrations = async (applied: readonly string[]): Promise<string[]> => {
  const known = new Set(applied);
  return (await migrationNames()).filter((name) => !known.has(name));
};
