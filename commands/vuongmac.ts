// Purpose: the lead says what blocks a task, and whose help it needs; the secretariat may for an
//          agency. The due date does not change by it.
// Grammar:  /vuongmac NV-012 [STC] what blocks it [files]
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
import type { AssignmentRow } from "#src/tasks/assignment-store.ts";
import { raise } from "#src/tasks/blocker-talk.ts";
import { refuseState } from "#src/tasks/named-rows.ts";
import { shownCode } from "#src/tasks/occurrence-view.ts";
import { openStates } from "#src/tasks/state.ts";
import { ownAssignment, ownAssignmentById } from "#src/tasks/which-assignment.ts";

const wanted = {
  command: "vuongmac",
  action: "raise blocker",
  verb: null,
  onBehalf: true,
} as const;

type Meant = { assignment: AssignmentRow; onBehalfOfId: number | null };

/** While the agency works at it, or waits for something. */
const checkState = (request: Request, { assignment }: Meant): void => {
  const { state } = assignment;
  if (openStates.includes(state) || state === "paused" || state === "awaiting_confirmation") return;
  throw refuseState(request, assignment);
};

const take = async (
  request: Request,
  meant: Meant,
  text: string,
  fileIds: number[],
): Promise<Outcome> => {
  checkState(request, meant);
  const { assignment, onBehalfOfId } = meant;
  if (text !== "") return raise(request, assignment, { text, fileIds }, onBehalfOfId);
  const data = { assignmentId: assignment.id, fileIds };
  await openForm(request, { command: "vuongmac", step: "say", data });
  const question = words.whatBlocks(request.language, shownCode(request.language, assignment));
  return { reply: { blocks: [paragraph(question)] } };
};

const stored = z.object({ assignmentId: z.number(), fileIds: z.array(z.number()) });

const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  if (isNo(request.args)) return cancelledForm(request, form);
  const { assignmentId, fileIds } = stored.parse(form.data);
  const found = await ownAssignmentById(request, assignmentId, wanted);
  const { onBehalfOfId, ...assignment } = found;
  await closeForm(request, form);
  const files = [...fileIds, ...fileIdsOf(request)];
  return take(request, { assignment, onBehalfOfId }, request.args, files);
};

export const vuongmac: Command = {
  name: "vuongmac",
  aliases: ["blocker", "khokhan"],
  summary: { vi: "Báo vướng mắc của một nhiệm vụ", en: "Say what blocks a task" },
  example: "/vuongmac NV-012 chưa có hướng dẫn của Bộ về mẫu biểu",
  roles: rolesFor("raise blocker", "enter on behalf"),
  chats: ["private", "group"],
  kind: "write",
  audience: "chat",
  takesFiles: true,
  takesText: () => true,
  run: async (request) => {
    const { rest, ...meant } = await ownAssignment(request, wanted);
    return take(request, meant, rest, fileIdsOf(request));
  },
  answer,
};
