// What one open conversation keeps beside its messages: whom one answers, what one changes, what
// stands open above it. Every part below finds it in the context, so that no message is drawn
// again when it changes.
import { type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { MessageView } from "../../page/contract.ts";
import type { Pane } from "../state.ts";
import type { Attached } from "./composer/attached.ts";
import { createScroller, type Scroller } from "./log/scroller.ts";

export type Picture = { src: string; alt: string; file: string; name: string };

export type Talk = {
  pane: Pane;
  scroller: Scroller;
  /** The message that the next one answers. */
  replyTo: Signal<MessageView | null>;
  /** The own message that is being changed, and its new words. */
  editing: Signal<{ message: MessageView; text: string } | null>;
  /** Where the menu of a message stands open, in the window's pixels. */
  menu: Signal<{ message: MessageView; x: number; y: number } | null>;
  forwarding: Signal<MessageView | null>;
  /** Photos that are looked at, and which of them. */
  pictures: Signal<{ all: readonly Picture[]; place: number } | null>;
  /** Files that wait to be sent. */
  attached: Signal<readonly Attached[]>;
  /** The line of the composer, while it is there. */
  line: { current: HTMLTextAreaElement | null };
};

/** Under this name what a pane remembers is kept. */
export const paneName = ({ chat, person, thread = 0 }: Pane): string =>
  `${person}.${chat}.${thread}`;

export const createTalk = (pane: Pane): Talk => ({
  pane,
  scroller: createScroller(`dondoc.scroll.${paneName(pane)}`),
  replyTo: signal(null),
  editing: signal(null),
  menu: signal(null),
  forwarding: signal(null),
  pictures: signal(null),
  attached: signal([]),
  line: { current: null },
});

export const TalkContext = createContext<Talk | null>(null);

export function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (talk === null) throw new Error("a part of a conversation stands outside of one");
  return talk;
}

/** Begins an answer to a message. */
export function beginReply({ replyTo, editing, line }: Talk, message: MessageView): void {
  editing.value = null;
  replyTo.value = message;
  line.current?.focus();
}

/** Begins to change an own message. */
export function beginEdit({ replyTo, editing, line }: Talk, message: MessageView): void {
  replyTo.value = null;
  editing.value = { message, text: message.message.text ?? message.message.caption ?? "" };
  line.current?.focus();
}

/** What can be changed: the words of an own message, or those under its file. */
export const isEditable = ({ message, deleted }: MessageView): boolean =>
  !deleted &&
  message.forward_origin === undefined &&
  (message.text ?? message.document ?? message.photo) !== undefined;
