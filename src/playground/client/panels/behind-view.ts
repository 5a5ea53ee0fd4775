// What is behind the glass, put into the shape in which the panel shows it. Pure.

import type { Caused, OutboxRow, WrittenRow } from "../../house.ts";
import type { CallView, ChatView } from "../../page/contract.ts";

export type Field = { name: string; value: string };

export type TableRows = {
  table: string;
  rows: readonly { key: string; glance: string; fields: readonly Field[] }[];
};

/** A value in a cell: short, as JSON where it is not a plain word or number. */
export function cellText(value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}

/** Numbers that point elsewhere, moments and whole objects say little at a glance. */
const SAYS_LITTLE = /^(id|key|at|version)$|(Id|At)$/;
const IS_EMPTY = /^(null|\{.*|\[.*|)$/s;
const MOST_AT_A_GLANCE = 3;

const glanceOf = (fields: readonly Field[]): string =>
  fields
    .filter(({ name, value }) => !SAYS_LITTLE.test(name) && !IS_EMPTY.test(value))
    .slice(0, MOST_AT_A_GLANCE)
    .map(({ value }) => value)
    .join(" · ");

function rowOf({ key, values }: WrittenRow) {
  const fields = Object.entries(values).map(([name, value]) => ({ name, value: cellText(value) }));
  return { key, glance: glanceOf(fields), fields };
}

/** The rows of a transaction by table, the tables in the order in which they were written. */
export const byTable = (rows: readonly WrittenRow[]): TableRows[] =>
  [...Map.groupBy(rows, ({ table }) => table)].map(([table, its]) => ({
    table,
    rows: its.map(rowOf),
  }));

export type Colour = "good" | "busy" | "bad" | "odd";

const COLOURS: Record<OutboxRow["state"], Colour> = {
  pending: "busy",
  sending: "busy",
  sent: "good",
  failed: "bad",
  unknown: "odd",
  dropped: "odd",
};

export const colourOf = (state: OutboxRow["state"]): Colour => COLOURS[state];

/** Something is still to happen: the panel looks again by itself. */
export const isUnsettled = (caused: Caused | null, calls: readonly CallView[]): boolean =>
  (caused?.outbox.some(({ state }) => state === "pending" || state === "sending") ?? false) ||
  (caused?.inbox != null && caused.inbox.doneAt === null) ||
  calls.some(({ outcome, lost }) => outcome === undefined && lost === undefined);

/** How a call ended, for its dot and its word. */
export function endOf({ outcome, lost }: CallView): { colour: Colour; word: string } {
  if (lost !== undefined) return { colour: "odd", word: lost };
  if (outcome === undefined) return { colour: "busy", word: "…" };
  if (outcome.ok) return { colour: "good", word: String(outcome.code ?? 200) };
  return { colour: "bad", word: String(outcome.code ?? "!") };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** What kind of update it is (message, callback_query, …) and its number. */
export function updateHead(update: unknown): { id: number | null; kind: string } {
  if (!isRecord(update)) return { id: null, kind: "" };
  const kind = Object.keys(update).find((name) => name !== "update_id") ?? "";
  return { id: typeof update.update_id === "number" ? update.update_id : null, kind };
}

/** Where nobody has done anything in this window: the newest message, a person's if there is one. */
export function newestMessage(chats: readonly Pick<ChatView, "last">[]): string | null {
  const lasts = chats.flatMap(({ last }) => (last === undefined ? [] : [last]));
  const ofPeople = lasts.filter(({ byBot }) => !byBot);
  const newest = (ofPeople.length > 0 ? ofPeople : lasts).reduce<(typeof lasts)[number] | null>(
    (found, one) => (found === null || one.date > found.date ? one : found),
    null,
  );
  return newest?.key ?? null;
}
