// Vietnamese sentences that stand outside the catalogue (src/messages/words). Words that are read
// rather than said (names, phrases, examples that people type) may stand where they are read.
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "rolldown/utils";

const root = path.join(import.meta.dirname, "../..");

/** Rooms whose Vietnamese is what they read, or what an invented province is called. */
const READERS = [
  "src/language/",
  "src/calendar/",
  "src/messages/",
  "src/sample/",
  "src/playground/",
  "src/agencies/group-aliases.ts",
  "src/directives/document-head.ts",
  "src/directives/drafts-sheet.ts",
  "src/directives/subjects.ts",
  "src/sheets/columns.ts",
  "src/sheets/status-words.ts",
];

/** Not said, but shown or typed as it stands. */
const TYPED = new Set(["summary", "example", "aliases", "words"]);

const VIETNAMESE = /[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]/iu;
/** What people type behind a slash is an example; less than three words is a label of something read, not a sentence. */
const isSentence = (text: string): boolean =>
  VIETNAMESE.test(text.replaceAll("Đôn Đốc", "").replace(/\/\w+ .*/, "")) &&
  text.trim().split(/\s+/).length >= 3;

export const strayIn = (file: string, source: string): string[] => {
  const { program } = parseSync(file, source);
  const excused: [number, number][] = [];
  const found: { start: number; text: string }[] = [];
  new Visitor({
    Property: ({ key, value }) => {
      if (key.type === "Identifier" && TYPED.has(key.name)) excused.push([value.start, value.end]);
    },
    Literal: ({ value, start }) => {
      if (typeof value === "string" && isSentence(value)) found.push({ start, text: value });
    },
    TemplateElement: ({ value, start }) => {
      if (isSentence(value.cooked ?? "")) found.push({ start, text: value.cooked ?? "" });
    },
  }).visit(program);
  return found
    .filter(({ start }) => !excused.some(([from, to]) => start >= from && start < to))
    .map(({ start, text }) => `${file}:${source.slice(0, start).split("\n").length} “${text}”`);
};

/** One line for each sentence that stands outside the catalogue. */
export const strayWords = (): string[] =>
  globSync("{commands,jobs,src}/**/*.ts", { cwd: root })
    .filter((file) => !READERS.some((reader) => file.startsWith(reader)))
    .sort()
    .flatMap((file) => strayIn(file, readFileSync(path.join(root, file), "utf8")));
