// Bytes of a file that somebody sent.
import { type Api, GrammyError } from "grammy";
import type { IncomingFile } from "#src/delivery/channel.ts";
import { FileRefused, fileLimits } from "#src/delivery/file-check.ts";
import { failureOf } from "./outcome.ts";

const DOWNLOAD_MS = 60_000;

/** Telegram's addresses hold the token: errors are made anew, with a code and without them. */
const passing = (what: string, code = "ETIMEDOUT"): Error =>
  Object.assign(new Error(`${what} failed`), { code });

const tooBig = ({ name }: IncomingFile): FileRefused => new FileRefused("too-big", name);

const pathOf = async (api: Api, file: IncomingFile): Promise<string> => {
  try {
    const { file_path } = await api.getFile(file.externalId);
    return file_path ?? "";
  } catch (error) {
    if (error instanceof GrammyError && /too big/i.test(error.description)) throw tooBig(file);
    // A handle that Telegram no longer takes: its sender still has the file.
    if (error instanceof GrammyError && error.error_code === 400) {
      throw new FileRefused("gone", file.name);
    }
    const failure = failureOf(error, "private");
    const mayPass = failure.kind === "retry" || failure.kind === "unknown";
    throw mayPass ? passing("getFile") : new Error("getFile was refused");
  }
};

/** However much is stated: no more is read than may be kept. Leaving the loop ends the download. */
const read = async (response: Response, file: IncomingFile): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > fileLimits.fileBytes) throw tooBig(file);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Makes the channel's `fetchFile`. @throws FileRefused where it is too big, or gone */
export const makeFetchFile =
  (api: Api, fileRoot: string) =>
  async (file: IncomingFile): Promise<Uint8Array> => {
    const path = await pathOf(api, file);
    const signal = AbortSignal.timeout(DOWNLOAD_MS);
    try {
      const response = await fetch(`${fileRoot}/${encodeURI(path)}`, { signal });
      if (response.status >= 500 || response.status === 429) throw passing("download");
      if (!response.ok) throw new Error(`download was answered ${response.status}`);
      return await read(response, file);
    } catch (error) {
      if (error instanceof FileRefused || (error as Error).message.startsWith("download"))
        throw error;
      throw passing("download");
    }
  };
