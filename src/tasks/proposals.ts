// An official's task is a proposal: it counts for nothing until somebody of another agency
// accepts it with /xacnhan; /tralai declines it.
import type { Task } from "#prisma/generated/client.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { readDeadline } from "#src/language/deadline.ts";
import { formatTaskCode } from "#src/language/task-code.ts";
import { type OutgoingMessage, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import { notOnYourOwn } from "#src/messages/words/commands.ts";
import * as words from "#src/messages/words/giao.ts";
import { labels } from "#src/messages/words/tasks.ts";
import { may } from "#src/people/permissions.ts";
import { openForm } from "#src/requests/forms-store.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { announceTask } from "./announce.ts";
import { causeOf } from "./cause.ts";
import { eventData } from "./events.ts";
import { readTask } from "./read-task.ts";
import { acceptProposal, declineProposal } from "./register-task.ts";
import { tell, tellDeciders } from "./tell.ts";

/** Asks those who may decide about it. */
export const announceProposal = async (
  request: Request,
  taskId: number,
): Promise<OutgoingMessage[]> => {
  const task = await request.tx.task.findUniqueOrThrow({
    where: { id: taskId },
    include: { proposedFor: true },
  });
  if (task.proposedFor === null) return [];
  const code = formatTaskCode(taskId);
  const { id: agencyId, name } = task.proposedFor;
  return tellDeciders(
    request,
    { agencyId, task },
    {
      key: `proposal:${taskId}`,
      reply: ({ language }) => ({
        blocks: [paragraph(words.proposalToDecide(language, code, name, task.content))],
        buttons: [
          [
            { label: labels(language).confirm, command: `/xacnhan ${code}`, style: "primary" },
            { label: labels(language).giveBack, command: `/tralai ${code}` },
          ],
        ],
      }),
    },
  );
};

type Proposal = Task & { proposedFor: { id: number; name: string } };

/** The proposal that the request names, locked; null where it names something else. */
const proposalNamed = async (
  request: Request,
): Promise<{ task: Proposal; rest: string } | null> => {
  const read = readTask(request.args);
  if (read === null) return null;
  const { tx, actor, language } = request;
  await tx.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ${read.number} FOR UPDATE`;
  const task = await tx.task.findUnique({
    where: { id: read.number },
    include: { proposedFor: true },
  });
  if (task?.status !== "proposed" || task.proposedFor === null) return null;
  if (!may(actor, "decide", task.proposedFor.id)) {
    throw new UserError({ blocks: [paragraph(notOnYourOwn(language, task.proposedFor.name))] });
  }
  return { task: { ...task, proposedFor: task.proposedFor }, rest: read.rest };
};

/** Accepts the proposal that the request names; null where it names none. */
export const acceptIfProposal = async (request: Request): Promise<Outcome | null> => {
  const named = await proposalNamed(request);
  if (named === null) return null;
  const { tx, language, calendar } = request;
  const { task } = named;
  const event = await tx.taskEvent.findFirstOrThrow({
    where: { taskId: task.id, kind: "proposed" },
    // Agencies may have changed since: the latest holds.
    orderBy: { id: "desc" },
  });
  const draft = eventData.proposed.parse(event.data);
  const { phrase, readOn } = draft.deadline;
  const deadline = readDeadline(phrase, civilDate(readOn), calendar);
  await acceptProposal(tx, task.id, { ...draft, deadline }, causeOf(request));
  const { messages } = await announceTask(request, task.id);
  const text = words.proposalAccepted(language, formatTaskCode(task.id));
  return { reply: { blocks: [paragraph(text)] }, messages };
};

/** Declines the proposal that the request names; null where it names none. */
export const declineIfProposal = async (request: Request): Promise<Outcome | null> => {
  const named = await proposalNamed(request);
  if (named === null) return null;
  const { tx, language } = request;
  const { task, rest } = named;
  const code = formatTaskCode(task.id);
  if (rest === "") {
    await openForm(request, { command: "tralai", step: "decline", data: { taskId: task.id } });
    return { reply: { blocks: [paragraph(words.whyDeclined(language, code))] } };
  }
  await declineProposal(tx, task.id, rest, causeOf(request));
  return {
    reply: { blocks: [paragraph(words.proposalDeclined(language, code))] },
    messages: await tell(request, task.createdById === null ? [] : [task.createdById], {
      key: `proposal-declined:${task.id}`,
      reply: (author) => say(words.yourProposalDeclined(author.language, code, rest)),
    }),
  };
};
