// The talk of /chuyen: which assignment, to whom, on whose authority, and whether that is meant.
import { z } from "zod";
import { agencyOrAsk, type FoundAgency } from "#src/agencies/find-agency.ts";
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Block, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { noSuchTask } from "#src/messages/words/commands.ts";
import { changedMeanwhile, notYours } from "#src/messages/words/set-aside.ts";
import { labels } from "#src/messages/words/tasks.ts";
import * as words from "#src/messages/words/transfer.ts";
import { may } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { FormState, Outcome, Request } from "#src/requests/request.ts";
import { type AssignmentRow, findAssignments, lockAssignment } from "./assignment-store.ts";
import { after } from "./state.ts";
import { moveAndTell } from "./transfer-effect.ts";
import { planTransfer, type TransferRefusal } from "./transfer-plan.ts";
import { readAuthority, readTransfer } from "./transfer-words.ts";
import { namedAssignment } from "./which-assignment.ts";

const COMMAND = "chuyen";

const dataSchema = z.object({
  assignmentId: z.number(),
  /** Code of the receiver; null: not said yet. */
  to: z.string().nullable(),
  /** What was typed for it, where it was read as something else. */
  typed: z.string(),
  authority: z.string(),
  version: z.number(),
});

type Said = Omit<z.infer<typeof dataSchema>, "assignmentId" | "version">;

const refuse = (
  { language }: Request,
  row: AssignmentRow,
  why: TransferRefusal,
  to: string,
): UserError => {
  const code = formatTaskCode(row.taskId);
  return new UserError({
    ...say(words.refusals(language)[why](code, to)),
    buttons: [[{ label: code, command: `/viec ${code} ${row.agency.code}` }]],
  });
};

const notTheirs = ({ language }: Request, row: AssignmentRow, agency: string): UserError => {
  const leader = row.task.leaderInCharge?.fullName ?? row.task.leaderText;
  return new UserError(say(notYours(language, [agency], leader)));
};

/** Of a recurring duty the duty and its open periods; else the assignment alone. */
const wholeOf = async (request: Request, row: AssignmentRow): Promise<AssignmentRow[]> => {
  const { taskId, agencyId } = row;
  const rows = await findAssignments(request.tx, { taskId, agencyId, role: "lead" });
  const open = rows.filter(({ state }) => after(state, "transfer") !== null);
  const waits = rows.find(({ state }) => state === "awaiting_confirmation");
  if (waits !== undefined) throw refuse(request, row, "awaiting", "");
  return open;
};

/** @throws UserError where one of them cannot go to that agency, or not by this person. */
const check = async (
  request: Request,
  rows: readonly AssignmentRow[],
  to: FoundAgency,
): Promise<void> => {
  const [first] = rows;
  if (first === undefined) return;
  const { taskId } = first;
  for (const agency of [first.agency, to]) {
    if (!may(request.actor, "change assignment", agency.id)) {
      throw notTheirs(request, first, agency.name);
    }
  }
  const theirs = await findAssignments(request.tx, { taskId, agencyId: to.id });
  for (const row of rows) {
    const receiver = theirs.find(({ occurrence }) => occurrence === row.occurrence) ?? null;
    const plan = planTransfer(row, to.id, receiver);
    if (plan.kind === "refused") throw refuse(request, row, plan.why, to.name);
  }
};

const ask = async (
  request: Request,
  step: "to" | "authority",
  row: AssignmentRow,
  said: Said,
  text: string,
): Promise<Outcome> => {
  const data = { ...said, assignmentId: row.id, version: row.version };
  await openForm(request, { command: COMMAND, step, data });
  return { reply: say(text) };
};

const askSure = async (
  request: Request,
  row: AssignmentRow,
  rows: readonly AssignmentRow[],
  to: FoundAgency,
  said: Said,
  again: boolean,
): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(row.taskId);
  const data = { ...said, assignmentId: row.id, version: row.version };
  const form = await openForm(request, { command: COMMAND, step: "confirm", data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const due = row.dueOn === null ? null : fromDbDate(row.dueOn);
  const periods = rows.filter(({ occurrence }) => occurrence !== "").length;
  const isNear = said.typed !== "" && said.typed !== to.code && said.typed !== to.name;
  const blocks: Block[] = [
    ...(again ? [paragraph(changedMeanwhile(language, code))] : []),
    paragraph(words.askTransfer(language, code, row.agency.name, to.name, said.authority)),
    paragraph(words.whatGoesAlong(language, due, row.percent, periods)),
    ...(isNear ? [paragraph(words.understoodAgency(language, said.typed, to.name))] : []),
  ];
  return {
    reply: {
      blocks,
      buttons: [
        [
          { label: labels(language).register, command: "/dongy", drawnFrom, style: "primary" },
          { label: labels(language).stop, command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

/** `confirmed`: the version that was shown when it was said yes to. */
const carryOn = async (
  request: Request,
  row: AssignmentRow,
  said: Said,
  confirmed: number | null,
): Promise<Outcome> => {
  const { language } = request;
  const code = formatTaskCode(row.taskId);
  const rows = await wholeOf(request, row);
  if (said.to === null) {
    return ask(request, "to", row, said, words.toWhom(language, code, row.agency.name));
  }
  const to = await agencyOrAsk(request, said.to, (name) =>
    [`/${COMMAND} ${code} ${row.agency.code} sang ${name}`, said.authority]
      .filter((part) => part !== "")
      .join(" theo "),
  );
  await check(request, rows, to);
  const known = { ...said, to: to.code, typed: said.typed === "" ? said.to : said.typed };
  if (said.authority === "") {
    return ask(request, "authority", row, known, words.byWhat(language, code, to.name));
  }
  if (confirmed !== row.version) {
    return askSure(request, row, rows, to, known, confirmed !== null);
  }
  return moveAndTell(request, row, rows, to, said.authority);
};

export const runTransfer = async (request: Request): Promise<Outcome> => {
  const { assignment, rest } = await namedAssignment(request, {
    command: COMMAND,
    fits: ({ state, agencyId }) =>
      after(state, "transfer") !== null && may(request.actor, "change assignment", agencyId),
    refuse: (rows) => {
      // What waits or is under way says more than what was given up before.
      const row = rows.find(({ state }) => state !== "transferred") ?? rows[0];
      if (row === undefined) return new UserError(say(noSuchTask(request.language, request.args)));
      if (!may(request.actor, "change assignment", row.agencyId)) {
        return notTheirs(request, row, row.agency.name);
      }
      const why = row.state === "awaiting_confirmation" ? "awaiting" : "over";
      return refuse(request, row, why, row.agency.name);
    },
  });
  const { to, authority } = readTransfer(rest, request.today);
  return carryOn(request, assignment, { to: to === "" ? null : to, typed: "", authority }, null);
};

export const answerTransfer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const { assignmentId, version, ...said } = dataSchema.parse(form.data);
  if (form.step === "confirm" && !isYes(request.args)) return notYesOrNo(request);
  const row = await lockAssignment(request.tx, assignmentId);
  if (after(row.state, "transfer") === null) {
    throw refuse(request, row, row.state === "awaiting_confirmation" ? "awaiting" : "over", "");
  }
  await closeForm(request, form);
  if (form.step === "confirm") return carryOn(request, row, said, version);
  if (form.step === "authority") {
    return carryOn(request, row, { ...said, authority: readAuthority(request.args) }, null);
  }
  const { to, authority } = readTransfer(request.args, request.today);
  const kept = authority === "" ? said.authority : authority;
  return carryOn(request, row, { to: to === "" ? null : to, typed: "", authority: kept }, null);
};
