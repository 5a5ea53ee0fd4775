// A document that came without a command: a file with duties in it is read at once, a long pasted
// text is collected; anything else is left to the house.
import { paragraph } from "#src/messages/reply.ts";
import { looksLikeDirective } from "#src/messages/words/directive-input.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { secrecyOf } from "../open/secrecy.ts";
import { addPart } from "./collect.ts";
import { refuseSecret } from "./secret.ts";
import { hasDuties, startReading } from "./start-reading.ts";
import { refuseSecretFile } from "./take-document.ts";

/** A shorter text is a message, whatever it speaks of. */
const LONG = 600;

const takeFile = async (request: Request): Promise<Outcome | null> => {
  const [file, ...more] = request.attached;
  const opened = file === undefined ? undefined : request.opened?.get(file.fileId);
  if (file === undefined || more.length > 0 || opened === undefined) return null;
  if (opened.kind === "secret") return refuseSecretFile(request, opened.stamp);
  if (opened.kind === "refused" || !hasDuties(opened.text, request)) return null;
  return startReading(request, { text: opened.text, fileId: file.fileId });
};

/** Null where it does not look like a document that gives tasks. */
export const takeUnasked = async (request: Request): Promise<Outcome | null> => {
  const { args, language } = request;
  if (request.chat.kind !== "private" || request.via !== "message") return null;
  if (request.attached.length > 0) return takeFile(request);
  const stamp = secrecyOf(args);
  if (stamp !== null) return refuseSecret(request, stamp, { fileIds: [], inboxIds: [] });
  if (args.length < LONG || !hasDuties(args, request)) return null;
  return addPart(request, null, args, [paragraph(looksLikeDirective(language))]);
};
