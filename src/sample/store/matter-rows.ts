// Rows of what acts open and others answer: extensions, blockers, explanations, contradictions.
// Pure: none for another act.
import type { Prisma } from "#prisma/generated/client.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import { type Context, onBehalfOf, type Replies } from "./row-context.ts";
import type { Told } from "./told.ts";

export const extensionRow = (
  told: Told,
  context: Context,
  replies: Replies,
): Prisma.ExtensionCreateManyInput[] => {
  const { act, dueOn } = told;
  if (act.deed.kind !== "extension_asked" || dueOn === null) return [];
  const decided = replies(told, "extension_granted", "extension_rejected");
  const deed = decided?.deed;
  return [
    {
      assignmentId: context.assignmentId(told),
      fromDueOn: toDbDate(dueOn),
      toDueOn: toDbDate(act.deed.to),
      reason: act.deed.reason,
      status:
        deed === undefined ? "open" : deed.kind === "extension_granted" ? "approved" : "rejected",
      askedById: context.personId(act),
      askedOn: toDbDate(act.on),
      askedAt: act.at,
      decidedById: decided === undefined ? null : context.personId(decided),
      decidedAt: decided?.at ?? null,
      authority: deed?.kind === "extension_granted" ? deed.authority : null,
      decisionNote: deed?.kind === "extension_rejected" ? deed.reason : null,
      inboxId: context.inboxId(told),
      onBehalfOfId: onBehalfOf(told, context),
    },
  ];
};

export const blockerRow = (
  told: Told,
  context: Context,
  replies: Replies,
): Prisma.BlockerCreateManyInput[] => {
  const { act } = told;
  if (act.deed.kind !== "blocker_raised") return [];
  const answer = replies(told, "blocker_answered");
  const closed = replies(told, "blocker_closed");
  return [
    {
      taskId: context.taskId(told),
      assignmentId: context.assignmentId(told),
      text: act.deed.text,
      raisedById: context.personId(act),
      raisedAt: act.at,
      answer: answer?.deed.kind === "blocker_answered" ? answer.deed.text : null,
      answeredById: answer === undefined ? null : context.personId(answer),
      answeredAt: answer?.at ?? null,
      closedAt: closed?.at ?? null,
      closedById: closed === undefined ? null : context.personId(closed),
      inboxId: context.inboxId(told),
    },
  ];
};

export const explanationRow = (
  told: Told,
  context: Context,
  replies: Replies,
): Prisma.ExplanationRequestCreateManyInput[] => {
  const { act } = told;
  if (act.deed.kind !== "explanation_asked") return [];
  const answer = replies(told, "explanation_answered");
  return [
    {
      taskId: context.taskId(told),
      assignmentId: context.assignmentId(told),
      agencyId: context.agencyId(told),
      text: act.deed.text,
      dueOn: toDbDate(act.deed.dueOn),
      askedById: context.personId(act),
      askedAt: act.at,
      answer: answer?.deed.kind === "explanation_answered" ? answer.deed.text : null,
      answeredById: answer === undefined ? null : context.personId(answer),
      answeredAt: answer?.at ?? null,
      inboxId: context.inboxId(told),
    },
  ];
};

export const contradictionRow = (
  told: Told,
  context: Context,
): Prisma.ContradictionCreateManyInput[] => {
  const { act, matter } = told;
  const byId = context.personId(act);
  if (act.deed.kind !== "contradicted" || byId === null) return [];
  return [
    {
      assignmentId: context.assignmentId(told),
      progressId: context.progressId(matter),
      resultId: context.resultId(matter),
      reason: act.deed.reason,
      byId,
      at: act.at,
      inboxId: context.inboxId(told),
    },
  ];
};
