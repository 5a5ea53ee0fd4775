// Purpose: grants an extension; a leader on their own word, the secretariat by a document or by
//          the word of somebody who may. What has a code of its own (PA-5, KN-3) is decided by it.
// Grammar:  /duyet NV-012 [STC] [đến 20/12] [theo 45/UBND-NC ngày 3/11 | theo ý kiến của … ngày …]
//           /duyet PA-5 …
import { z } from "zod";
import { type CivilDate, civilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { type DatedText, dayAfter } from "#src/language/dated-text.ts";
import { code, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/extensions.ts";
import { answerByCode, decideByCode } from "#src/pending/by-code.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";
import { authorityOf, precedes } from "#src/tasks/authority.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { asAuthority, type Grant, readGrant } from "#src/tasks/extension-grant.ts";
import { whyNotGranted } from "#src/tasks/extension-rules.ts";
import {
  type DecidableExtension,
  extensionToDecide,
  extensionToDecideById,
  leaderNames,
} from "#src/tasks/extension-to-decide.ts";
import { grantExtension } from "#src/tasks/extensions.ts";
import { namedCode, shownCode } from "#src/tasks/occurrence-view.ts";
import { tellOfDecision } from "#src/tasks/tell-extension.ts";

const refuse = (text: string): UserError => new UserError({ blocks: [paragraph(text)] });

const checkAuthority = (
  { language }: Request,
  { assignment }: DecidableExtension,
  { problem, authority }: Grant,
): void => {
  if (problem !== null) {
    throw refuse(words.authorityProblem(language, problem.kind, problem.of));
  }
  if (authority !== null && precedes(authority, fromDbDate(assignment.assignedOn))) {
    const named = authority.by === "document" ? authority.number : authority.who;
    throw refuse(words.authorityProblem(language, "before_task", named));
  }
};

/** The day to grant: the one that was named, else `otherwise`. */
const dayOf = (
  { language }: Request,
  { assignment, extension }: DecidableExtension,
  named: DatedText,
  otherwise: CivilDate,
): CivilDate => {
  if (named.kind === "impossible")
    throw refuse(words.noSuchDay(language, named.said, named.nearest));
  if (named.rest !== "")
    throw refuse(words.grantNotRead(language, named.rest, namedCode(assignment)));
  const dueOn = fromDbDate(assignment.dueOn);
  const to = named.kind === "none" ? otherwise : dayAfter(named, dueOn);
  const askedTo = fromDbDate(extension.toDueOn);
  const wrong = whyNotGranted(to, { dueOn, askedTo });
  if (wrong === "not_later")
    throw refuse(words.notLater(language, shownCode(language, assignment), to, dueOn));
  if (wrong === "beyond_asked") throw refuse(words.beyondAsked(language, to, askedTo));
  return to;
};

/** The secretariat has to name who or what allows it; the next message is taken as that. */
const askAuthority = async (
  request: Request,
  { assignment, extension }: DecidableExtension,
  to: CivilDate,
): Promise<Outcome> => {
  const { language } = request;
  const data = { assignmentId: assignment.id, extensionId: extension.id, to };
  await openForm(request, { command: "duyet", step: "authority", data });
  const leaders = await leaderNames(request, assignment.task.leaderInChargeId);
  return {
    reply: {
      blocks: [
        paragraph(words.needsAuthority(language, shownCode(language, assignment), leaders)),
        ...words
          .authorityExamples(language, namedCode(assignment))
          .map((example) => paragraph(code(example))),
      ],
    },
  };
};

const grant = async (
  request: Request,
  found: DecidableExtension,
  said: string,
  otherwise: CivilDate,
): Promise<Outcome> => {
  const { language, tx, today, calendar, actor } = request;
  const { assignment, extension } = found;
  const countFrom = fromDbDate(assignment.dueOn);
  const read = readGrant(said, { today, calendar, countFrom });
  checkAuthority(request, found, read);
  const to = dayOf(request, found, read.to, otherwise);
  const authority = authorityOf(actor, read.authority);
  if (authority === null) return askAuthority(request, found, to);

  const granted = { extensionId: extension.id, to, authority };
  await grantExtension(tx, assignment, granted, calendar, causeOf(request));
  const askedTo = fromDbDate(extension.toDueOn);
  const { name } = assignment.agency;
  const text = words.extensionGranted(
    language,
    shownCode(language, assignment),
    name,
    to,
    authority,
  );
  return {
    reply: { blocks: [paragraph(text)] },
    messages: await tellOfDecision(request, found, "approved", (reader) =>
      words.yourExtensionGranted(reader, shownCode(reader, assignment), to, askedTo, authority),
    ),
    changed: [assignment.id],
  };
};

const stored = z.object({
  assignmentId: z.number(),
  extensionId: z.number(),
  to: z.string().transform(civilDate),
});

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const byCode = await answerByCode(request, form, "approve");
  if (byCode !== null) return byCode;
  const { assignmentId, extensionId, to } = stored.parse(form.data);
  // Rights are asked again, and whether it is still the same request.
  const found = await extensionToDecideById(request, assignmentId, extensionId);
  await closeForm(request, form);
  return grant(request, found, asAuthority(request.args), to);
};

export const duyet: Command = {
  name: "duyet",
  aliases: ["approve", "dongygiahan"],
  summary: { vi: "Đồng ý gia hạn", en: "Grant an extension" },
  example: "/duyet NV-012 STC đến 20/12 theo 45/UBND-NC ngày 3/11",
  roles: rolesFor("decide"),
  chats: ["private"],
  kind: "write",
  takesText: () => true,
  run: async (request) => {
    const byCode = await decideByCode(request, "approve");
    if (byCode !== null) return byCode;
    const found = await extensionToDecide(request, "duyet");
    return grant(request, found, found.rest, fromDbDate(found.extension.toDueOn));
  },
  answer,
};
