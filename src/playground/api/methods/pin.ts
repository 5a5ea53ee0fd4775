import { badRequest } from "../../api-error.ts";
import { saveChat } from "../../state/chats.ts";
import { asReplied, findMessage, post } from "../../state/messages.ts";
import { botUser, type World } from "../../state/world.ts";
import type { Handlers } from "../handlers.ts";
import { needAdministrator, reachChat } from "../reach.ts";

export const pinMethods = {
  pinChatMessage: ({ world }, args) => {
    const chat = pinnable(world, args.chat_id);
    const record = findMessage(world, chat, args.message_id);
    if (!record) throw badRequest("message to pin not found");
    chat.pinned = [...chat.pinned.filter((id) => id !== args.message_id), args.message_id];
    // The note in the chat is a service message of the bot's own: it gets no update of it.
    const note = { pinned_message: asReplied(record.message) };
    post(world, chat, note, { from: botUser(world), byBot: true });
    return true;
  },

  unpinChatMessage: ({ world }, args) => {
    const chat = pinnable(world, args.chat_id);
    const id = args.message_id ?? chat.pinned.at(-1);
    if (id === undefined || !chat.pinned.includes(id))
      throw badRequest("message to unpin not found");
    chat.pinned = chat.pinned.filter((pinned) => pinned !== id);
    saveChat(world, chat);
    return true;
  },

  unpinAllChatMessages: ({ world }, args) => {
    const chat = pinnable(world, args.chat_id);
    chat.pinned = [];
    saveChat(world, chat);
    return true;
  },
} satisfies Partial<Handlers>;

function pinnable(world: World, reference: number | string) {
  const chat = reachChat(world, reference);
  needAdministrator(world, chat, "manage pinned messages in the chat");
  return chat;
}
