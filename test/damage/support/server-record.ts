// What the stand-in itself knows of the bot's sending: every call, with its end, however many.
import type { BotCall, Playground } from "#src/playground/server.ts";

/** A message that the stand-in took; whether the bot heard of it is another question. */
export type Posted = { chat: number; messageId: number; said: string; call: BotCall };

export type ServerRecord = {
  /** Calls that send or change a message, in the order of their ends. */
  calls: readonly BotCall[];
  /** Of them those that posted a new message. */
  posted: () => Posted[];
};

const SENDS = new Set(["sendMessage", "sendRichMessage", "sendDocument", "sendPhoto"]);
const CHANGES = new Set(["editMessageText", "editMessageReplyMarkup"]);

export const sends = ({ method }: BotCall): boolean => SENDS.has(method);

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The words of a call as they were given to Telegram: HTML. */
export const saidBy = ({ payload }: BotCall): string => {
  const said = field(payload, "text") ?? field(field(payload, "rich_message"), "html");
  return typeof said === "string" ? said : String(field(payload, "caption") ?? "");
};

export const chatOf = ({ payload }: BotCall): number => Number(field(payload, "chat_id"));

const postedBy = (call: BotCall): Posted[] => {
  const { outcome } = call;
  if (outcome?.ok !== true || !sends(call)) return [];
  const messageId = field(outcome.result, "message_id");
  if (typeof messageId !== "number") return [];
  return [{ chat: chatOf(call), messageId, said: saidBy(call), call }];
};

/** Begins to take it down; the stand-in's own log forgets its oldest calls. */
export const recordOf = (server: Playground): ServerRecord => {
  const calls: BotCall[] = [];
  server.onCall((call) => {
    if (sends(call) || CHANGES.has(call.method)) calls.push(call);
  });
  return { calls, posted: () => calls.flatMap(postedBy) };
};
