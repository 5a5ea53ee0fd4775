// What a message says, as plain lines, and what can be tapped in it: for the panels, which tell of
// messages and do not draw them.
import type { Message } from "@grammyjs/types";
import { plainWords } from "../conversation/content/plain.ts";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The label of a button: plain, or a rich text with formatting in it. */
function plain(text: unknown): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(plain).join("");
  return isRecord(text) ? plain(text.text ?? text.alternative_text) : "";
}

/** The lines of a message that are not empty. */
export const linesIn = (message: Message): string[] =>
  plainWords(message)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export type Tappable = { label: string; data: string };

/** Every button that answers the bot, wherever in the message it stands. */
export function tappables(value: unknown): Tappable[] {
  if (Array.isArray(value)) return value.flatMap(tappables);
  if (!isRecord(value)) return [];
  const { callback_data: data } = value;
  if (typeof data === "string") return [{ label: plain(value.text), data }];
  return Object.values(value).flatMap(tappables);
}

/** The first code of a task in a text: NV-061. */
export const codeIn = (text: string): string | null => /NV-\d+/.exec(text)?.[0] ?? null;
