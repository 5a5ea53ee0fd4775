import type { Message, MessageOrigin, User } from "@grammyjs/types";

import { badRequest } from "../api-error.ts";
import { Refused } from "../refused.ts";
import { startChat } from "../state/chats.ts";
import { commandsFor } from "../state/commands.ts";
import { asDocument, asPhoto, type NewFile, saveFile } from "../state/files.ts";
import { isAdministrator, isMember } from "../state/members.ts";
import { asReplied, editRecord, findEphemeral, findMessage, post } from "../state/messages.ts";
import { tellBot } from "../state/privacy.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import { findTopic } from "../state/topics.ts";
import { nextNumber, unixTime, type World } from "../state/world.ts";
import { detectEntities } from "../text/detect.ts";

export type SayOptions = { replyTo?: Message | undefined; thread?: number | undefined };

/** A person writes a text; commands, mentions, links and hashtags are found as Telegram does. */
export function sayText(
  world: World,
  user: User,
  chat: ChatRecord,
  text: string,
  options: SayOptions = {},
) {
  const words = text.trim();
  if (words === "") throw new Refused("A person can't send an empty text");
  return speak(world, user, chat, textContent(words), options);
}

/** A person passes on a message that they see, from whatever chat: its words, and who wrote them. */
export function forward(
  world: World,
  user: User,
  chat: ChatRecord,
  original: Message,
  options: SayOptions = {},
) {
  const { text, entities, caption, caption_entities, document, photo, rich_message } = original;
  const content = { text, entities, caption, caption_entities, document, photo, rich_message };
  const given = Object.entries(content).filter(([, value]) => value !== undefined);
  if (given.length === 0) throw new Refused("There is nothing in this message to pass on");
  const { from, date } = original;
  const forward_origin: MessageOrigin = from
    ? { type: "user", sender_user: from, date }
    : { type: "hidden_user", sender_user_name: "Somebody", date };
  return speak(world, user, chat, { ...Object.fromEntries(given), forward_origin }, options);
}

export type SentFile = NewFile & { kind: "document" | "photo"; caption?: string | undefined };

/** A person sends files; several make an album. */
export function sayFiles(
  world: World,
  user: User,
  chat: ChatRecord,
  files: SentFile[],
  options: SayOptions = {},
) {
  const album = files.length > 1 ? { media_group_id: `1${nextNumber(world, "album")}` } : {};
  return files.map((file) => {
    const kept = saveFile(world, file.kind, file);
    const media = file.kind === "photo" ? { photo: asPhoto(kept) } : { document: asDocument(kept) };
    const caption = captionContent(file.caption);
    return speak(world, user, chat, { ...album, ...media, ...caption }, options);
  });
}

/** A person changes what they wrote: the text, or the caption of a file. */
export function editSaid(world: World, record: MessageRecord, text: string) {
  const { text: _t, entities: _e, caption: _c, caption_entities: _ce, ...rest } = record.message;
  const isText = record.message.text !== undefined;
  const content = isText ? textContent(text.trim()) : captionContent(text.trim());
  const edited = { ...rest, ...content, edit_date: unixTime(world) };
  editRecord(world, record, edited);
  tellBot(world, edited, "edited");
  world.store.commit();
  return record;
}

function speak(
  world: World,
  user: User,
  chat: ChatRecord,
  content: Partial<Message>,
  { replyTo, thread }: SayOptions,
) {
  checkMaySpeak(chat, user);
  if (chat.type === "private") startChat(world, chat);

  const replied = replyTo && findReplied(world, chat, replyTo);
  const isEphemeral = isEphemeralCommand(world, chat, user, content.text ?? "");
  const draft = {
    ...placeIn(world, chat, thread ?? topicOf(replied?.message)),
    ...(replied ? { reply_to_message: asReplied(replied.message) } : {}),
    ...content,
  };
  const from = chat.type === "channel" ? {} : { from: user };
  const onlyFor = isEphemeral ? { onlyFor: user } : {};
  const { record, message } = post(world, chat, draft, { ...from, ...onlyFor });
  tellBot(world, message, "new");
  world.store.commit();
  return record;
}

function checkMaySpeak(chat: ChatRecord, user: User) {
  const mayPost =
    chat.type === "private"
      ? chat.id === user.id
      : chat.type === "channel"
        ? isAdministrator(chat, user.id)
        : isMember(chat, user.id);
  if (chat.migratedTo !== undefined)
    throw new Refused(`${chat.title} was upgraded to a supergroup`);
  if (!mayPost) throw new Refused(`${user.first_name} can't write in ${chat.title}`);
  if (chat.type === "private" && chat.blocked) {
    throw new Refused(`${user.first_name} must unblock the bot to write to it`);
  }
}

function findReplied(world: World, chat: ChatRecord, message: Message) {
  const found =
    message.ephemeral_message_id === undefined
      ? findMessage(world, chat, message.message_id)
      : findEphemeral(world, chat, message.ephemeral_message_id);
  if (!found) throw badRequest("message to be replied not found");
  return found;
}

const topicOf = (message: Message | undefined) =>
  message?.is_topic_message ? message.message_thread_id : undefined;

/** In a topic, what answers nothing else counts as an answer to the topic's first message. */
function placeIn(world: World, chat: ChatRecord, thread: number | undefined): Partial<Message> {
  if (thread === undefined) return {};
  if (!findTopic(chat, thread)) throw new Refused(`${chat.title} has no topic ${thread}`);
  const opening = findMessage(world, chat, thread);
  return {
    message_thread_id: thread,
    is_topic_message: true,
    ...(opening ? { reply_to_message: asReplied(opening.message) } : {}),
  };
}

/** Commands marked `is_ephemeral` are seen by their sender and the bot alone. */
function isEphemeralCommand(world: World, chat: ChatRecord, user: User, text: string) {
  if (chat.type !== "group" && chat.type !== "supergroup") return false;
  const written = /^\/([a-z0-9_]+)(?:@([a-z0-9_]+))?(?=\s|$)/i.exec(text);
  const [, name, addressee = world.bot.username] = written ?? [];
  if (addressee.toLowerCase() !== world.bot.username.toLowerCase()) return false;
  const command = commandsFor(world, chat, user).find((entry) => entry.command === name);
  return command?.is_ephemeral === true;
}

function textContent(text: string) {
  const entities = detectEntities(text);
  return { text, ...(entities.length > 0 ? { entities } : {}) };
}

function captionContent(caption: string | undefined) {
  if (!caption) return {};
  const entities = detectEntities(caption);
  return { caption, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}
