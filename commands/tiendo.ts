// Purpose: an official reports progress of a task that the own agency leads; the secretariat enters
// it for an agency (nhập hộ), whose people are told.
// Grammar:  /tiendo NV-012 [70%] [what was done] [files]     (an edited message corrects)
//           /tiendo NV-012 AGENCY 60% theo điện thoại 22/11
import { findPercent } from "#src/language/percent.ts";
import { paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/commands.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo, isYes, notYesOrNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import {
  type Command,
  type FormState,
  fileIdsOf,
  type Outcome,
  type Request,
} from "#src/requests/request.ts";
import type { AssignmentRow } from "#src/tasks/assignment-store.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { namedCode, namedTask, shownCode } from "#src/tasks/occurrence-view.ts";
import { enteredForBlocks, tellOnBehalf } from "#src/tasks/on-behalf.ts";
import { reportProgress } from "#src/tasks/report-progress.ts";
import { ownAssignment, ownAssignmentById } from "#src/tasks/which-assignment.ts";

const wanted = {
  command: "tiendo",
  action: "report progress",
  verb: "report",
  onBehalf: true,
} as const;

type Said = { percent: number | null; note: string };

/** `onBehalfOfId`: the agency for which somebody else reports; null for its own people. */
type Meant = { assignment: AssignmentRow; onBehalfOfId: number | null };

/** A percentage with its sign anywhere, or a bare number from 0 to 100 right after the code. */
const readProgress = (rest: string, request: Request): Said => {
  const found = findPercent(rest);
  const impossible = /(\d{3,})\s*%/.exec(rest);
  if (found === null && impossible !== null) {
    const text = words.impossiblePercent(request.language, impossible[0]);
    throw new UserError({ blocks: [paragraph(text)] });
  }
  if (found !== null) {
    const note = found.from === 0 ? rest.slice(found.to).replace(/^[\s,;:–-]+/, "") : rest;
    return { percent: Math.round(found.value), note };
  }
  const bare = /^(\d{1,3})(?![\d/.,-])\s*/.exec(rest);
  const value = Number(bare?.[1]);
  if (bare !== null && value <= 100) return { percent: value, note: rest.slice(bare[0].length) };
  return { percent: null, note: rest };
};

const save = async (
  request: Request,
  { assignment, onBehalfOfId }: Meant,
  { percent, note }: Said,
  fileIds: number[],
): Promise<Outcome> => {
  const { language, tx, correctsInboxId } = request;
  const code = shownCode(language, assignment);
  const correction = correctsInboxId === undefined ? {} : { correctsInboxId };
  const report = { percent, note, fileIds, ...correction };
  const id = await reportProgress(tx, assignment, report, causeOf(request, onBehalfOfId));
  if (id === null) throw new Error(`assignment ${assignment.id} takes no progress`);
  const told =
    onBehalfOfId === null
      ? null
      : await tellOnBehalf(
          request,
          assignment,
          { kind: "progress", id },
          { kind: "progress", percent, note },
        );
  const text =
    correctsInboxId === undefined
      ? words.progressSaved(language, code, percent, fileIds.length)
      : words.progressCorrected(language, code, percent);
  const named = namedCode(assignment);
  const submit = onBehalfOfId === null ? named : `${named} ${assignment.agency.code}`;
  return {
    reply: {
      blocks: [paragraph(text), ...enteredForBlocks(language, assignment, told)],
      buttons: [[{ label: labels(language).submit, command: `/hoanthanh ${submit}` }]],
    },
    ...(told === null ? {} : { messages: told }),
    changed: [assignment.id],
  };
};

/** A drop is asked about first, since it is usually a slip of the finger. */
const askAboutDrop = async (
  request: Request,
  assignment: AssignmentRow,
  said: Said & { percent: number },
  fileIds: number[],
): Promise<Outcome> => {
  const { language } = request;
  const data = { assignmentId: assignment.id, ...said, fileIds };
  const form = await openForm(request, { command: "tiendo", step: "drop", data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const code = shownCode(language, assignment);
  return {
    reply: {
      blocks: [paragraph(words.percentDrops(language, code, assignment.percent, said.percent))],
      buttons: [
        [
          { label: labels(language).register, command: "/dongy", drawnFrom, style: "primary" },
          { label: labels(language).stop, command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

type DropData = Said & { assignmentId: number; fileIds: number[] };

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const data = form.data as DropData | { assignmentId: number };
  // Rights and state are asked again: both may have changed since the form was opened.
  const assignment = await ownAssignmentById(request, data.assignmentId, wanted);
  const { onBehalfOfId } = assignment;
  if (!("fileIds" in data)) {
    await closeForm(request, form);
    return take(request, { assignment, onBehalfOfId }, request.args);
  }
  if (!isYes(request.args)) return notYesOrNo(request);
  await closeForm(request, form);
  return save(request, { assignment, onBehalfOfId }, data, data.fileIds);
};

/** Without a word about the progress itself the next message is taken as that. */
const askWhat = async (request: Request, assignment: AssignmentRow): Promise<Outcome> => {
  const data = { assignmentId: assignment.id };
  await openForm(request, { command: "tiendo", step: "say", data });
  const text = words.nothingSaid(request.language, namedTask(request.language, assignment));
  return { reply: { blocks: [paragraph(text)] } };
};

const take = async (request: Request, meant: Meant, rest: string): Promise<Outcome> => {
  const { assignment } = meant;
  const said = readProgress(rest, request);
  const fileIds = fileIdsOf(request);
  if (said.percent === null && said.note === "" && fileIds.length === 0) {
    return askWhat(request, assignment);
  }
  // A correction replaces what the same message said: going down is what it is for.
  const { percent } = said;
  if (percent !== null && percent < assignment.percent && request.correctsInboxId === undefined) {
    return askAboutDrop(request, assignment, { ...said, percent }, fileIds);
  }
  return save(request, meant, said, fileIds);
};

export const tiendo: Command = {
  name: "tiendo",
  aliases: ["td", "progress"],
  summary: { vi: "Báo tiến độ một nhiệm vụ", en: "Report progress of a task" },
  example: "/tiendo NV-012 70% đã lấy ý kiến",
  roles: rolesFor("report progress", "enter on behalf"),
  chats: ["private", "group"],
  kind: "write",
  takesFiles: true,
  onEdit: "again",
  audience: "chat",
  run: async (request) => {
    const { rest, ...meant } = await ownAssignment(request, wanted);
    return take(request, meant, rest);
  },
  answer,
};
