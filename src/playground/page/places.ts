// Where somebody of the cast is, and what they see there.
import { canSee } from "../people/observer.ts";
import { Refused } from "../refused.ts";
import { isMember } from "../state/members.ts";
import { findByKey } from "../state/messages.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import type { Page } from "./page.ts";

const isIn = (chat: ChatRecord, person: number) =>
  chat.type === "private" ? chat.id === person : isMember(chat, person);

/** Somebody of the cast in a chat that they are in. @throws for anybody else, or elsewhere */
export function placeOf({ cast }: Page, person: number, chatId: number) {
  const user = cast.user(person);
  const chat = cast.chat(chatId);
  if (!isIn(chat, user.id)) throw new Refused(`${user.first_name} is not in this chat`);
  return { user, chat };
}

/** A message that this person sees, in whatever chat. @throws when there is none */
export function seenBy({ cast, playing }: Page, person: number, key: string): MessageRecord {
  const record = findByKey(playing.backend.world, key);
  const isSeen =
    record !== undefined && isIn(cast.chat(record.chatId), person) && canSee(record, person);
  if (!isSeen) throw new Refused("There is no such message");
  return record;
}
