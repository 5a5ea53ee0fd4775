// What the bot says, free of any channel. A reply is plain JSON, so that it can wait in the
// outbox; each channel renders it as well as it can (Telegram as rich text, the terminal as text).

import type { Language } from "./language.ts";

/** A stretch of text. Always escaped by the channel: never hold markup here. */
export type Run = string | { bold: string } | { italic: string } | { code: string };

/** What a nagging part waits for; once that has happened it is left out. */
export type Matter =
  /** An open lead assignment. */
  number | { of: MatterKind; id: number };

export type MatterKind =
  | "unreceived"
  | "result"
  | "extension"
  | "blocker"
  | "explanation"
  | "contradiction";

/**
 * `about`: the assignment (or what else) that a part speaks of. When the message's turn to be sent
 * comes, parts about what no longer needs it are left out (src/delivery/eligibility.ts).
 */
export type Block =
  | { kind: "heading"; runs: Run[] }
  | { kind: "paragraph"; runs: Run[]; about?: Matter }
  | { kind: "list"; items: { runs: Run[]; about?: Matter }[] }
  | { kind: "table"; caption?: string; header: string[]; align?: Align[]; rows: string[][] }
  | { kind: "details"; summary: string; blocks: Block[] };

export type Align = "left" | "right" | "center";

/** The row that a button was drawn from; an older version answers "đã thay đổi". */
export type DrawnFrom = {
  of: "assignment" | "form" | "draft" | "reading";
  id: number;
  version: number;
};

/** A button is a command that one taps; it never does what cannot also be typed. */
export type Button = {
  label: string;
  command: string;
  drawnFrom?: DrawnFrom;
  style?: "primary" | "danger";
  /** Redraw the message that holds the button instead of sending another (paging). */
  inPlace?: boolean;
  /** What it speaks of: left out of an alert together with its part. */
  about?: Matter;
};

/** A file of ours (File.id) that goes with the reply. */
export type FileRef = { fileId: number };

/** A message that is remembered, so that a later change of state redraws it. */
export type CardRef = { kind: "assignment"; taskId: number; assignmentId: number; version: number };

export type Reply = {
  blocks: Block[];
  /** At most so many lines in its lists when it is sent; `command` shows the rest. */
  limit?: { lines: number; language: Language; command: string };
  buttons?: Button[][];
  /** Standing keys under the input line; each is the text that tapping it types. */
  keys?: string[][];
  files?: FileRef[];
  card?: CardRef;
  /** Not to be kept (secrets, exports): text and files are erased once it has been sent (src/delivery/erase-once). */
  once?: boolean;
};

/** Who a message goes to; our own ids, never a channel's. */
export type Recipient = { personId: number } | { chatId: number; threadId?: number };

export type MessageKind = "reply" | "notice" | "alert" | "ranking" | "card";

/** A message to be queued; `key` is unique for ever, so that it cannot be queued twice. */
export type OutgoingMessage = {
  to: Recipient;
  kind: MessageKind;
  key: string;
  reply: Reply;
  /** Re-check when its turn comes that what stands in `about` still needs a nudge. */
  nag?: boolean;
  /** Not to go out before this moment. */
  notBefore?: Date;
};

export const bold = (text: string): Run => ({ bold: text });
export const italic = (text: string): Run => ({ italic: text });
export const code = (text: string): Run => ({ code: text });
export const paragraph = (...runs: Run[]): Block => ({ kind: "paragraph", runs });
export const heading = (...runs: Run[]): Block => ({ kind: "heading", runs });
export const list = (items: Run[][]): Block => ({
  kind: "list",
  items: items.map((runs) => ({ runs })),
});
export const details = (summary: string, ...blocks: Block[]): Block => ({
  kind: "details",
  summary,
  blocks,
});

/** A reply of plain paragraphs, one per line of text. */
export const say = (...lines: (string | Run[])[]): Reply => ({
  blocks: lines.map((line) => paragraph(...(typeof line === "string" ? [line] : line))),
});
