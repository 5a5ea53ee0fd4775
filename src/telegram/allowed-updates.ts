/** The kinds of updates that Telegram is asked for, however they come. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;
