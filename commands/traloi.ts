// Purpose: answers a blocker (the secretariat, a leader) or a request for an explanation (its
//          agency). Those who asked for an explanation send it back with the same words.
// Grammar:  /traloi VM-3 answer [files]      /traloi GT-4 answer [files]
//           /traloi GT-4 [hạn 28/11] what is still missing
//           As an answer to the bot's message about it the code may be left out.
import { z } from "zod";
import { paragraph } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/blockers.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import {
  type Command,
  type FormState,
  fileIdsOf,
  type Outcome,
  type Request,
} from "#src/requests/request.ts";
import { answer as answerBlocker, checkAnswerer } from "#src/tasks/blocker-talk.ts";
import { partOf, reply as replyToExplanation } from "#src/tasks/explanation-talk.ts";
import { formatMatter, type MatterCode } from "#src/tasks/matter-code.ts";
import { type Matter, openMatter, readNamed, whichMatter } from "#src/tasks/matter-named.ts";

type Said = { text: string; fileIds: number[] };

const say = (request: Request, matter: Matter, said: Said): Promise<Outcome> =>
  matter.kind === "VM"
    ? answerBlocker(request, matter.assignment, matter.row, said)
    : replyToExplanation(request, matter.assignment, matter.row, said);

/** Shows the question again; the next message is the answer. */
const askForAnswer = async (
  request: Request,
  matter: Matter,
  fileIds: number[],
): Promise<Outcome> => {
  // Whoever may not is told before they have written anything.
  if (matter.kind === "VM") checkAnswerer(request, matter.assignment, matter.row);
  else partOf(request, matter.assignment, matter.row);
  const data = { kind: matter.kind, id: matter.row.id, fileIds };
  await openForm(request, { command: "traloi", step: "say", data });
  const code = formatMatter(matter.kind, matter.row.id);
  const text = words.whatAnswer(request.language, code, matter.row.text);
  return { reply: { blocks: text.split("\n").map((line) => paragraph(line)) } };
};

const stored = z.object({
  kind: z.enum(["VM", "GT"]),
  id: z.number(),
  fileIds: z.array(z.number()),
});

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const { fileIds, ...named } = stored.parse(form.data);
  const matter = await openMatter(request, named);
  await closeForm(request, form);
  const files = [...fileIds, ...fileIdsOf(request)];
  if (request.args === "") return askForAnswer(request, matter, files);
  return say(request, matter, { text: request.args, fileIds: files });
};

const take = async (
  request: Request,
  { rest, ...named }: MatterCode & { rest: string },
): Promise<Outcome> => {
  const matter = await openMatter(request, named);
  const fileIds = fileIdsOf(request);
  if (rest === "") return askForAnswer(request, matter, fileIds);
  return say(request, matter, { text: rest, fileIds });
};

export const traloi: Command = {
  name: "traloi",
  aliases: ["answer"],
  summary: { vi: "Trả lời vướng mắc, giải trình", en: "Answer a blocker or an explanation" },
  example: "/traloi VM-3 đã có hướng dẫn tại công văn số 45/SNV-CCHC",
  roles: rolesFor("answer blocker", "answer explanation"),
  chats: ["private"],
  kind: "write",
  takesFiles: true,
  takesText: () => true,
  slashOnly: true,
  run: async (request) => {
    const named = readNamed(request);
    if (named === null) throw await whichMatter(request, "traloi");
    return take(request, named);
  },
  answer,
};
