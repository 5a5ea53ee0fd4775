// The messages of a chat as the rows of its history: days, the line where reading stopped,
// albums, and who goes on speaking. Pure; rows that did not change stay the same objects, so that
// the page draws nothing anew but what is new.
import type { Message } from "@grammyjs/types";

import type { MessageView } from "../../../page/contract.ts";
import { senderId } from "../names.ts";
import { dayNumber } from "./day.ts";

export type MessageRow = {
  kind: "messages";
  key: string;
  /** Several are an album. */
  messages: readonly MessageView[];
  side: "own" | "theirs";
  /** First and last of what one sender says without a pause. */
  isFirst: boolean;
  isLast: boolean;
};

export type Row =
  | { kind: "day"; key: string; day: number }
  | { kind: "unread"; key: string }
  | { kind: "service"; key: string; message: MessageView }
  | MessageRow;

export type Seen = {
  /** Oldest first, only what the person sees here. */
  messages: readonly MessageView[];
  person: number;
  /** `at` of the last message that was read when the conversation was opened; null: no line. */
  readUpTo: number | null;
};

/** A pause after which the same sender begins anew, seconds. */
const PAUSE = 600;

const SAID: readonly (keyof Message)[] = [
  ...(["text", "rich_message", "caption", "document", "photo", "sticker", "video"] as const),
  ...(["audio", "voice", "video_note", "animation", "contact", "dice", "poll"] as const),
  ...(["venue", "location", "checklist", "story", "game", "invoice", "paid_media"] as const),
];

/** What the chat itself tells: who came, what was pinned. */
export const isService = (message: Message): boolean => !SAID.some((field) => field in message);

export const isOwn = ({ message, byBot }: MessageView, person: number): boolean =>
  !byBot && message.from?.id === person;

type Draft = { view: MessageView; album: MessageView[] };

function follows(before: MessageView, next: MessageView): boolean {
  const [one, other] = [before.message, next.message];
  return (
    senderId(one) === senderId(other) &&
    before.onlyFor === next.onlyFor &&
    other.date - one.date < PAUSE &&
    dayNumber(one.date) === dayNumber(other.date)
  );
}

const isSameAlbum = (before: MessageView, next: MessageView): boolean =>
  before.message.media_group_id !== undefined &&
  before.message.media_group_id === next.message.media_group_id &&
  senderId(before.message) === senderId(next.message);

function messageRow(person: number, { view, album }: Draft): MessageRow {
  const side = isOwn(view, person) ? "own" : "theirs";
  return { kind: "messages", key: view.key, messages: album, side, isFirst: true, isLast: true };
}

/** Oldest first. */
export function rowsOf({ messages, person, readUpTo }: Seen): Row[] {
  const rows: Row[] = [];
  let isLineDrawn = readUpTo === null;
  let day: number | null = null;

  for (const view of messages) {
    const today = dayNumber(view.message.date);
    if (today !== day) rows.push({ kind: "day", key: `day:${today}`, day: today });
    day = today;
    if (!isLineDrawn && view.at > (readUpTo ?? 0) && !isOwn(view, person)) {
      rows.push({ kind: "unread", key: "unread" });
      isLineDrawn = true;
    }
    if (isService(view.message)) {
      rows.push({ kind: "service", key: view.key, message: view });
      continue;
    }
    const before = rows.at(-1);
    const last = before?.kind === "messages" ? before.messages.at(-1) : undefined;
    if (before?.kind === "messages" && last !== undefined) {
      if (isSameAlbum(last, view)) {
        rows[rows.length - 1] = { ...before, messages: [...before.messages, view] };
        continue;
      }
      if (follows(last, view)) {
        rows[rows.length - 1] = { ...before, isLast: false };
        rows.push({ ...messageRow(person, { view, album: [view] }), isFirst: false });
        continue;
      }
    }
    rows.push(messageRow(person, { view, album: [view] }));
  }
  return rows;
}

function isSameRow(one: Row, other: Row): boolean {
  if (one.kind === "messages" && other.kind === "messages") {
    return (
      one.side === other.side &&
      one.isFirst === other.isFirst &&
      one.isLast === other.isLast &&
      one.messages.length === other.messages.length &&
      one.messages.every((message, index) => message === other.messages[index])
    );
  }
  if (one.kind === "service" && other.kind === "service") return one.message === other.message;
  return one.kind === other.kind;
}

/** The new rows, with those of before in place of equal ones. */
export function keptRows(before: readonly Row[], after: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [row.key, row]));
  return after.map((row) => {
    const old = known.get(row.key);
    return old !== undefined && isSameRow(old, row) ? old : row;
  });
}
