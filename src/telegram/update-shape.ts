// What an update must be like for us to read it: checked once, before it is stored. All else is kept
// as it came, in a place where nobody reads it, and means nothing: no update can stop the others.
import type { Update } from "grammy/types";
import { z } from "zod";

/** Columns of ours that hold such a number are of 32 bits. */
const small = z
  .int()
  .nonnegative()
  .max(2 ** 31 - 1);
const seconds = z
  .int()
  .nonnegative()
  .max(2 ** 33);
const size = z.number().nonnegative();

const user = z.looseObject({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
});

const chat = z.looseObject({
  id: z.int(),
  type: z.enum(["private", "group", "supergroup", "channel"]),
  title: z.string().optional(),
});

const words = { text: z.string().optional(), caption: z.string().optional() };

const place = {
  chat,
  message_id: z.int().nonnegative(),
  is_topic_message: z.boolean().optional(),
  message_thread_id: small.optional(),
  ephemeral_message_id: z.int().nonnegative().optional(),
};

const photo = z.looseObject({
  file_id: z.string(),
  width: size,
  height: size,
  file_size: size.optional(),
});

const document = z.looseObject({
  file_id: z.string(),
  file_name: z.string().optional(),
  mime_type: z.string().optional(),
  file_size: size.optional(),
});

const replied = z.looseObject({
  ...words,
  from: z.looseObject({ id: z.int() }).optional(),
  rich_message: z.looseObject({}).optional(),
});

const message = z.looseObject({
  ...place,
  ...words,
  date: seconds,
  edit_date: seconds.optional(),
  from: user.optional(),
  sender_chat: z.looseObject({}).optional(),
  photo: z.array(photo).optional(),
  document: document.optional(),
  reply_to_message: replied.optional(),
  forward_origin: z.looseObject({}).optional(),
  media_group_id: z.string().optional(),
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),
});

const update = z.looseObject({
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z.looseObject(place).optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({
      chat,
      from: user,
      new_chat_member: z.looseObject({ status: z.string(), is_member: z.boolean().optional() }),
    })
    .optional(),
});

/** The update where it can be read; else its number alone, with what came beside it. */
export const readable = (given: Update): Update => {
  if (update.safeParse(given).success) return given;
  const unread = { update_id: given.update_id, unread: given };
  return unread;
};
