// Is a message in a group meant for the bot? And what was said without the bot's name.
import type { Message } from "grammy/types";

export type BotName = { id: number; username: string };

/** The first message of a topic counts as replied to by everything in the topic. */
export const repliedMessage = ({ reply_to_message: replied }: Message): Message | undefined =>
  replied?.forum_topic_created === undefined ? replied : undefined;

const mentionOf = ({ username }: BotName): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_@.])@${username}(?![\\p{L}\\p{N}_])`, "giu");

/** "/giao@somebody": the command is for whoever is named. */
const addressee = (text: string): string | undefined => /^\/[^\s@/]+@(\w+)/.exec(text)?.[1];

/** A command of ours, a reply to us, or a mention; a command for another bot never. */
export const isAddressed = (message: Message, text: string, bot: BotName): boolean => {
  const named = addressee(text);
  if (named !== undefined) return named.toLowerCase() === bot.username.toLowerCase();
  if (/^\/[\p{L}\p{N}]/u.test(text)) return true;
  if (repliedMessage(message)?.from?.id === bot.id) return true;
  return mentionOf(bot).test(text);
};

/** The words without "@bot", in a command or beside it. */
export const withoutBotName = (text: string, bot: BotName): string => {
  const named = addressee(text);
  const own = named !== undefined && named.toLowerCase() === bot.username.toLowerCase();
  const command = own ? text.replace(/^(\/[^\s@/]+)@\w+/, "$1") : text;
  const mention = new RegExp(`[ \\t]*${mentionOf(bot).source}[ \\t]*`, "giu");
  return command
    .replace(mention, " ")
    .replace(/^[\s,:;]+(?=\S)/, "")
    .trim();
};
