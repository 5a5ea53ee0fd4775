// The catalogue of everything that the bot says, for the office to read: docs/wording.md, made
// from src/messages/words/*. A program: npm run wording (writes it); a test checks that it is fresh.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "rolldown/utils";
import { commands } from "#commands/index.ts";
import { roleNames } from "#src/messages/words/roles.ts";

const root = path.join(import.meta.dirname, "../..");
export const CATALOGUE = path.join(root, "docs/wording.md");

/** The parts of a syntax tree that sentences are made of; everything else is shown as "{…}". */
type Node = { type: string; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const node = (value: unknown): Node => (isNode(value) ? value : { type: "Nothing" });

const keyName = (property: Node): string => {
  const key = node(property.key);
  return String(key.name ?? key.value ?? "");
};

/** A choice inside a sentence: "[, kèm {files} tệp]" where the other half is empty. */
const choice = (one: string, other: string): string => {
  if (one === "" || other === "") return `[${one}${other}]`;
  return `[${one} | ${other}]`;
};

/** A sentence as the office reads it: what is put in stands in braces, choices in brackets. */
const worded = (expression: Node): string => {
  switch (expression.type) {
    case "Literal":
      return String(expression.value);
    case "ArrayExpression":
      return nodes(expression.elements).map(worded).join(" ");
    case "ObjectExpression":
      return nodes(expression.properties)
        .map((property) => worded(node(property.value)))
        .join(" ");
    case "SpreadElement":
      return worded(node(expression.argument));
    case "TemplateLiteral": {
      const put = nodes(expression.expressions);
      return nodes(expression.quasis)
        .map((quasi, at) => {
          const { cooked } = quasi.value as { cooked: string };
          const next = put[at];
          return next === undefined ? cooked : `${cooked}${worded(next)}`;
        })
        .join("");
    }
    case "Identifier":
      return `{${String(expression.name)}}`;
    case "MemberExpression":
      return expression.computed === true ? "{…}" : `{${String(node(expression.property).name)}}`;
    case "CallExpression": {
      const given = nodes(expression.arguments).map(worded);
      if (node(expression.callee).name === "plural") {
        const [count = "", one = "", many = `${one}s`] = given;
        return `${count} [${one} | ${many}]`;
      }
      // showDate(on) puts in a value; say("…", code) says its arguments.
      const sentence = given.some((text) => text.replace(/\{[^}]*\}/g, "").trim() !== "");
      return sentence ? given.filter((text) => text !== "{…}").join(" ") : (given[0] ?? "{…}");
    }
    case "ConditionalExpression":
      return choice(worded(node(expression.consequent)), worded(node(expression.alternate)));
    case "BinaryExpression":
      return expression.operator === "+"
        ? `${worded(node(expression.left))}${worded(node(expression.right))}`
        : "{…}";
    case "LogicalExpression":
      return worded(node(expression.left));
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return worded(node(expression.expression));
    default:
      return "{…}";
  }
};

type Said = { at: string; text: string };

const returned = (statement: Node, label: string): Said[] => {
  switch (statement.type) {
    case "BlockStatement":
      return nodes(statement.body).flatMap((one) => returned(one, label));
    case "ReturnStatement":
      return sayings(node(statement.argument), label);
    case "IfStatement":
      return [
        ...returned(node(statement.consequent), label),
        ...returned(node(statement.alternate), label),
      ];
    case "SwitchStatement":
      return nodes(statement.cases).flatMap((one) => {
        const test = node(one.test);
        const name = test.type === "Literal" ? String(test.value) : "";
        return nodes(one.consequent).flatMap((each) =>
          returned(each, name === "" ? label : `${label} ${name}`),
        );
      });
    default:
      return [];
  }
};

