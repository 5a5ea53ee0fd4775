// Which extension /duyet and /tuchoi mean, and whether this person may decide about it.
import type { Extension } from "#prisma/generated/client.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Button, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/extensions.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { actorsOf, peopleWith, presentOn } from "#src/people/people-store.ts";
import { may } from "#src/people/permissions.ts";
import type { Request } from "#src/requests/request.ts";
import { type AssignmentRow, lockAssignment } from "./assignment-store.ts";
import { openExtensionOf, openExtensionsOf } from "./extension-store.ts";
import { shownCode } from "./occurrence-view.ts";
import { readTask } from "./read-task.ts";
import { namedAssignment } from "./which-assignment.ts";

type Dated = AssignmentRow & { dueOn: Date };

export type DecidableExtension = { assignment: Dated; extension: Extension };

/** Names of the leaders who may decide on their own word: the one in charge, else all. */
export const leaderNames = async (
  { tx, today }: Request,
  leaderInChargeId: number | null,
): Promise<string> => {
  const inCharge = leaderInChargeId === null ? [] : await presentOn(tx, [leaderInChargeId], today);
  const ids = inCharge.length > 0 ? inCharge : await peopleWith(tx, ["leader"], today);
  const leaders = await actorsOf(tx, ids, today);
  return leaders.map(({ fullName }) => fullName).join(", ");
};

const decideButtons = (code: string, { language }: Request): Button[][] => [
  [
    { label: labels(language).confirm, command: `/xacnhan ${code}`, style: "primary" },
    { label: labels(language).giveBack, command: `/tralai ${code}` },
  ],
];

/** Why this person may not decide about it; null where they may. */
const whyNot = (
  { actor, language }: Request,
  row: AssignmentRow,
  extension: { askedById: number | null },
  leaders: string,
): UserError | null => {
  const { name } = row.agency;
  if (!may(actor, "decide", row.agencyId)) {
    const text = words.notYourOwnExtension(language, name, leaders);
    return new UserError({ blocks: [paragraph(text)] });
  }
  if (extension.askedById !== actor.personId) return null;
  return new UserError({ blocks: [paragraph(words.notWhatYouAsked(language, name))] });
};

/** What waits under the same code and is decided with other words. */
const proposed = async (request: Request, number: number): Promise<UserError | null> => {
  const task = await request.tx.task.findUnique({ where: { id: number } });
  if (task?.status !== "proposed") return null;
  const code = formatTaskCode(number);
  return new UserError({
    blocks: [paragraph(words.butProposalWaits(request.language, code))],
    buttons: decideButtons(code, request),
  });
};

const nothingAsked = (request: Request, rows: readonly AssignmentRow[], code: string) => {
  const { actor, language } = request;
  const waiting = rows.filter(
    (row) => row.state === "awaiting_confirmation" && may(actor, "decide", row.agencyId),
  );
  const [only, ...more] = waiting;
  if (only === undefined) {
    return new UserError({
      blocks: [paragraph(words.nothingAsked(language, code))],
      buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
    });
  }
  const named = more.length === 0 ? `${code} ${only.agency.code}` : code;
  return new UserError({
    blocks: [paragraph(words.butResultWaits(language, code))],
    buttons: decideButtons(named, request),
  });
};

/** Of the rows of a task, the one whose open extension this person may decide about. */
const chooseRow = async (request: Request, command: string, number: number) => {
  const code = formatTaskCode(number);
  const open = await openExtensionsOf(request.tx, number);
  const [first] = open.values();
  const leaders = await leaderNames(request, first?.assignment.task.leaderInChargeId ?? null);
  const refusal = (row: AssignmentRow): UserError | null => {
    const extension = open.get(row.id);
    return extension === undefined ? null : whyNot(request, row, extension, leaders);
  };
  return namedAssignment(request, {
    command,
    fits: (row) => open.has(row.id) && refusal(row) === null,
    refuse: (rows) => {
      const [reason] = rows.map(refusal).filter((one) => one !== null);
      return reason ?? nothingAsked(request, rows, code);
    },
  });
};

/** The open extension that NV-012 [AGENCY] names, its assignment locked. */
export const extensionToDecide = async (
  request: Request,
  command: string,
): Promise<DecidableExtension & { rest: string }> => {
  const read = readTask(request.args);
  if (read === null) {
    throw new UserError({
      blocks: [paragraph(words.whichToDecide(request.language, command))],
      buttons: [[{ label: "/choxuly", command: "/choxuly" }]],
    });
  }
  const other = await proposed(request, read.number);
  if (other !== null) throw other;
  const { assignment, rest } = await chooseRow(request, command, read.number);
  return { ...(await decidable(request, assignment)), rest };
};

/** Asked again under the lock: it may have been decided or withdrawn since. */
const decidable = async (
  request: Request,
  assignment: AssignmentRow,
  extensionId?: number,
): Promise<DecidableExtension> => {
  const extension = await openExtensionOf(request.tx, assignment.id);
  const { dueOn, task } = assignment;
  const other = extensionId !== undefined && extension?.id !== extensionId;
  if (extension === null || dueOn === null || other) {
    throw nothingAsked(request, [assignment], shownCode(request.language, assignment));
  }
  const leaders = await leaderNames(request, task.leaderInChargeId);
  const refusal = whyNot(request, assignment, extension, leaders);
  if (refusal !== null) throw refusal;
  return { assignment: { ...assignment, dueOn }, extension };
};

/** The same for a form that was opened before. */
export const extensionToDecideById = async (
  request: Request,
  assignmentId: number,
  extensionId: number,
): Promise<DecidableExtension> =>
  decidable(request, await lockAssignment(request.tx, assignmentId), extensionId);
