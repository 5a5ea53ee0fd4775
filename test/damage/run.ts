// npm run damage -- NAME… [--full] [--seed N]: does the damage and says what held. Without a name
// it lists the programs (`--names`: nothing but their names); `all` runs every one of them.
import { parseArgs } from "node:util";
import { setup } from "#test/support/template.ts";
import { programs } from "./index.ts";
import type { DamageProgram } from "./program.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: "boolean" }, seed: { type: "string" }, names: { type: "boolean" } },
});
const seed = Number(values.seed ?? process.env.DONDOC_SEED ?? 2026);

const runOne = async (program: DamageProgram): Promise<boolean> => {
  if (program.needsServer === true && process.env.DONDOC_TEST_DATABASE_URL === undefined) {
    console.log(`skipped  ${program.name}: DONDOC_TEST_DATABASE_URL is not set`);
    return process.env.CI === undefined;
  }
  const from = performance.now();
  console.log(`${program.name}${values.full === true ? " (full)" : ""}, seed ${seed}`);
  const say = (line: string) => console.log(`  … ${line}`);
  const verdicts = await program.run({ full: values.full ?? false, seed, say });
  for (const { holds, what, found } of verdicts) {
    console.log(`  ${holds ? "ok  " : "FAIL"}  ${what}: ${found}`);
  }
  console.log(`  took ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return verdicts.length > 0 && verdicts.every(({ holds }) => holds);
};

const wanted = positionals.includes("all")
  ? programs
  : positionals.map((name) => {
      const found = programs.find((program) => program.name === name);
      if (found === undefined) throw new Error(`no program “${name}”`);
      return found;
    });
if (wanted.length === 0) {
  for (const { name, summary } of programs) {
    console.log(values.names === true ? name : `${name.padEnd(14)} ${summary}`);
  }
  process.exit(0);
}
await setup();
let held = true;
for (const program of wanted) held = (await runOne(program)) && held;
process.exit(held ? 0 : 1);
