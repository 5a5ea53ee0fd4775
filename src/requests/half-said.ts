// A half sentence continues: "/tiendo 70%" asks which task, and "NV-012" is the answer; a file that
// came without a word waits for what it is for. Both are forms, so that they survive a restart.
import { z } from "zod";
import { findTaskCodes, formatTaskCode } from "#src/language/task-code.ts";
import { type Button, say } from "#src/messages/reply.ts";
import type { HalfSaid } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/house.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { ownAgencies } from "#src/people/actor.ts";
import { findAssignments } from "#src/tasks/assignment-store.ts";
import { openStates } from "#src/tasks/state.ts";
import { type FormOwner, openForm } from "./forms-store.ts";
import { isOneDocument } from "./one-document.ts";
import type { Attached, Command, FormState, Outcome, Request } from "./request.ts";

const HALF = "half said";
const FILES = "files for what";

const halfData = z.object({
  missing: z.enum(["task", "agency"]),
  before: z.string(),
  after: z.string(),
});

const filesData = z.object({
  files: z.array(
    z.object({ fileId: z.number(), name: z.string(), mime: z.string(), size: z.number() }),
  ),
});

/** Keeps what was said, until the missing part comes. */
export const rememberHalf = async (owner: FormOwner, half: HalfSaid): Promise<void> => {
  const { command, ...data } = half;
  await openForm(owner, { command, step: HALF, data });
};

const LONGEST_ANSWER = 120;

/** The arguments of the command once the answer is put in; null where it is no answer to it. */
export const wholeSaid = (form: FormState, typed: string): string | null => {
  if (form.step !== HALF) return null;
  const { missing, before, after } = halfData.parse(form.data);
  const answer = typed.trim();
  if (answer.length > LONGEST_ANSWER) return null;
  const bare = /^(?=0*[1-9])\d{1,6}$/.exec(answer);
  const put = missing === "task" && bare !== null ? formatTaskCode(Number(answer)) : answer;
  if (missing === "task" && findTaskCodes(put).length === 0) return null;
  return [before, put, after].filter((part) => part !== "").join(" ");
};

/** Is the form one of this file's: a house form without a command's own `answer`? */
export const isHouseForm = ({ step }: FormState): boolean => step === HALF || step === FILES;

/** Files wait in it for what they are for. */
export const isFilesForm = ({ step }: FormState): boolean => step === FILES;

const MOST_TASKS = 4;

/** Asks what the files are for; the next command that takes files, typed or tapped, takes them. */
export const askWhatFor = async (
  request: Request,
  usable: readonly Command[],
): Promise<Outcome> => {
  const { language, tx, attached, actor } = request;
  const data = { files: attached.map((file) => ({ ...file })) };
  const form = await openForm(request, { command: "tep", step: FILES, data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const [named] = findTaskCodes(request.args);
  const may = (name: string) => usable.some((command) => command.name === name);
  const rows = may("tiendo")
    ? await findAssignments(
        tx,
        {
          role: "lead",
          state: { in: [...openStates] },
          agencyId: { in: ownAgencies(actor) },
          ...(named === undefined ? {} : { taskId: named.number }),
        },
        {
          skip: 0,
          take: MOST_TASKS,
          orderBy: [{ dueOn: { sort: "asc", nulls: "last" } }, { taskId: "asc" }],
        },
      )
    : [];
  const { submit, report } = labels(language);
  const buttons = rows.map((row): Button[] => {
    const code = formatTaskCode(row.taskId);
    return [
      { label: `${submit} ${code}`, command: `/hoanthanh ${code}`, drawnFrom },
      { label: `${report} ${code}`, command: `/tiendo ${code}`, drawnFrom },
    ];
  });
  const readers = isOneDocument(attached) ? ["docvanban", "nhap"] : ["nhap"];
  for (const name of readers.filter(may)) {
    buttons.push([{ label: `/${name}`, command: `/${name}`, drawnFrom }]);
  }
  const examples = usable
    .filter(({ takesFiles }) => takesFiles === true)
    .slice(0, 3)
    .map(({ example }) => [{ code: example }]);
  return { reply: { ...say(words.fileForWhat(language, attached.length), ...examples), buttons } };
};

/** The files that wait in a form for a command like this; none where it takes none. */
export const waitingFiles = (command: Command, form: FormState | null): Attached[] =>
  form?.step === FILES && command.takesFiles === true ? filesData.parse(form.data).files : [];

/** "Yes" to a question that asks for a task, an agency, or what files are for. */
export const notYetSaid = ({ language }: Request): Outcome => ({
  reply: say(words.notYetSaid(language)),
});
