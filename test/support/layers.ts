// Checks the layer rules over every import of the house, types included. A program: npm run layers.
// (Circles of value imports are Biome's part: noImportCycles. Biome cannot do this one, because
// where two of its overrides meet in one file the later replaces the earlier.)
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import path from "node:path";
import { parseSync, Visitor } from "rolldown/utils";
import { type Import, rules } from "./layer-rules.ts";

const root = path.join(import.meta.dirname, "../..");
const FILES = "{src,commands,jobs,prisma,test,bench}/**/*.{ts,tsx}";

const targetOf = (from: string, specifier: string): string => {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(from), specifier);
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
};

/** Every import, re-export, `import()` and type `import()` of a file. */
export const importsOf = (from: string, source: string): Import[] => {
  const found: Import[] = [];
  const note = (node: { type: string; value?: unknown; start: number } | null, isType: boolean) => {
    if (node?.type !== "Literal" || typeof node.value !== "string") return;
    const line = source.slice(0, node.start).split("\n").length;
    found.push({ from, to: targetOf(from, node.value), specifier: node.value, line, isType });
  };
  const { program, errors } = parseSync(from, source);
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]?.message}`);
  new Visitor({
    ImportDeclaration: (node) => note(node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => note(node.source, node.exportKind === "type"),
    ExportAllDeclaration: (node) => note(node.source, node.exportKind === "type"),
    ImportExpression: (node) => note(node.source, false),
    TSImportType: (node) => note(node.source, true),
  }).visit(program);
  return found;
};

/** One line for each import that breaks a rule. */
export const violationsIn = (imports: readonly Import[]): string[] =>
  rules.flatMap(({ name, breaks }) =>
    imports
      .filter(breaks)
      .map(({ from, line, specifier }) => `${from}:${line} imports ${specifier}: ${name}`),
  );

if (import.meta.main) {
  const imports: Import[] = [];
  let files = 0;
  for await (const file of glob(FILES, { cwd: root })) {
    if (file.startsWith("prisma/generated/")) continue;
    files += 1;
    imports.push(...importsOf(file, readFileSync(path.join(root, file), "utf8")));
  }
  const violations = violationsIn(imports).sort();
  for (const line of violations) console.error(line);
  console.log(
    `Layers: ${files} files, ${imports.length} imports, ${violations.length} violations.`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}