/** Everything that an expression can say, with the names under which it says it. */
const sayings = (expression: Node, label: string): Said[] => {
  switch (expression.type) {
    case "ObjectExpression":
      return nodes(expression.properties).flatMap((property) =>
        sayings(node(property.value), `${label}.${keyName(property)}`),
      );
    case "ArrayExpression":
      return [{ at: label, text: nodes(expression.elements).map(worded).join(" ") }];
    case "ArrowFunctionExpression":
    case "FunctionExpression": {
      const body = node(expression.body);
      return body.type === "BlockStatement" ? returned(body, label) : sayings(body, label);
    }
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return sayings(node(expression.expression), label);
    default:
      return [{ at: label, text: worded(expression) }];
  }
};

export type Entry = { name: string; vi: string[]; en: string[] };

/** The pairs of sentences in a file of words, in their order. */
export const entriesOf = (file: string, source: string): Entry[] => {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const entries: Entry[] = [];
  const collect = (within: unknown, name: string): void => {
    if (Array.isArray(within)) {
      for (const one of within) collect(one, name);
      return;
    }
    if (!isNode(within)) return;
    if (within.type === "ObjectExpression") {
      const properties = nodes(within.properties);
      const of = (key: string) => properties.find((property) => keyName(property) === key);
      const [vi, en] = [of("vi"), of("en")];
      if (vi !== undefined && en !== undefined) {
        const english = sayings(node(en.value), name);
        sayings(node(vi.value), name).forEach(({ at, text }, index) => {
          entries.push({ name: at, vi: [text], en: [english[index]?.text ?? ""] });
        });
        return;
      }
      for (const property of properties) collect(property.value, `${name}.${keyName(property)}`);
      return;
    }
    for (const [key, value] of Object.entries(within)) {
      if (key !== "type" && key !== "id") collect(value, name);
    }
  };
  new Visitor({
    VariableDeclarator: (declarator) => {
      const { name } = declarator.id as unknown as { name?: string };
      if (name !== undefined) collect(declarator.init, name);
    },
  }).visit(program);
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const key = JSON.stringify(entry);
    return seen.has(key) ? false : seen.add(key);
  });
};

const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\s*\n\s*/g, " ⏎ ");

const table = (entries: readonly Entry[]): string[] => [
  "| | Tiếng Việt | English |",
  "| --- | --- | --- |",
  ...entries.map(
    ({ name, vi, en }) => `| \`${name}\` | ${cell(vi.join(" "))} | ${cell(en.join(" "))} |`,
  ),
];

/** The whole catalogue as Markdown. */
export const catalogue = (): string => {
  const files = globSync("src/messages/words/*.ts", { cwd: root }).sort();
  const rooms = files.flatMap((file) => {
    const source = readFileSync(path.join(root, file), "utf8");
    const title = /^\/\/ (.+)$/m.exec(source)?.[1] ?? "";
    const entries = entriesOf(file, source);
    if (entries.length === 0) return [];
    return [
      "",
      `## ${path.basename(file, ".ts")}`,
      "",
      ...(title === "" ? [] : [title, ""]),
      ...table(entries),
    ];
  });
  return [
    "# Everything that the bot says",
    "",
    "For the office to read and correct. Made from `src/messages/words` by `npm run wording`: change the",
    "words there. What is put in stands in {braces}; of [one | other] one is said, [a part] alone is left",
    "out where it does not apply.",
    "",
    "## Commands",
    "",
    "| | Tiếng Việt | English | example | who |",
    "| --- | --- | --- | --- | --- |",
    ...commands.map(({ name, summary, example, roles }) => {
      const who = roles === "anyone" ? "mọi người" : roleNames("vi", roles);
      return `| \`/${name}\` | ${cell(summary.vi)} | ${cell(summary.en)} | \`${cell(example)}\` | ${who} |`;
    }),
    ...rooms,
    "",
  ].join("\n");
};

if (import.meta.main) {
  writeFileSync(CATALOGUE, catalogue());
  console.log(path.relative(root, CATALOGUE));
}
