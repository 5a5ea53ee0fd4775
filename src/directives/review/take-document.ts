// A file that is to be read: it was opened before, as that takes time (requests/before-work.ts).
import { paragraph, say } from "#src/messages/reply.ts";
import { documentNotOpened } from "#src/messages/words/directive-files.ts";
import * as words from "#src/messages/words/directive-input.ts";
import type { Attached, Outcome, Request } from "#src/requests/request.ts";
import { secrecyOf } from "../open/secrecy.ts";
import { refuseSecret } from "./secret.ts";
import { startReading } from "./start-reading.ts";

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
  const opened = request.opened?.get(file.fileId);
  if (opened === undefined) return { reply: say(words.fileGone(language)) };
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
