import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

import { createSignal, type Signal } from "../signal.ts";

type Entry = [table: string, key: string, value?: unknown];

/**
 * Named tables of plain JSON values. With a folder, each `commit` appends one line to a
 * journal before it returns, so that what was answered survives a killed process.
 */
export type Store = {
  /** Hears the table's name whenever something in it is set or removed. */
  changed: Signal<string>;
  table: <T>(name: string) => Map<string, T>;
  /** Sets a value, or marks a value changed in place. It is written at the next commit. */
  put: (table: string, key: string, value: unknown) => void;
  remove: (table: string, key: string) => void;
  commit: () => void;
  close: () => void;
};

export function openStore(dir: string | undefined): Store {
  const tables = new Map<string, Map<string, unknown>>();
  const unwritten = new Map<string, [table: string, key: string]>();
  const changed = createSignal<string>();
  const journal = dir === undefined ? undefined : openJournal(dir, tables);

  const table = (name: string) => {
    const found = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, found);
    return found;
  };

  const mark = (name: string, key: string) => {
    if (journal) unwritten.set(`${name} ${key}`, [name, key]);
    changed.emit(name);
  };

  return {
    changed,
    table: <T>(name: string) => table(name) as Map<string, T>,
    put: (name, key, value) => {
      table(name).set(key, value);
      mark(name, key);
    },
    remove: (name, key) => {
      if (table(name).delete(key)) mark(name, key);
    },
    commit: () => {
      if (!journal || unwritten.size === 0) return;
      const entries = [...unwritten.values()].map(([name, key]): Entry => {
        const value = table(name).get(key);
        return value === undefined ? [name, key] : [name, key, value];
      });
      unwritten.clear();
      journal.append(entries);
    },
    close: () => journal?.close(),
  };
}

function openJournal(dir: string, tables: Map<string, Map<string, unknown>>) {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, "journal.jsonl");
  replay(path, tables);

  // Rewritten at each start, so that it holds what exists now and not all that ever happened.
  const fresh = `${path}.new`;
  const rewritten = openSync(fresh, "w");
  for (const [name, rows] of tables) {
    for (const [key, value] of rows) writeLine(rewritten, [[name, key, value]]);
  }
  fsyncSync(rewritten);
  closeSync(rewritten);
  renameSync(fresh, path);

  const file = openSync(path, "a");
  return {
    append: (entries: Entry[]) => writeLine(file, entries),
    close: () => closeSync(file),
  };
}

function writeLine(file: number, entries: Entry[]) {
  const line = Buffer.from(`${JSON.stringify(entries)}\n`);
  let written = 0;
  while (written < line.length) written += writeSync(file, line, written);
}

function replay(path: string, tables: Map<string, Map<string, unknown>>) {
  for (const line of readLines(path)) {
    for (const [name, key, value] of line) {
      const rows = tables.get(name) ?? new Map<string, unknown>();
      tables.set(name, rows);
      if (value === undefined) rows.delete(key);
      else rows.set(key, value);
    }
  }
}

function readLines(path: string): Entry[][] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  // A process killed while it wrote leaves a last line without its end: an unanswered call.
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  return whole
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Entry[]);
}
