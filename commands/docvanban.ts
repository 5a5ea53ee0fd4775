// Purpose: reads a document (directive, plan, conclusion …) and proposes its tasks.
// Grammar:  /docvanban + a file (DOCX, PDF, TXT)      /docvanban  (asks for file or text)
//           /docvanban TEXT …                          the beginning of its text; more may follow
//           /docvanban đọc                             that was all: read it
// What was read is looked at by /vanban and put right by /duthao. Without the command too: a file
// with duties in it, a long text that somebody pastes or forwards.

import {
  addPart,
  askDocument,
  COLLECTING,
  isEnd,
  readCollected,
} from "#src/directives/review/collect.ts";
import { takeDocument } from "#src/directives/review/take-document.ts";
import { takeUnasked } from "#src/directives/review/unasked.ts";
import { paragraph, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/directive-input.ts";
import { hasRole } from "#src/people/actor.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes } from "#src/requests/answers.ts";
import { closeForm, findForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { nhap } from "./nhap.ts";

const name = "docvanban";

/** A spreadsheet goes on to the sheet import, as the file that it is. */
const toSheetImport = async (request: Request): Promise<Outcome> => {
  const said = paragraph(words.toSheetImport(request.language));
  if (nhap.roles !== "anyone" && !hasRole(request.actor, ...nhap.roles)) {
    return { reply: { blocks: [said] } };
  }
  const outcome = await nhap.run({ ...request, args: "" });
  return { ...outcome, reply: { ...outcome.reply, blocks: [said, ...outcome.reply.blocks] } };
};

const takeFile = async (request: Request, form: FormState | null): Promise<Outcome> => {
  const [file, ...more] = request.attached;
  if (file === undefined || more.length > 0)
    return { reply: say(words.oneDocument(request.language)) };
  // What was pasted before is of the same document, or was meant for another try.
  if (form !== null) await closeForm(request, form);
  const taken = await takeDocument(request, file);
  return taken === "spreadsheet" ? toSheetImport(request) : taken;
};

const ownForm = async (request: Request): Promise<FormState | null> => {
  const form = await findForm(request);
  return form?.command === name ? form : null;
};

export const docvanban: Command = {
  name,
  aliases: ["docvb", "read"],
  summary: {
    vi: "Đọc văn bản, đề xuất nhiệm vụ",
    en: "Read a directive and propose its tasks",
  },
  example: "/docvanban",
  roles: rolesFor("register task"),
  chats: ["private"],
  kind: "write",
  takesFiles: true,
  opensFiles: true,
  takesText: (step) => step === COLLECTING,
  beforeWork: ({ args, files, language }) => {
    const [file, ...more] = files;
    if (file !== undefined && more.length === 0) return words.readingFile(language, file.name);
    return file === undefined && isEnd(args) ? words.readingText(language) : null;
  },
  unasked: takeUnasked,
  run: async (request) => {
    const form = await ownForm(request);
    if (request.attached.length > 0) return takeFile(request, form);
    const typed = request.args.trim();
    if (typed === "") return form === null ? askDocument(request) : readCollected(request, form);
    return isEnd(typed) ? readCollected(request, form) : addPart(request, form, typed);
  },
  answer: async (request, form) => {
    if (request.attached.length > 0) return takeFile(request, form);
    const { args } = request;
    const own = request.forwarded !== true;
    if (own && isNo(args)) return cancelledForm(request, form);
    if (own && (isEnd(args) || isYes(args))) return readCollected(request, form);
    return addPart(request, form, args);
  },
};
