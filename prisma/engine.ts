// Prisma's own schema engine as WebAssembly: migrations need no binary, which a closed network
// could not download. The package's entry imports a .wasm file, which Node cannot, so the module
// is put together here.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

type Start = { __wbindgen_start: () => void };

let loaded: Promise<void> | undefined;

const load = async (): Promise<void> => {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(entry.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as unknown as Start).__wbindgen_start();
};

/**
 * Opens a schema engine on the database behind the adapter factory.
 * `datamodels` are `[path, content]` pairs and are needed only to compare with a schema.
 */
export const openSchemaEngine = async (
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodels?: [string, string][],
): Promise<bindings.SchemaEngine> => {
  loaded ??= load();
  await loaded;
  return bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
};
