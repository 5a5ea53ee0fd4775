// Files of ours to Telegram: by the handle that it gave us before, else by their bytes.
import { type Api, GrammyError, InputFile } from "grammy";
import type { Message } from "grammy/types";
import type { Db } from "#src/database/client.ts";
import type { Log } from "#src/delivery/log.ts";
import type { FileRef } from "#src/messages/reply.ts";
import { CHANNEL } from "./incoming.ts";
import type { Markup } from "./markup.ts";
import type { Place } from "./post.ts";

export type FileToSend = { id: number; name: string; cached: string | null };

/** What is known of the files of a reply; one that is not there is left out, and logged. */
export const filesToSend = async (
  db: Db,
  log: Log,
  refs: readonly FileRef[],
): Promise<FileToSend[]> => {
  if (refs.length === 0) return [];
  const rows = await db.file.findMany({
    where: { id: { in: refs.map(({ fileId }) => fileId) } },
    select: { id: true, name: true, cache: { where: { channel: CHANNEL } } },
  });
  return refs.flatMap(({ fileId }) => {
    const row = rows.find(({ id }) => id === fileId);
    if (row !== undefined) {
      return [{ id: fileId, name: row.name, cached: row.cache[0]?.externalId ?? null }];
    }
    log.error({ file: fileId }, "a reply names a file that is not stored");
    return [];
  });
};

/** Telegram's handles tell what they were sent as, and can be sent again only as that. */
const isPhoto = (externalId: string): boolean => externalId.startsWith("AgAC");

const isStale = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400 && /file|photo/i.test(error.description);

/** grammY puts the name into a header as it stands. */
const headerSafe = (name: string): string => name.replace(/[\p{Cc}";\\/]/gu, "_");

type Sending = { api: Api; db: Db; log: Log };

const upload = async (
  { api, db, log }: Sending,
  place: object & { chat_id: number },
  { id, name }: FileToSend,
): Promise<Message> => {
  const { blob } = await db.file.findUniqueOrThrow({
    where: { id },
    select: { blob: { select: { bytes: true } } },
  });
  const message = await api.raw.sendDocument({
    ...place,
    document: new InputFile(blob.bytes, headerSafe(name)),
    // A document is to come back as the document that it was.
    disable_content_type_detection: true,
  });
  const key = { channel: CHANNEL, fileId: id };
  const externalId = message.document.file_id;
  await db.fileCache
    .upsert({
      where: { channel_fileId: key },
      create: { ...key, externalId },
      update: { externalId },
    })
    .catch((error: unknown) => log.warn({ err: error, file: id }, "file handle not kept"));
  return message;
};

export const sendFile = async (
  sending: Sending,
  at: Place,
  file: FileToSend,
  markup: Markup | undefined,
): Promise<Message> => {
  const { reply_parameters: _, ...to } = at;
  const place = { ...to, ...(markup === undefined ? {} : { reply_markup: markup }) };
  const { cached } = file;
  if (cached !== null) {
    try {
      return isPhoto(cached)
        ? await sending.api.raw.sendPhoto({ ...place, photo: cached })
        : await sending.api.raw.sendDocument({ ...place, document: cached });
    } catch (error) {
      if (!isStale(error)) throw error;
    }
  }
  return upload(sending, place, file);
};
