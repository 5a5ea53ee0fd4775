// Rows of what was said about an assignment: progress, results, nudges. Pure: none for another act.
import type { Prisma } from "#prisma/generated/client.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import { type Context, onBehalfOf, type Replies } from "./row-context.ts";
import type { Told } from "./told.ts";

export const progressRow = (told: Told, context: Context): Prisma.ProgressCreateManyInput[] => {
  const { act } = told;
  if (act.deed.kind !== "progressed") return [];
  return [
    {
      assignmentId: context.assignmentId(told),
      percent: act.deed.percent,
      note: act.deed.note,
      authorId: context.personId(act),
      onBehalfOfId: onBehalfOf(told, context),
      effectiveOn: toDbDate(act.on),
      recordedAt: act.at,
      inboxId: context.inboxId(told),
    },
  ];
};

export const resultRow = (
  told: Told,
  context: Context,
  replies: Replies,
): Prisma.ResultCreateManyInput[] => {
  const { act } = told;
  if (act.deed.kind !== "submitted") return [];
  const decided = replies(told, "confirmed", "returned");
  const { note, number } = act.deed;
  return [
    {
      assignmentId: context.assignmentId(told),
      note,
      documentNumber: number,
      documentDate: number === null ? null : toDbDate(act.on),
      submittedOn: toDbDate(act.on),
      submittedAt: act.at,
      submittedById: context.personId(act),
      onBehalfOfId: onBehalfOf(told, context),
      inboxId: context.inboxId(told),
      ...(decided === undefined
        ? {}
        : {
            decision: decided.deed.kind === "confirmed" ? "confirmed" : "returned",
            decidedById: context.personId(decided),
            decidedOn: toDbDate(decided.on),
            decidedAt: decided.at,
            decisionNote: decided.deed.kind === "returned" ? decided.deed.reason : null,
            completedOn: decided.deed.kind === "confirmed" ? toDbDate(act.on) : null,
          }),
    },
  ];
};

export const nudgeRow = (told: Told, context: Context): Prisma.NudgeCreateManyInput[] => {
  const { act } = told;
  if (act.deed.kind !== "nudged") return [];
  const assignmentId = context.assignmentId(told);
  return [
    {
      assignmentId,
      kind: "manual",
      key: `nudge:${act.on}:${assignmentId}`,
      byId: context.personId(act),
      effectiveOn: toDbDate(act.on),
      recordedAt: act.at,
      inboxId: context.inboxId(told),
    },
  ];
};
