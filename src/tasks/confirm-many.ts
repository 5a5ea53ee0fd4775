// /xacnhan NV-012 tất cả trừ …: asks first, with the results kept in the form; on yes each is
// looked at again, and what came or changed since the question is not confirmed.
import { z } from "zod";
import { agenciesNamed } from "#src/agencies/agencies-named.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, bold, details, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { noSuchTask, nothingToDecide } from "#src/messages/words/commands.ts";
import * as words from "#src/messages/words/confirm-many.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { lockAssignments } from "./assignment-store.ts";
import { type Choice, chooseResults, type WaitingResult, type WhyLeft } from "./choose-results.ts";
import { readCompletion } from "./completion-day.ts";
import { type Confirmed, confirmAndTell } from "./confirm-result.ts";
import { behindCode } from "./occurrence-view.ts";
import type { AllWords } from "./read-all.ts";
import { waitingResults } from "./waiting-results.ts";

const formData = z.object({
  taskId: z.number(),
  resultIds: z.array(z.number()),
  completedOn: z.string().nullable(),
});

const sentence = (text: string) => new UserError({ blocks: [paragraph(text)] });

const nameOf = (language: Language, result: WaitingResult): string =>
  `${result.agency.name}${behindCode(language, result)}`;

const leftBlocks = ({ language }: Request, { left }: Choice): Block[] =>
  (["own", "entered", "contradicted"] satisfies WhyLeft[]).flatMap((why) => {
    const names = left
      .filter((one) => one.why === why)
      .map(({ result }) => nameOf(language, result));
    return names.length === 0 ? [] : [paragraph(words.leftFor(language, why, names))];
  });

/** What was typed, as the results that are meant. @throws UserError where anything is not clear. */
const readChoice = async (request: Request, taskId: number, said: AllWords) => {
  const { tx, language, actor } = request;
  const code = formatTaskCode(taskId);
  if (said.except === "") throw sentence(words.exceptNobody(language, code));
  const tail = [said.except === null ? "" : ` trừ ${said.except}`, said.day && ` ${said.day}`];
  const only = await agenciesNamed(
    request,
    said.only,
    (names) => `/xacnhan ${code} tất cả ${names}${tail.join("")}`,
  );
  const head = `/xacnhan ${code} tất cả ${said.only}`.trim();
  const except =
    said.except === null
      ? null
      : await agenciesNamed(request, said.except, (names) => `${head} trừ ${names}${tail[1]}`);
  const known = await tx.assignment.count({
    where: { taskId, role: "lead", task: { status: "registered" } },
  });
  if (known === 0) throw sentence(noSuchTask(language, code));
  const waiting = await waitingResults(tx, { taskId }, actor);
  return { waiting, only, except, choice: chooseResults(waiting, { only, except }) };
};

/** Asks whether to confirm all of them. */
export const askConfirmAll = async (
  request: Request,
  taskId: number,
  said: AllWords,
): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(taskId);
  const completedOn = readCompletion(said.day, request);
  const { waiting, only, except, choice } = await readChoice(request, taskId, said);
  if (waiting.length === 0) throw sentence(nothingToDecide(language, code));
  const left = leftBlocks(request, choice);
  const { chosen } = choice;
  if (chosen.length === 0) {
    throw new UserError({ blocks: [paragraph(words.nothingForYou(language, code)), ...left] });
  }
  const resultIds = chosen.map(({ resultId }) => resultId);
  const form = await openForm(request, {
    command: "xacnhan",
    step: "all",
    data: { taskId, resultIds, completedOn },
  });
  const names = chosen.map((result) => nameOf(language, result));
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const question = words.confirmThese(
    language,
    code,
    chosen.length,
    only?.names ?? [],
    completedOn,
  );
  return {
    reply: {
      blocks: [
        paragraph(bold(question)),
        ...(except === null ? [] : [paragraph(words.exceptThese(language, except.names))]),
        details(words.whoseResults(language), paragraph(names.join("; "))),
        ...left,
      ],
      buttons: [
        [
          { label: words.yes(language), command: "/dongy", drawnFrom, style: "primary" },
          { label: words.no(language), command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

type Done = Confirmed & { assignmentId: number };

/** Confirms what was asked about, as far as it still stands. */
export const confirmAll = async (request: Request, form: FormState): Promise<Outcome> => {
  const { tx, language, actor } = request;
  const { taskId, resultIds, completedOn } = formData.parse(form.data);
  await closeForm(request, form);
  const code = formatTaskCode(taskId);
  const assignments = await tx.result.findMany({
    where: { id: { in: resultIds } },
    select: { assignmentId: true },
  });
  // Whoever decides about one of them at this moment is waited for; then it is looked at.
  const rows = await lockAssignments(
    tx,
    assignments.map(({ assignmentId }) => assignmentId),
  );
  const waiting = await waitingResults(tx, { resultIds }, actor);
  const choice = chooseResults(waiting, { only: null, except: null });
  const chosen = new Set(choice.chosen.map(({ assignmentId }) => assignmentId));
  const decided = { completedOn: completedOn === null ? null : civilDate(completedOn) };
  const done: Done[] = [];
  for (const row of rows.filter(({ id }) => chosen.has(id))) {
    const confirmed = await confirmAndTell(request, row, decided);
    if (confirmed !== null) done.push({ ...confirmed, assignmentId: row.id });
  }
  if (done.length === 0) {
    const text = paragraph(words.nothingForYou(language, code));
    return { reply: { blocks: [text, ...leftBlocks(request, choice)] } };
  }
  const late = done.filter((one) => one.late > 0).length;
  const changed = resultIds.length - waiting.length;
  return {
    reply: {
      blocks: [
        paragraph(words.confirmedMany(language, code, done.length, late)),
        ...(changed > 0 ? [paragraph(words.decidedMeanwhile(language, changed))] : []),
        ...leftBlocks(request, choice),
      ],
      buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
    },
    messages: done.flatMap(({ messages }) => messages),
    changed: done.map(({ assignmentId }) => assignmentId),
  };
};
