import { badRequest } from "../api-error.ts";
import type { Upload } from "./method-types.ts";

/**
 * Fields by what they hold. A query, a form and a multipart body carry text only, and a JSON
 * body may carry JSON in a text: the name of a field says what it must become.
 */
const named = (...lines: string[]) => new Set(lines.flatMap((line) => line.split(" ")));

const integers = named(
  "offset limit timeout message_id message_thread_id user_id max_connections cache_time",
  "receiver_user_id ephemeral_message_id icon_color reply_to_message_id",
);

const booleans = named(
  "drop_pending_updates disable_notification protect_content show_alert is_personal is_big",
  "has_spoiler show_caption_above_media allow_sending_without_reply return_bots",
);

const objects = named(
  "reply_markup reply_parameters rich_message scope link_preview_options menu_button",
  "ephemeral_message_parameters button",
);

const lists = named(
  "entities caption_entities commands media allowed_updates message_ids reaction results",
);

const chats = new Set(["chat_id", "from_chat_id"]);

const files = new Set(["document", "photo", "thumbnail", "certificate"]);

export type RawArguments = {
  fields: Record<string, unknown>;
  uploads: ReadonlyMap<string, Upload>;
};

/** @throws 400 when a field does not hold what its name promises */
export function readArguments({ fields, uploads }: RawArguments): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    const read = readField(name, value);
    const mayHoldFiles = files.has(name) || name === "media" || name === "rich_message";
    args[name] = mayHoldFiles ? attach(read, uploads) : read;
  }
  for (const [name, upload] of uploads) {
    if (files.has(name)) args[name] = upload;
  }
  return withLegacyReply(args);
}

function readField(name: string, value: unknown): unknown {
  if (integers.has(name)) return integer(name, value);
  if (booleans.has(name)) return value === true || /^(true|1|yes)$/i.test(String(value));
  if (chats.has(name)) return chatReference(value);
  if (objects.has(name)) return json(name, value, isObject);
  if (lists.has(name)) return json(name, value, Array.isArray);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function integer(name: string, value: unknown) {
  const number = typeof value === "number" ? value : Number(String(value));
  if (Number.isSafeInteger(number)) return number;
  throw badRequest(`invalid ${name.replaceAll("_", " ")} specified`);
}

function chatReference(value: unknown) {
  const text = String(value).trim();
  if (text === "") throw badRequest("chat_id is empty");
  return /^-?\d+$/.test(text) ? Number(text) : text;
}

function json(name: string, value: unknown, isRight: (value: unknown) => boolean) {
  const parsed = typeof value === "string" ? parse(name, value) : value;
  if (isRight(parsed)) return parsed;
  if (name === "reply_markup") throw badRequest("object expected as reply markup");
  throw badRequest(`can't parse ${spoken(name)} JSON object`);
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${spoken(name)} JSON object`);
  }
}

const spoken = (name: string) =>
  name === "reply_markup" ? "reply keyboard markup" : name.replaceAll("_", " ");

const isObject = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Puts uploaded files where `attach://name` stands. */
function attach(value: unknown, uploads: ReadonlyMap<string, Upload>): unknown {
  if (typeof value === "string" && value.startsWith("attach://")) {
    const upload = uploads.get(value.slice("attach://".length));
    if (!upload) throw badRequest("wrong file identifier/HTTP URL specified");
    return upload;
  }
  if (Array.isArray(value)) return value.map((item) => attach(item, uploads));
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, attach(item, uploads)]);
  return Object.fromEntries(entries);
}

/** Older clients, Telegraf among them, name the message replied to by itself. */
function withLegacyReply(args: Record<string, unknown>) {
  if (args.reply_to_message_id === undefined || args.reply_parameters !== undefined) return args;
  return {
    ...args,
    reply_parameters: {
      message_id: args.reply_to_message_id,
      allow_sending_without_reply: args.allow_sending_without_reply === true,
    },
  };
}
