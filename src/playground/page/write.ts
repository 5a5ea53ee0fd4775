import { extname } from "node:path";
import { canSee } from "../people/observer.ts";
import { sayFiles, sayText } from "../people/say.ts";
import type { Playing } from "../people/sent-message.ts";
import { tap } from "../people/tap.ts";
import { buttonRows } from "../people/view.ts";
import { lookUpChat, userById } from "../state/chats.ts";
import { findMessage, keyOf } from "../state/messages.ts";
import type { World } from "../state/world.ts";

type Fields = Record<string, unknown>;

export function sayHere({ backend: { world } }: Playing, fields: Fields) {
  const { user, chat } = place(world, fields);
  const replyTo = findMessage(world, chat, optionalNumber(fields.replyTo))?.message;
  const thread = optionalNumber(fields.thread);
  const record = sayText(world, user, chat, String(fields.text ?? ""), { replyTo, thread });
  return { message: keyOf(record) };
}

/** Resolves when the bot has answered the tap. */
export async function tapHere({ backend }: Playing, fields: Fields) {
  const { user } = place(backend.world, fields);
  const record = backend.world.messages.get(String(fields.message));
  const data = String(fields.data);
  const hasButton =
    record !== undefined &&
    canSee(record, user.id) &&
    buttonRows(record.message)
      .flat()
      .some((button) => button.data === data);
  if (!hasButton) throw new Error("There is no such button any more");
  return { answer: await tap(backend, user, record, data) };
}

export function uploadHere({ backend: { world } }: Playing, query: URLSearchParams, data: Buffer) {
  const { user, chat } = place(world, Object.fromEntries(query));
  if (data.length === 0) throw new Error("The file is empty");
  const name = query.get("name") || "file";
  const kind = /^\.(png|jpe?g)$/i.test(extname(name)) ? "photo" : "document";
  const caption = query.get("caption") || undefined;
  const records = sayFiles(world, user, chat, [{ kind, name, data, caption }]);
  return { messages: records.map(keyOf) };
}

function place(world: World, fields: Fields) {
  const user = userById(world, Number(fields.person));
  const chat = lookUpChat(world, Number(fields.chat));
  if (!chat) throw new Error("There is no such chat");
  return { user, chat };
}

const optionalNumber = (value: unknown) => (value === undefined ? undefined : Number(value));
