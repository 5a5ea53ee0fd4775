// The files of a message: all of them are kept, or none and the sender is told which and why.
import type { Db } from "#src/database/client.ts";
import type { Channel, IncomingFile, IncomingMessage } from "#src/delivery/channel.ts";
import {
  FileRefused,
  fileLimits,
  refusalByBytes,
  refusalByName,
} from "#src/delivery/file-check.ts";
import { cleanFileName } from "#src/delivery/file-name.ts";
import { typeNamed } from "#src/delivery/file-types.ts";
import { type KeptFile, storeFile } from "#src/delivery/files-store.ts";
import type { Language } from "#src/messages/language.ts";
import { say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/files.ts";
import type { Attached } from "./request.ts";

type Deps = { db: Db; channel: Channel };

const refuse = (refusal: Parameters<typeof words.fileRefused>[1], name: string): never => {
  throw new FileRefused(refusal, name);
};

const cleaned = (file: IncomingFile): IncomingFile => {
  const name = cleanFileName(file.name, file.mime);
  return { ...file, name };
};

const fetchAll = async (channel: Channel, files: readonly IncomingFile[]): Promise<KeptFile[]> => {
  const taken: KeptFile[] = [];
  let all = 0;
  for (const file of files) {
    const bytes = await channel.fetchFile(file);
    const refusal = refusalByBytes(file.name, bytes);
    if (refusal !== null) refuse(refusal, file.name);
    all += bytes.length;
    if (all > fileLimits.allBytes) refuse("too-much", file.name);
    const mime = typeNamed(file.name)?.mime ?? file.mime;
    taken.push({ externalId: file.externalId, name: file.name, mime, bytes });
  }
  return taken;
};

/**
 * Fetches and stores the files before the effect, outside its transaction: that takes time. Nothing
 * is stored before all of them were looked at. @throws UserError where one is not taken
 */
export const takeFiles = async (
  { db, channel }: Deps,
  incoming: IncomingMessage,
  language: Language,
): Promise<Attached[]> => {
  try {
    const files = incoming.files.map(cleaned);
    const [first] = files;
    if (first !== undefined && files.length > fileLimits.files) refuse("too-many", first.name);
    for (const { name, size } of files) {
      const refusal = refusalByName(name, size);
      if (refusal !== null) refuse(refusal, name);
    }
    const kept = await fetchAll(channel, files);
    const attached: Attached[] = [];
    for (const file of kept) attached.push(await storeFile(db, channel.name, file));
    return attached;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new UserError(say(words.fileRefused(language, error.refusal, error.fileName)));
  }
};
