// A file that is to be read: opened before, as it takes time, or here where it waited in a form.
import { paragraph, say } from "#src/messages/reply.ts";
import { documentNotOpened } from "#src/messages/words/directive-files.ts";
import * as words from "#src/messages/words/directive-input.ts";
import type { Attached, Outcome, Request } from "#src/requests/request.ts";
import { storedFile } from "#src/sheets/stored-file.ts";
import { type Opened, openDocument } from "../open/open-document.ts";
import { secrecyOf } from "../open/secrecy.ts";
import { refuseSecret } from "./secret.ts";
import { startReading } from "./start-reading.ts";

/** A file as text, or why it is none; null where it is no longer kept. */
export const openedFile = async (
  { tx, opened }: Request,
  { fileId, name }: Attached,
): Promise<Opened | null> => {
  const before = opened?.get(fileId);
  if (before !== undefined) return before;
  const bytes = await storedFile(tx, fileId);
  return bytes === null ? null : openDocument(bytes, name);
};

export const refuseSecretFile = (
  request: Request,
  stamp: Parameters<typeof refuseSecret>[1],
): Promise<Outcome> =>
  refuseSecret(request, stamp, {
    fileIds: request.attached.map(({ fileId }) => fileId),
    inboxIds: [],
  });

/** What a file becomes that was brought to be read; "spreadsheet": it is for /nhap. */
export const takeDocument = async (
  request: Request,
  file: Attached,
): Promise<Outcome | "spreadsheet"> => {
  const { language } = request;
  const opened = await openedFile(request, file);
  if (opened === null) return { reply: say(words.fileGone(language)) };
  if (opened.kind === "secret") return refuseSecretFile(request, opened.stamp);
  if (opened.kind === "refused") {
    if (opened.refusal === "spreadsheet") return "spreadsheet";
    const text = documentNotOpened(language, opened.refusal, file.name);
    return { reply: { blocks: [paragraph(text)] } };
  }
  const stamp = secrecyOf(opened.text);
  if (stamp !== null) return refuseSecretFile(request, stamp);
  return startReading(request, { text: opened.text, fileId: file.fileId });
};
