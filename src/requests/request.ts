// One thing that somebody asked, free of any channel.

import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import type { Opened } from "#src/directives/open/open-document.ts";
import type { Language } from "#src/messages/language.ts";
import type { Block, DrawnFrom, OutgoingMessage, Reply } from "#src/messages/reply.ts";
import type { Actor, Role } from "#src/people/actor.ts";

/** A file that came with a message: its bytes are stored before the request is handled. */
export type Attached = { fileId: number; name: string; mime: string; size: number };

export type ChatHere = {
  /** Our own id. */
  id: number;
  kind: "private" | "group";
  /** The topic; 0 = none. */
  threadId: number;
  title: string | null;
};

export type Who = {
  channel: string;
  externalId: string;
  displayName: string;
  username: string | null;
};

/** How the words came: typed, typed again over an old message, or by tapping. */
export type Via = "message" | "edit" | "button";

export type Request = {
  who: Who;
  actor: Actor;
  chat: ChatHere;
  /** What follows the command, verbatim. */
  args: string;
  attached: readonly Attached[];
  /** Documents among them that were opened before, as that takes time (before-work.ts). */
  opened?: ReadonlyMap<number, Opened>;
  via: Via;
  drawnFrom?: DrawnFrom;
  /** Text of the message that this one answers, if any. */
  repliedTo?: string;
  /** That message is one of the bot's own. */
  repliedToBot?: boolean;
  /** Somebody else's words, passed on: never a command. */
  forwarded?: boolean;
  now: Date;
  /** The civil day of `now` in Asia/Ho_Chi_Minh. */
  today: CivilDate;
  language: Language;
  calendar: WorkCalendar;
  /** How the channel writes an invitation: a link to tap; null where it has none. */
  inviteLink: (code: string) => string | null;
  /** The stored update behind the request; null where a test speaks directly. */
  inboxId: bigint | null;
  /** The inbox row of the message that this edit corrects. */
  correctsInboxId?: bigint;
  /** Everything is read and written in this one transaction. */
  tx: Tx;
};

/** An answer: what the asker sees, and what others are told in the same transaction. */
export type Outcome = {
  reply: Reply;
  messages?: OutgoingMessage[];
  /** Assignments whose posted cards must be redrawn. */
  changed?: number[];
  /** The answer to a question that holds a file made for it: it goes through the outbox. */
  queued?: true;
};

/** A half-filled form, continued by whatever its owner types next. */
export type FormState = { id: number; version: number; step: string; data: unknown };

/** What somebody asks who is not bound to anybody: only /start listens to them. */
export type GuestRequest = Omit<Request, "actor">;

export type Command = {
  /** Without the slash, a–z0–9_: what Telegram's menu shows. */
  name: string;
  aliases: readonly string[];
  summary: Record<Language, string>;
  /** A line that works when typed as it stands; it is shown in help and in errors. */
  example: string;
  roles: readonly Role[] | "anyone";
  chats: readonly ("private" | "group")[];
  /** A write is answered through the outbox, a read directly. */
  kind: "read" | "write";
  /** It does something with files: one that was sent just before, for nobody knew what, is taken. */
  takesFiles?: boolean;
  /** It reads the documents that come with it: they are opened before its transaction. */
  opensFiles?: boolean;
  /** What is said at once, before work that takes its time; null: nothing. */
  beforeWork?: (said: {
    args: string;
    files: readonly Attached[];
    language: Language;
  }) => string | null;
  /** What came without any command and may be for this one; null: it is not. */
  unasked?: (request: Request) => Promise<Outcome | null>;
  /** May an edited message run it again, as a correction? */
  onEdit?: "again" | "refuse";
  /**
   * Its bare name is an ordinary word or an answer ("hủy", "tiếp tục"): it is the command only with
   * a slash or a task's code.
   */
  slashOnly?: boolean;
  /** At this step of its form whatever is typed without a slash is the answer, never a command. */
  takesText?: (step: string) => boolean;
  /** Works in a group that nobody registered yet, because it is what registers it. */
  bindsGroup?: boolean;
  /** In a group: may everybody read the answer, or only the one who asked? */
  audience?: "chat" | "asker";
  run: (request: Request) => Promise<Outcome>;
  runForGuest?: (request: GuestRequest) => Promise<Outcome>;
  /** Bare words that answer its open form although they name a command: "tôi" to "who?". */
  answeredBy?: (text: string) => boolean;
  /** Continues the form that this command opened. */
  answer?: (request: Request, form: FormState) => Promise<Outcome>;
};

/** The files that came with it, by our own ids. */
export const fileIdsOf = ({ attached }: Request): number[] => attached.map(({ fileId }) => fileId);

export const answer = (...blocks: Block[]): Outcome => ({ reply: { blocks } });
