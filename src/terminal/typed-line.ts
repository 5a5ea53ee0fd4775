// What a person types on the terminal: a command, and files as `@path` anywhere in the line.
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

export type TypedLine = {
  text: string;
  /** Absolute paths of the files to attach. */
  files: string[];
  /** Named like a file, but there is none. */
  missing: string[];
};

/** `@so.xlsx`, `@"sổ theo dõi.xlsx"`; not `/tiendo@bot`. */
const MENTION = /(?<=^|\s)@(?:"(?<quoted>[^"]+)"|(?<bare>\S+))/gu;

const absolute = (typed: string, folder: string): string =>
  path.resolve(folder, typed.replace(/^~(?=\/)/, homedir()));

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();

/** `folder`: what relative paths start from. */
export const readTypedLine = (line: string, folder: string): TypedLine => {
  const files: string[] = [];
  const missing: string[] = [];
  const text = line.replace(MENTION, (whole, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { quoted?: string; bare?: string };
    const typed = groups.quoted ?? groups.bare ?? "";
    const file = absolute(typed, folder);
    if (isFile(file)) files.push(file);
    else if (/[./~]/.test(typed)) missing.push(typed);
    else return whole;
    return "";
  });
  return { text: text.replace(/[ \t]{2,}/g, " ").trim(), files, missing };
};
