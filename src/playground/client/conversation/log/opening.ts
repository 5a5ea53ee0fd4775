// Where a conversation opens, and where it is afterwards: pure rules over places and pixels.
import type { MessageView } from "../../../page/contract.ts";
import { isOwn } from "./rows.ts";

/** What is remembered of where somebody stopped scrolling. */
export type Left = {
  /** The message at the upper edge; null: they were at the end. */
  key: string | null;
  at: number;
  /** How far its upper edge stood below that of the window. */
  offset: number;
  /** The newest message then. */
  newest: number;
};

export type Place =
  | { kind: "end" }
  /** A message at the upper edge, `offset` pixels below it. */
  | { kind: "message"; key: string; offset: number }
  /** The line above the first unread message. */
  | { kind: "unread" }
  /** Not among what is loaded: a page further back must come first. */
  | { kind: "older" };

type Opening = {
  messages: readonly MessageView[];
  hasMore: boolean;
  person: number;
  unread: number;
  readUpTo: number;
  left: Left | null;
};

/** What came while nobody looked goes before where one was; both before the end. */
export function openingPlace(opening: Opening): Place {
  const { messages, hasMore, person, unread, readUpTo, left } = opening;
  const oldest = messages[0];
  const newest = messages.at(-1)?.at ?? 0;
  const isAsLeft = left !== null && newest <= left.newest;
  if (isAsLeft) {
    if (left.key === null) return { kind: "end" };
    if (messages.some(({ key }) => key === left.key)) {
      return { kind: "message", key: left.key, offset: left.offset };
    }
    return hasMore && oldest !== undefined && oldest.at > left.at
      ? { kind: "older" }
      : { kind: "end" };
  }
  if (unread === 0) return { kind: "end" };
  const isUnread = (message: MessageView) => message.at > readUpTo && !isOwn(message, person);
  if (!messages.some(isUnread)) return { kind: "end" };
  return hasMore && oldest !== undefined && oldest.at > readUpTo + 1
    ? { kind: "older" }
    : { kind: "unread" };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Reads what was remembered; null for anything else. */
export function leftFrom(json: string | null): Left | null {
  try {
    const value: unknown = JSON.parse(json ?? "null");
    if (!isRecord(value)) return null;
    const { key, at, offset, newest } = value;
    if (key !== null && typeof key !== "string") return null;
    if (typeof at !== "number" || typeof offset !== "number" || typeof newest !== "number") {
      return null;
    }
    return { key, at, offset, newest };
  } catch {
    return null;
  }
}
