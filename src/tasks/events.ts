// What can happen to a task or to one of its assignments. The rows of TaskEvent are the history;
// today's columns are a cache of it (`npm run -s dondoc -- doctor` compares the two).
import { z } from "zod";
import { fromDbDate } from "#src/calendar/civil-date.ts";

const civil = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const due = civil.nullable();
const deadlineKind = z.enum([
  "date",
  "period",
  "recurrence",
  "continuous",
  "event",
  "none",
  "unclear",
]);

/** `data` of each kind of event; dates are civil. */
export const eventData = {
  registered: z.object({ by: z.enum(["command", "import", "proposal"]) }),
  /** What an accepted proposal will become. */
  proposed: z.object({
    leadIds: z.array(z.number()),
    coordinatingIds: z.array(z.number()),
    deadline: z.object({ phrase: z.string(), readOn: civil }),
  }),
  proposal_declined: z.object({ reason: z.string() }),
  /** An assignment begins; everything that the fold needs to start from. */
  assigned: z.object({
    agencyId: z.number(),
    role: z.enum(["lead", "coordinating"]),
    deadlineKind,
    dueOn: due,
    phrase: z.string(),
    /** Transferred from, or an occurrence of, this assignment. */
    originId: z.number().optional(),
  }),
  received: z.object({}),
  progressed: z.object({ percent: z.number().nullable() }),
  submitted: z.object({ resultId: z.number(), submittedOn: civil }),
  returned: z.object({ resultId: z.number(), reason: z.string() }),
  withdrawn: z.object({ resultId: z.number() }),
  confirmed: z.object({ resultId: z.number().nullable(), completedOn: civil }),
  /** By an extension, or where the deadline was put right (`correction`: it never was another). */
  due_changed: z.object({
    from: due,
    to: due,
    authority: z.string(),
    extensionId: z.number().optional(),
    correction: z.boolean().optional(),
    /** Where the kind is put right as well; else a date makes it a dated one, and none undated. */
    deadlineKind: deadlineKind.optional(),
  }),
  extension_asked: z.object({
    extensionId: z.number(),
    from: civil,
    to: civil,
    reason: z.string(),
  }),
  extension_rejected: z.object({ extensionId: z.number(), reason: z.string() }),
  extension_withdrawn: z.object({ extensionId: z.number() }),
  paused: z.object({ reason: z.string() }),
  resumed: z.object({}),
  cancelled: z.object({ reason: z.string() }),
  transferred: z.object({ toAgencyId: z.number(), authority: z.string() }),
  holder_changed: z.object({ holderId: z.number().nullable() }),
  area_changed: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  /** A column of the task was put right: content, document, deliverable, leader, note, restricted. */
  edited: z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  contradicted: z.object({ contradictionId: z.number() }),
  contradiction_closed: z.object({ contradictionId: z.number(), upheld: z.boolean() }),
  blocker_raised: z.object({ blockerId: z.number() }),
  blocker_answered: z.object({ blockerId: z.number() }),
  blocker_closed: z.object({ blockerId: z.number() }),
  explanation_asked: z.object({ requestId: z.number(), dueOn: due }),
  explanation_answered: z.object({ requestId: z.number() }),
  explanation_closed: z.object({ requestId: z.number() }),
} as const;

export type EventKind = keyof typeof eventData;
export type EventData<K extends EventKind> = z.infer<(typeof eventData)[K]>;

/** One event as the fold takes it. */
export type TaskEventValue = {
  [K in EventKind]: { kind: K; effectiveOn: string; data: EventData<K> };
}[EventKind];

/** The columns that an event is read from. */
export type EventColumns = { kind: string; effectiveOn: Date; data: unknown };

const isKind = (kind: string): kind is EventKind => Object.hasOwn(eventData, kind);

/** Null for a kind that this version does not know. @throws ZodError for data that is no event. */
export const eventOf = ({ kind, effectiveOn, data }: EventColumns): TaskEventValue | null => {
  if (!isKind(kind)) return null;
  const read = eventData[kind].parse(data);
  // `read` is by the schema of this very kind, which the compiler cannot follow.
  return { kind, effectiveOn: fromDbDate(effectiveOn), data: read } as TaskEventValue;
};

/** As `eventOf`, and null also for data that is no event: for whoever looks at a history in doubt. */
export const readableEventOf = (row: EventColumns): TaskEventValue | null => {
  if (!isKind(row.kind)) return null;
  return eventData[row.kind].safeParse(row.data).success ? eventOf(row) : null;
};
