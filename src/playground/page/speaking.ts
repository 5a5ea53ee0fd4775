// What a visitor says as one of the cast.
import { editSaid, forward, type SayOptions, sayFiles, sayText } from "../people/say.ts";
import { Refused } from "../refused.ts";
import { keyOf } from "../state/messages.ts";
import { countUnread, markRead } from "../state/read-state.ts";
import type { ChatRecord, MessageRecord } from "../state/records.ts";
import type { Body } from "./bodies.ts";
import type { Page } from "./page.ts";
import { placeOf, seenBy } from "./places.ts";

export function say(page: Page, body: Body<"say">) {
  const { user, chat } = placeOf(page, body.person, body.chat);
  const options = optionsOf(page, chat, body);
  const record = reading(page, chat, () =>
    sayText(page.playing.backend.world, user, chat, body.text, options),
  );
  return { message: keyOf(record) };
}

/** Only what one said oneself, and only its words. */
export function edit(page: Page, body: Body<"edit">) {
  const record = seenBy(page, body.person, body.message);
  const { message } = record;
  if (record.byBot || message.from?.id !== body.person) {
    throw new Refused("Only one's own messages can be changed");
  }
  if (message.forward_origin) throw new Refused("What was passed on can't be changed");
  const isText = message.text !== undefined;
  if (!isText && !message.document && !message.photo) {
    throw new Refused("There are no words in this message to change");
  }
  if (isText && body.text.trim() === "") throw new Refused("The text is empty");
  placeOf(page, body.person, record.chatId);
  return { message: keyOf(editSaid(page.playing.backend.world, record, body.text)) };
}

export function passOn(page: Page, body: Body<"forward">) {
  const { user, chat } = placeOf(page, body.person, body.chat);
  const { message } = seenBy(page, user.id, body.message);
  const { thread } = body;
  const record = reading(page, chat, () =>
    forward(page.playing.backend.world, user, chat, message, { thread }),
  );
  return { message: keyOf(record) };
}

/** Pictures and other files make two albums, as they do in Telegram. */
export function sayStagedFiles(page: Page, body: Body<"say-files">) {
  const { user, chat } = placeOf(page, body.person, body.chat);
  const options = optionsOf(page, chat, body);
  const files = body.files.map(({ token, as }) => ({ as, ...page.staged.get(token) }));
  if (files.some(({ as, isPicture }) => as === "photo" && !isPicture)) {
    throw new Refused("Only a PNG or JPEG picture can be sent as a photo");
  }
  const albums = (["photo", "document"] as const)
    .map((kind) => files.filter(({ as }) => as === kind))
    .filter((album) => album.length > 0);
  const records = albums.flatMap((album, number) =>
    reading(page, chat, () =>
      sayFiles(
        page.playing.backend.world,
        user,
        chat,
        album.map(({ as: kind, name, data }, at) => ({
          kind,
          name,
          data,
          caption: number === 0 && at === 0 ? body.caption : undefined,
        })),
        options,
      ),
    ),
  );
  for (const { token } of body.files) page.staged.drop(token);
  return { messages: records.map(keyOf) };
}

type Where = { person: number; replyTo?: string | undefined; thread?: number | undefined };

function optionsOf(page: Page, chat: ChatRecord, { person, replyTo, thread }: Where): SayOptions {
  const replied = replyTo === undefined ? undefined : seenBy(page, person, replyTo);
  if (replied && replied.chatId !== chat.id) {
    throw new Refused("The message to reply to is in another chat");
  }
  return { replyTo: replied?.message, thread };
}

/** Who has nothing unread where they write, has read their own words too. */
function reading<T extends MessageRecord | MessageRecord[]>(
  { playing }: Page,
  chat: ChatRecord,
  speak: () => T,
): T {
  const { world } = playing.backend;
  const hasUnread = countUnread(world, chat) > 0;
  const said = speak();
  const last = [said].flat().at(-1);
  if (!hasUnread && last) markRead(world, chat.id, world.places.get(last) ?? 0);
  return said;
}
