// Migration scripts hold functions with `;` inside $$ … $$. Prisma's adapters split scripts at
// every `;` (adapter-pg) or don't await them (pglite-prisma-adapter), so a script is sent whole.
import type { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

const sendingScriptsWhole = (
  factory: SqlMigrationAwareDriverAdapterFactory,
  send: (adapter: SqlDriverAdapter, script: string) => Promise<unknown>,
): SqlMigrationAwareDriverAdapterFactory => ({
  provider: factory.provider,
  adapterName: factory.adapterName,
  connectToShadowDb: () => factory.connectToShadowDb(),
  connect: async () => {
    const adapter = await factory.connect();
    adapter.executeScript = async (script) => {
      await send(adapter, script);
    };
    return adapter;
  },
});

export const pgliteMigrationFactory = (pglite: PGlite): SqlMigrationAwareDriverAdapterFactory =>
  sendingScriptsWhole(new PrismaPGlite(pglite), (_adapter, script) => pglite.exec(script));

/** `url` is a PostgreSQL connection string. Without arguments pg uses the simple protocol. */
export const postgresMigrationFactory = (url: string): SqlMigrationAwareDriverAdapterFactory =>
  sendingScriptsWhole(new PrismaPg({ connectionString: url, max: 1 }), (adapter, script) =>
    adapter.executeRaw({ sql: script, args: [], argTypes: [] }),
  );
