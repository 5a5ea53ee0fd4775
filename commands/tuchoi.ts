// Purpose: refuses an extension, with a reason. What has a code of its own (PA-5, KN-3) is
//          rejected by it.
// Grammar:  /tuchoi NV-012 [STC] lý do
//           /tuchoi PA-5 …
import { z } from "zod";
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/extensions.ts";
import { answerByCode, decideByCode } from "#src/pending/by-code.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { causeOf } from "#src/tasks/cause.ts";
import {
  type DecidableExtension,
  extensionToDecide,
  extensionToDecideById,
} from "#src/tasks/extension-to-decide.ts";
import { refuseExtension } from "#src/tasks/extensions.ts";
import { shownCode } from "#src/tasks/occurrence-view.ts";
import { tellOfDecision } from "#src/tasks/tell-extension.ts";

const refuse = async (
  request: Request,
  found: DecidableExtension,
  reason: string,
): Promise<Outcome> => {
  const { language, tx } = request;
  const { assignment, extension } = found;
  const refused = { extensionId: extension.id, reason };
  await refuseExtension(tx, assignment, refused, causeOf(request));
  const dueOn = fromDbDate(assignment.dueOn);
  const text = words.extensionRefused(
    language,
    shownCode(language, assignment),
    assignment.agency.name,
    dueOn,
  );
  return {
    reply: { blocks: [paragraph(text)] },
    messages: await tellOfDecision(request, found, "rejected", (reader) =>
      words.yourExtensionRefused(reader, shownCode(reader, assignment), dueOn, reason),
    ),
    changed: [assignment.id],
  };
};

const stored = z.object({ assignmentId: z.number(), extensionId: z.number() });

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const byCode = await answerByCode(request, form, "reject");
  if (byCode !== null) return byCode;
  const { assignmentId, extensionId } = stored.parse(form.data);
  const found = await extensionToDecideById(request, assignmentId, extensionId);
  await closeForm(request, form);
  return refuse(request, found, request.args);
};

export const tuchoi: Command = {
  name: "tuchoi",
  aliases: ["reject"],
  summary: { vi: "Không đồng ý gia hạn", en: "Refuse an extension" },
  example: "/tuchoi NV-012 STC nhiệm vụ phải xong trước kỳ họp",
  roles: rolesFor("decide"),
  chats: ["private"],
  kind: "write",
  takesText: () => true,
  run: async (request) => {
    const byCode = await decideByCode(request, "reject");
    if (byCode !== null) return byCode;
    const { rest, ...found } = await extensionToDecide(request, "tuchoi");
    if (rest !== "") return refuse(request, found, rest);
    const { assignment, extension } = found;
    const data = { assignmentId: assignment.id, extensionId: extension.id };
    await openForm(request, { command: "tuchoi", step: "reason", data });
    const text = words.whyRefused(request.language, shownCode(request.language, assignment));
    return { reply: { blocks: [paragraph(text)] } };
  },
  answer,
};
