// One message to Telegram, or one change of a message: plain or rich, for all or for one person.
import type { Api } from "grammy";
import type { EphemeralMessageParameters, InlineKeyboardMarkup, Message } from "grammy/types";
import type { EphemeralId } from "./ephemeral.ts";
import type { Markup } from "./markup.ts";

export type Part = { html: string } | { rich: string };

/** Where a message goes, as all sending methods take it. */
export type Place = {
  chat_id: number;
  message_thread_id?: number;
  ephemeral_message_parameters?: EphemeralMessageParameters;
  reply_parameters?: { ephemeral_message_id: number };
};

const plain = (html: string) => ({
  text: html,
  parse_mode: "HTML" as const,
  link_preview_options: { is_disabled: true },
});

const rich = (html: string) => ({ rich_message: { html } });

const under = <M extends Markup>(markup: M | undefined) =>
  markup === undefined ? {} : { reply_markup: markup };

/** What the types miss: a reply to an ephemeral message has no `message_id`. */
type Answering = { reply_parameters?: { message_id: number; ephemeral_message_id?: number } };

export const postPart = (
  api: Api,
  place: Place,
  part: Part,
  markup: Markup | undefined,
): Promise<Message> => {
  const to = place as Place & Answering;
  return "rich" in part
    ? api.raw.sendRichMessage({ ...to, ...rich(part.rich), ...under(markup) })
    : api.raw.sendMessage({ ...to, ...plain(part.html), ...under(markup) });
};

export const editPart = async (
  api: Api,
  chat_id: number,
  message_id: number,
  part: Part,
  markup: InlineKeyboardMarkup | undefined,
): Promise<void> => {
  const content = "rich" in part ? rich(part.rich) : plain(part.html);
  await api.raw.editMessageText({ chat_id, message_id, ...content, ...under(markup) });
};

export const editEphemeralPart = async (
  api: Api,
  chat_id: number,
  { ephemeralMessageId, receiver }: EphemeralId,
  part: Part,
  markup: InlineKeyboardMarkup | undefined,
): Promise<void> => {
  const content = "rich" in part ? rich(part.rich) : plain(part.html);
  await api.raw.editEphemeralMessageText({
    chat_id,
    receiver_user_id: receiver,
    ephemeral_message_id: ephemeralMessageId,
    ...content,
    ...under(markup),
  });
};
