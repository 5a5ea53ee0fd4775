import { badRequest } from "../../api-error.ts";
import { isAdministrator } from "../../state/members.ts";
import { deleteRecord, findMessage } from "../../state/messages.ts";
import type { ChatRecord, MessageRecord } from "../../state/records.ts";
import { unixTime, type World } from "../../state/world.ts";
import type { Handlers } from "../handlers.ts";
import { reachChat } from "../reach.ts";

export const deleteMethods = {
  deleteMessage: ({ world }, args) => {
    const chat = reachChat(world, args.chat_id);
    const record = findMessage(world, chat, args.message_id);
    if (!record) throw badRequest("message to delete not found");
    checkDeletable(world, chat, record);
    deleteRecord(world, record);
    return true;
  },

  deleteMessages: ({ world }, args) => {
    const chat = reachChat(world, args.chat_id);
    const ids = args.message_ids ?? [];
    if (ids.length === 0) throw badRequest("message identifiers are not specified");
    if (ids.length > 100) throw badRequest("too many message identifiers specified");
    // Those that cannot be found are skipped, as Telegram documents.
    const records = ids.flatMap((id) => findMessage(world, chat, id) ?? []);
    for (const record of records) checkDeletable(world, chat, record);
    for (const record of records) deleteRecord(world, record);
    return true;
  },
} satisfies Partial<Handlers>;

const twoDays = 48 * 3600;

/** Administrators may delete anything; else the bot's own, or anything in a private chat, young. */
function checkDeletable(world: World, chat: ChatRecord, record: MessageRecord) {
  if (chat.type !== "private" && isAdministrator(chat, world.bot.id)) return;
  const isOwn = record.byBot || chat.type === "private";
  const isYoung = unixTime(world) - record.message.date < twoDays;
  if (!isOwn || !isYoung) throw badRequest("message can't be deleted for everyone");
}
