// The clock on its way: what came meanwhile, chat by chat. Values in, values out.
import type { ChatView, MessageView } from "../../page/contract.ts";
import { linesIn } from "./message-words.ts";

/** A message of the bot that came on the way. */
export type Came = { key: string; chat: number; date: number; line: string };

export type Journey = {
  /** Civil, epoch ms. */
  from: number;
  to: number;
  /** When it was there; null while it is on its way. */
  arrivedAt: number | null;
  came: readonly Came[];
};

const MOST = 500;

export const departed = (from: number, to: number): Journey => ({
  from,
  to,
  arrivedAt: null,
  came: [],
});

/** What the stream brought belongs to the journey if the bot said it after the departure. */
export function carried(journey: Journey, messages: readonly MessageView[]): Journey {
  const known = new Set(journey.came.map(({ key }) => key));
  const fresh = messages.filter(
    ({ key, byBot, deleted, onlyFor, message: { date } }) =>
      byBot &&
      !deleted &&
      onlyFor === undefined &&
      !known.has(key) &&
      date * 1000 > journey.from &&
      // What comes after the arrival is an answer to what somebody does now.
      (journey.arrivedAt === null || date * 1000 <= journey.arrivedAt),
  );
  if (fresh.length === 0) return journey;
  const more = fresh.map(({ key, chat, message }) => ({
    key,
    chat,
    date: message.date * 1000,
    line: linesIn(message)[0] ?? "",
  }));
  return { ...journey, came: [...journey.came, ...more].slice(-MOST) };
}

export type ChatEntry = { chat: number; title: string; count: number; newest: Came };

/** One entry a chat, in the order in which the first message came there. */
export function byChat(
  { came }: Journey,
  chats: ReadonlyMap<number, Pick<ChatView, "title">>,
): ChatEntry[] {
  return [...Map.groupBy(came, ({ chat }) => chat)].flatMap(([chat, its]) => {
    const title = chats.get(chat)?.title;
    const newest = its.reduce((a, b) => (b.date >= a.date ? b : a));
    return title === undefined ? [] : [{ chat, title, count: its.length, newest }];
  });
}

/** What the tour points at: the newest that fits in the chat that is wanted, else anywhere. */
export function pointWorthy(
  { came }: Journey,
  { chat, says }: { chat: number | null; says: RegExp },
): Came | null {
  const fitting = came.filter(({ line }) => says.test(line));
  return (
    fitting.findLast((one) => one.chat === chat) ??
    came.findLast((one) => one.chat === chat) ??
    fitting.at(-1) ??
    came.at(-1) ??
    null
  );
}
