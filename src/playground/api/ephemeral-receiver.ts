import type { EphemeralMessageParameters, User } from "@grammyjs/types";

import { badRequest } from "../api-error.ts";
import { userById } from "../state/chats.ts";
import { isAdministrator, isMember } from "../state/members.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import type { Call } from "./handlers.ts";

/** An ephemeral answer must follow its cause within this time. */
const answerSeconds = 15;

/**
 * Who may be sent an ephemeral message: any member if the bot is an administrator; else the
 * person who just tapped a button, or who just wrote the ephemeral command replied to.
 */
export function ephemeralReceiver(
  { world, taps }: Call,
  chat: ChatRecord,
  { receiver_user_id, callback_query_id }: EphemeralMessageParameters,
  replied: MessageRecord | undefined,
): User {
  if (chat.type !== "group" && chat.type !== "supergroup") {
    throw badRequest("ephemeral messages can be sent only in groups and supergroups");
  }
  const user = userById(world, receiver_user_id);
  if (!isMember(chat, user.id)) throw badRequest("USER_NOT_PARTICIPANT");
  if (isAdministrator(chat, world.bot.id)) return user;

  const ages = [
    callback_query_id === undefined ? undefined : taps.ageOf(callback_query_id, user.id),
    replied?.onlyFor === user.id ? world.now() / 1000 - replied.message.date : undefined,
  ];
  if (ages.some((age) => age !== undefined && age <= answerSeconds)) return user;
  throw badRequest("not enough rights to send ephemeral messages to the user");
}
