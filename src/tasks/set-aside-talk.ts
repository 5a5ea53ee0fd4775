// The talk of /huy, /tamdung and /tieptuc: whose assignments, why, and (for what cannot be undone)
// whether that is meant. Rights and states are asked again at every step.
import { z } from "zod";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Button, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/set-aside.ts";
import { labels, stateName } from "#src/messages/words/tasks.ts";
import { may } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import type { AssignmentRow } from "./assignment-store.ts";
import { onePerAgency } from "./current-assignment.ts";
import { namedPart, rowsOfTask } from "./named-part.ts";
import { setAside } from "./set-aside-effect.ts";
import { after } from "./state.ts";
import { choosePart, type PartNamed } from "./task-part.ts";

export type SetAsideCommand = { command: string; what: words.SetAside };

const dataSchema = z.object({
  taskId: z.number(),
  named: z.union([z.number(), z.literal("all")]).nullable(),
  reason: z.string(),
  /** What was shown to be confirmed. */
  shown: z.array(z.number()),
});

type Part = { taskId: number; named: PartNamed; reason: string };

const takes = (what: words.SetAside) => (state: AssignmentRow["state"]) =>
  what === "resume" ? state === "paused" : after(state, what) !== null;

const namesOf = (rows: readonly AssignmentRow[]): string[] => [
  ...new Set(rows.map(({ agency }) => agency.name)),
];

const agencyButtons = (
  command: string,
  rows: readonly AssignmentRow[],
  reason: string,
): Button[][] =>
  onePerAgency(rows)
    .slice(0, 20)
    .map((row) => [
      {
        label: row.agency.name,
        command: `/${command} ${formatTaskCode(row.taskId)} ${row.agency.code} ${reason}`.trim(),
      },
    ]);

const leaderOf = ({ task }: AssignmentRow): string | null =>
  task.leaderInCharge?.fullName ?? task.leaderText;

/** The assignments that are meant and may be changed. @throws UserError where it is not so. */
const rowsMeant = (
  request: Request,
  { command, what }: SetAsideCommand,
  all: readonly AssignmentRow[],
  { taskId, named, reason }: Part,
): { rows: AssignmentRow[]; skipped: AssignmentRow[] } => {
  const { language, actor } = request;
  const code = formatTaskCode(taskId);
  const mayChange = (agencyId: number) => may(actor, "change assignment", agencyId);
  const choice = choosePart(all, { named, takes: takes(what), mayChange });
  if (choice.kind === "rows") return choice;
  if (choice.kind === "ask") {
    const every = {
      label: words.everyAgency(language),
      command: `/${command} ${code} tat ca ${reason}`.trim(),
    };
    throw new UserError(
      {
        blocks: [paragraph(words.whichPart[what](language, code))],
        buttons: [[every], ...agencyButtons(command, choice.rows, reason)],
      },
      { command, missing: "agency", before: code, after: reason },
    );
  }
  if (choice.kind === "refused") {
    const leads = choice.rows.filter(({ role }) => role === "lead");
    const shown = leads.length > 0 ? leads : choice.rows;
    const states = [...new Set(shown.map(({ state }) => stateName(language, state)))];
    throw new UserError({
      blocks: [paragraph(words.noneTakesIt(language, code, states))],
      buttons: [[{ label: code, command: `/viec ${code}` }]],
    });
  }
  const { own, others } = choice;
  const leader = own[0] === undefined ? null : leaderOf(own[0]);
  throw new UserError({
    blocks: [
      paragraph(words.notYours(language, namesOf(own), leader)),
      ...(others.length === 0 ? [] : [paragraph(words.othersYouMay(language))]),
    ],
    buttons: agencyButtons(command, others, reason),
  });
};

const askWhy = async (
  request: Request,
  { command, what }: SetAsideCommand,
  part: Part,
): Promise<Outcome> => {
  await openForm(request, { command, step: "reason", data: { ...part, shown: [] } });
  const text = words.why(request.language, formatTaskCode(part.taskId), what);
  return { reply: { blocks: [paragraph(text)] } };
};

const askSure = async (
  request: Request,
  { command }: SetAsideCommand,
  part: Part,
  rows: readonly AssignmentRow[],
  again: boolean,
): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(part.taskId);
  const data = { ...part, shown: rows.map(({ id }) => id) };
  const form = await openForm(request, { command, step: "confirm", data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const reply: Reply = {
    blocks: [
      ...(again ? [paragraph(words.changedMeanwhile(language, code))] : []),
      paragraph(words.askCancel(language, code, namesOf(rows), part.reason)),
    ],
    buttons: [
      [
        { label: labels(language).register, command: "/dongy", drawnFrom, style: "danger" },
        { label: labels(language).stop, command: "/thoi", drawnFrom },
      ],
    ],
  };
  return { reply };
};

const isSame = (rows: readonly AssignmentRow[], shown: readonly number[]): boolean =>
  rows.length === shown.length && rows.every(({ id }) => shown.includes(id));

const carryOn = async (
  request: Request,
  which: SetAsideCommand,
  all: readonly AssignmentRow[],
  part: Part,
  confirmed: readonly number[] | null,
): Promise<Outcome> => {
  const { rows, skipped } = rowsMeant(request, which, all, part);
  if (which.what !== "resume" && part.reason === "") return askWhy(request, which, part);
  const isSure = confirmed !== null && isSame(rows, confirmed);
  if (which.what === "cancel" && !isSure) {
    return askSure(request, which, part, rows, confirmed !== null);
  }
  const outcome = await setAside(request, which.what, rows, part.reason);
  if (skipped.length === 0 || part.named !== "all") return outcome;
  const more = paragraph(words.leftOut(request.language, namesOf(skipped)));
  return { ...outcome, reply: { ...outcome.reply, blocks: [...outcome.reply.blocks, more] } };
};

/** `/huy NV-012 [AGENCY | tất cả] reason` and its like. */
export const runSetAside = async (request: Request, which: SetAsideCommand): Promise<Outcome> => {
  const { taskId, rows, named, rest } = await namedPart(request, which.command);
  const reason = which.what === "resume" ? "" : rest.replace(/^(l[ýy] do|v[ìi])\s*:\s*/iu, "");
  return carryOn(request, which, rows, { taskId, named, reason }, null);
};

export const answerSetAside = async (
  request: Request,
  form: FormState,
  which: SetAsideCommand,
): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const { shown, ...part } = dataSchema.parse(form.data);
  if (form.step === "confirm" && !isYes(request.args)) return notYesOrNo(request);
  const rows = await rowsOfTask(request, part.taskId);
  await closeForm(request, form);
  if (form.step === "confirm") return carryOn(request, which, rows, part, shown);
  return carryOn(request, which, rows, { ...part, reason: request.args.trim() }, null);
};
