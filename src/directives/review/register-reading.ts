// Drafts become tasks, all of them or none: the document with its file, tasks, targets, what needs
// what, and one message to each person whose agency is concerned.
import { addAll } from "#src/database/in-chunks.ts";
import { audit } from "#src/delivery/audit.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type Button, paragraph, type Reply } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directive-register.ts";
import { deeds, documentName } from "#src/messages/words/directives.ts";
import { unreachable as unreachableText } from "#src/messages/words/giao.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { causeOf } from "#src/tasks/cause.ts";
import { registerTask } from "#src/tasks/register-task.ts";
import { ensureDocument } from "./document-store.ts";
import { isCertain, isOpen, isToLookAt } from "./doubts.ts";
import { CERTAIN } from "./draft-words.ts";
import { blanksOf } from "./head-blanks.ts";
import { askHead } from "./head-talk.ts";
import { openReading } from "./named-reading.ts";
import { dependencyRows, newTask, targetRows } from "./new-tasks.ts";
import { formatDraft, formatReading } from "./reading-code.ts";
import { changeDraft, touchReading } from "./readings-store.ts";
import { inReviewOrder, type Reviewed, type ReviewedDraft } from "./reviewed.ts";
import { refuseStaleReview } from "./stale.ts";
import { tellAgencies } from "./tell-agencies.ts";

export type Which = "certain" | "all";

/** Those that are to be registered. @throws UserError where some must be looked at first */
const chosen = ({ language }: Request, { reading, drafts }: Reviewed, which: Which) => {
  const code = formatReading(reading.id);
  const open = drafts.filter(isOpen);
  const certain = open.filter(isCertain);
  const doubtful = inReviewOrder(open).filter(isToLookAt);
  const [first] = doubtful;
  const say = deeds(language);
  if (which === "all" && first !== undefined) {
    const look: Button = {
      label: say.lookAt(doubtful.length),
      command: `/vanban ${formatDraft(reading.id, first.number)}`,
    };
    throw new UserError({
      blocks: [paragraph(words.stillToSee(language, doubtful.length, certain.length))],
      buttons: [
        [look],
        ...(certain.length === 0
          ? []
          : [
              [
                {
                  label: say.registerCertain(certain.length),
                  command: `/duthao ${code} ${CERTAIN.words}`,
                },
              ],
            ]),
      ],
    });
  }
  if (certain.length === 0) {
    throw new UserError({
      blocks: [paragraph(words.nothingToRegister(language, code))],
      buttons: [[{ label: code, command: `/vanban ${code}` }]],
    });
  }
  return certain;
};

type Stored = { taskIds: number[]; leads: number };

const storeTasks = async (
  request: Request,
  { reading, drafts }: Reviewed,
  picked: readonly ReviewedDraft[],
): Promise<Stored> => {
  const { tx, calendar, actor, now } = request;
  const cause = causeOf(request);
  const taskIds = new Map(
    drafts.flatMap(({ id, taskId }) => (taskId === null ? [] : [[id, taskId] as const])),
  );
  const before = new Set(taskIds.values());
  let leads = 0;
  for (const one of picked) {
    const task = newTask(one, reading, calendar);
    const { taskId, leadAssignmentIds } = await registerTask(tx, task, cause);
    taskIds.set(one.id, taskId);
    leads += leadAssignmentIds.length;
    const by = { actorId: actor.personId, now };
    await changeDraft(tx, one, { status: "registered", taskId }, by);
  }
  const targets = picked.flatMap((one) => targetRows(taskIds.get(one.id) ?? 0, one));
  await addAll(targets, (data) => tx.target.createMany({ data }));
  const needs = dependencyRows(drafts, taskIds);
  await addAll(needs, (data) => tx.taskDependency.createMany({ data, skipDuplicates: true }));
  return { taskIds: [...taskIds.values()].filter((id) => !before.has(id)), leads };
};

const answerOf = (
  { language }: Request,
  reviewed: Reviewed,
  {
    stored,
    left,
    told,
    unreachable,
  }: { stored: Stored; left: number } & {
    told: number;
    unreachable: number;
  },
): Reply => {
  const { reading } = reviewed;
  const code = formatReading(reading.id);
  const first = formatTaskCode(Math.min(...stored.taskIds));
  const last = formatTaskCode(Math.max(...stored.taskIds));
  const codes = words.codesFromTo(language, first, last);
  const document = documentName(language, reading.head);
  return {
    blocks: [
      paragraph(words.registered(language, stored.taskIds.length, stored.leads, codes, document)),
      ...(told === 0 ? [] : [paragraph(words.told(language, told))]),
      ...(unreachable === 0 ? [] : [paragraph(unreachableText(language, unreachable))]),
      ...(left === 0 ? [] : [paragraph(words.stillOpen(language, left, code))]),
    ],
    buttons: [[{ label: code, command: `/vanban ${code}` }]],
  };
};

/** @throws UserError where nothing can be registered yet */
export const registerReading = async (
  request: Request,
  readingId: number,
  which: Which,
): Promise<Outcome> => {
  const { tx, now, language, actor, inboxId } = request;
  const reviewed = await openReading(request, readingId);
  await refuseStaleReview(request);
  const { reading, drafts } = reviewed;
  const picked = chosen(request, reviewed, which);
  if (blanksOf(reading.head).length > 0) {
    return askHead(request, reading, [paragraph(words.headFirst(language))]);
  }
  const documentId = await ensureDocument(tx, reading);
  const stored = await storeTasks(
    request,
    { ...reviewed, reading: { ...reading, documentId } },
    picked,
  );
  const left = drafts.filter(isOpen).length - picked.length;
  const status = left === 0 ? "registered" : "open";
  await touchReading(tx, reading.id, now, { documentId, status });
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "register directive",
    subject: `reading:${reading.id}`,
    inboxId,
    data: { documentId, tasks: stored.taskIds.length, leads: stored.leads, which },
  });
  const document = documentName("vi", reading.head);
  const key = `directive:${reading.id}:${reading.version}`;
  const { messages, unreachable } = await tellAgencies(request, {
    taskIds: stored.taskIds,
    document,
    key,
  });
  const told = messages.length;
  return { reply: answerOf(request, reviewed, { stored, left, told, unreachable }), messages };
};
