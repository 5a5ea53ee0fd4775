// A document that came without a command: a file with duties in it is read at once, a long pasted
// text is collected; anything else is left to the house.
import { paragraph } from "#src/messages/reply.ts";
import { looksLikeDirective } from "#src/messages/words/directive-input.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { secrecyOf } from "../open/secrecy.ts";
import { addPart } from "./collect.ts";
import { refuseSecret } from "./secret.ts";
import { readBrought, startReading } from "./start-reading.ts";
import { refuseSecretFile } from "./take-document.ts";

/** A shorter text is a message, whatever it speaks of. */
const LONG = 600;

const takeFile = async (request: Request): Promise<Outcome | null> => {
  const [file, ...more] = request.attached;
  const opened = file === undefined ? undefined : request.opened?.get(file.fileId);
  if (file === undefined || more.length > 0 || opened === undefined) return null;
  if (opened.kind === "secret") return refuseSecretFile(request, opened.stamp);
  if (opened.kind === "refused") return null;
  const read = readBrought(opened.text, request);
  if (read.reading.drafts.length === 0) return null;
  return startReading(request, { text: opened.text, fileId: file.fileId, read });
};

/** A stamped text is refused, whatever it was meant for; null where it carries no stamp. */
export const refuseSecretText = async (request: Request): Promise<Outcome | null> => {
  const stamp = secrecyOf(request.args);
  return stamp === null ? null : refuseSecret(request, stamp, { fileIds: [], inboxIds: [] });
};

/** Null where it does not look like a document that gives tasks. */
export const takeUnasked = async (request: Request): Promise<Outcome | null> => {
  const { args, language } = request;
  if (request.chat.kind !== "private" || request.via !== "message") return null;
  if (request.attached.length > 0) return takeFile(request);
  const secret = await refuseSecretText(request);
  if (secret !== null) return secret;
  if (args.length < LONG || readBrought(args, request).reading.drafts.length === 0) return null;
  return addPart(request, null, args, [paragraph(looksLikeDirective(language))]);
};
