// What the tour does next in a step, from what it has done and what the bot has said since. Pure:
// the one who runs it (tour-run.ts) says, taps and waits.
import type { MessageView } from "../../page/contract.ts";
import { codeIn, linesIn, type Tappable, tappables } from "./message-words.ts";
import { LOST, type Stage, type Who, YES } from "./tour-script.ts";

/** A message as the tour hears it. */
export type Heard = {
  key: string;
  at: number;
  revision: number;
  byBot: boolean;
  text: string;
  buttons: readonly Tappable[];
};

/** Where the chat stood when the last deed was done. */
export type Since = { at: number; revision: number };

/** How far a step has come: kept over a reload, so that nothing is said twice. */
export type Attempt = { stage: number; since: Since | null };

export type Move =
  | { kind: "say"; who: Who; text: string }
  | { kind: "tap"; who: Who; message: string; data: string; label: string }
  /** The bot has not answered yet. */
  | { kind: "wait"; who: Who }
  /** The bot asks something that the visitor must answer. */
  | { kind: "ask"; who: Who; message: string }
  /** The answer came; `already`: it had been done before. */
  | { kind: "next"; who: Who; shown: string; code: string | null; already: boolean }
  /** The task is gone. */
  | { kind: "lost"; who: Who; shown: string };

export const heard = (view: MessageView): Heard => ({
  key: view.key,
  at: view.at,
  revision: view.revision,
  byBot: view.byBot,
  text: linesIn(view.message).join("\n"),
  buttons: view.byBot ? tappables([view.message.rich_message, view.message.reply_markup]) : [],
});

/** The place after which an answer to what is done now will stand. */
export const sinceNow = (messages: readonly Heard[]): Since => ({
  at: Math.max(-1, ...messages.map(({ at }) => at)),
  revision: Math.max(-1, ...messages.map(({ revision }) => revision)),
});

const tapOn = (who: Who, messages: readonly Heard[], wanted: RegExp): Move | null => {
  for (const { key, buttons } of messages.toReversed()) {
    const button = buttons.find(({ data }) => wanted.test(data));
    if (button !== undefined) return { kind: "tap", who, message: key, ...button };
  }
  return null;
};

const begun = ({ who, button, say }: Stage, messages: readonly Heard[]): Move =>
  (button === null ? null : tapOn(who, messages, button)) ?? { kind: "say", who, text: say };

/** The next move of a stage that is not yet done; `chat`: what stands in the chat where it plays. */
export function nextMove(stage: Stage, { since }: Attempt, chat: readonly Heard[]): Move {
  const { who } = stage;
  const said = chat.filter(({ byBot }) => byBot);
  if (since === null) return begun(stage, said);
  // A message that was redrawn may carry the answer too; a question is always a new one.
  const changed = said.filter(({ revision }) => revision > since.revision);
  const told = changed.findLast(({ text }) => stage.done.test(text));
  if (told !== undefined) {
    return { kind: "next", who, shown: told.key, code: codeIn(told.text), already: false };
  }
  const before = changed.findLast(({ text }) => stage.already?.test(text));
  if (before !== undefined) {
    return { kind: "next", who, shown: before.key, code: null, already: true };
  }
  const fresh = changed.filter(({ at }) => at > since.at);
  const lost = fresh.findLast(({ text }) => LOST.test(text));
  if (lost !== undefined) return { kind: "lost", who, shown: lost.key };
  const yes = tapOn(who, fresh, YES);
  if (yes !== null) return yes;
  const question = fresh.at(-1);
  return question === undefined
    ? { kind: "wait", who }
    : { kind: "ask", who, message: question.key };
}
