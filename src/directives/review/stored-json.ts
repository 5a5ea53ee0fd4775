// What stands in JSON columns about a reading: checked whenever it is read back.
import { z } from "zod";
import type { Prisma } from "#prisma/generated/client.ts";
import { type CivilDate, tryCivilDate } from "#src/calendar/civil-date.ts";
import { REFORM_AREAS, type ReformAreaCode } from "#src/language/reform-area.ts";
import type {
  DeadlineNote,
  DocumentHead,
  Draft,
  Question,
  QuestionAbout,
  Reading,
} from "../reading.ts";

const day = z.custom<CivilDate>(
  (value) => typeof value === "string" && tryCivilDate(value) !== null,
);

const span = z.object({
  from: z.number(),
  to: z.number(),
  line: z.number(),
  endLine: z.number(),
});

const headSchema: z.ZodType<DocumentHead> = z.object({
  kind: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  place: z.string().nullable(),
  issuedOn: day.nullable(),
  title: z.string().nullable(),
  signer: z.string().nullable(),
  recipients: z.array(z.string()),
  cited: z.array(
    z.object({
      kind: z.string().nullable(),
      number: z.string(),
      issuedOn: day.nullable(),
      issuer: z.string().nullable(),
      span,
    }),
  ),
});

const noteNames: Record<DeadlineNote, true> = {
  inherited: true,
  "plan-of-next-year": true,
  "no-frequency": true,
  "also-on-request": true,
  "also-after-event": true,
  "year-guessed": true,
  "next-year-taken": true,
  "already-past": true,
  "several-dates": true,
  "no-such-day": true,
  "only-urgency": true,
  "refers-to-a-schedule": true,
  "by-phases": true,
  "counted-from-receipt": true,
  "moved-to-working-day": true,
  "before-a-period": true,
};

const aboutNames: Record<QuestionAbout, true> = {
  number: true,
  issuer: true,
  date: true,
  "lead-missing": true,
  "lead-unsure": true,
  frequency: true,
  "deadline-unsure": true,
  "deadline-past": true,
  "no-such-day": true,
  schedule: true,
  urgency: true,
  event: true,
  phases: true,
  escalator: true,
  "district-level": true,
};

const oneOf = <Name extends string>(names: Record<Name, true>) =>
  z.custom<Name>((value) => typeof value === "string" && Object.hasOwn(names, value));

export const isDeadlineNote = (name: string): name is DeadlineNote =>
  Object.hasOwn(noteNames, name);

const deadline = z.object({
  kind: z.enum(["date", "period", "recurrence", "continuous", "event", "none"]),
  dueOn: day.nullable(),
  boundary: z.enum(["before", "by"]).nullable(),
  window: z.object({ from: day, to: day }).nullable(),
  frequency: z.array(z.enum(["weekly", "monthly", "quarterly", "half-yearly", "yearly"])),
  phrase: z.string(),
  sure: z.number(),
  notes: z.array(oneOf(noteNames)),
  span: span.nullable(),
});

const target = z.object({
  metric: z.string(),
  operator: z.enum(["≥", ">", "≤", "<", "=", "range"]),
  value: z.number(),
  upTo: z.number().nullable(),
  unit: z.string(),
  level: z.string().nullable(),
  by: day.nullable(),
  baseline: z.string().nullable(),
  escalator: z
    .object({ step: z.number(), unit: z.string(), until: z.number().nullable() })
    .nullable(),
  phrase: z.string(),
  span,
});

export type DraftQuestion = Pick<Question, "about" | "phrase">;

/**
 * A draft as it stands in a review. `leadIds`: the agencies that a person chose, instead of the
 * names that the document gives; `reworded`: its text is no longer the document's own.
 */
export type ReviewDraft = Draft & {
  questions: readonly DraftQuestion[];
  leadIds: readonly number[] | null;
  reworded: boolean;
};

const draftSchema: z.ZodType<ReviewDraft> = z.object({
  clause: z.string(),
  text: z.string(),
  leads: z.array(z.string()),
  everyAgency: z.boolean(),
  leadSource: z.enum(["sentence", "heading", "distribution", "address", "nobody"]),
  leadSure: z.number(),
  coordinating: z.array(z.string()),
  deadline,
  targets: z.array(target),
  area: z.custom<ReformAreaCode>((value) => REFORM_AREAS.some(({ code }) => code === value)),
  dependsOn: z.array(z.string()),
  span,
  questions: z.array(z.object({ about: oneOf(aboutNames), phrase: z.string() })),
  leadIds: z.array(z.number()).nullable(),
  reworded: z.boolean(),
});

export const readHead = (json: unknown): DocumentHead => headSchema.parse(json);
export const readStoredDraft = (json: unknown): ReviewDraft => draftSchema.parse(json);

/** The drafts of a fresh reading, each with what is asked about it. */
export const reviewDrafts = ({ drafts, questions }: Reading): ReviewDraft[] =>
  drafts.map((draft, at) => ({
    ...draft,
    questions: questions
      .filter((question) => question.draft === at)
      .map(({ about, phrase }) => ({ about, phrase })),
    leadIds: null,
    reworded: false,
  }));

/** As JSON columns take it: plain values only. */
export const toJson = (value: DocumentHead | ReviewDraft): Prisma.InputJsonObject => value;
