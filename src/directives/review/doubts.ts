// What keeps a draft from being certain, and from being registered at all. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { LeadProblem, Resolved } from "./resolve-leads.ts";
import type { DraftQuestion, ReviewDraft } from "./stored-json.ts";

export type DraftState = "unseen" | "right" | "edited" | "dropped" | "registered";

export type Doubt =
  | { about: "lead"; problem: LeadProblem }
  | { about: "read-as"; phrase: string; name: string }
  | { about: "past"; due: CivilDate }
  | { about: "asked"; question: DraftQuestion }
  | { about: "unsure-lead" | "unsure-deadline" };

/** Below this a reading is shown as unsure. */
const SURE = 0.75;

const isAbout = (question: DraftQuestion, what: string): boolean => question.about.startsWith(what);

/** Everything about a draft that a person should look at, whatever was looked at before. */
export const doubtsOf = (draft: ReviewDraft, leads: Resolved, today: CivilDate): Doubt[] => {
  const { deadline, questions, leadSure, leadIds } = draft;
  const past = deadline.dueOn !== null && deadline.dueOn < today ? deadline.dueOn : null;
  const asked = questions.filter(
    (question) =>
      // Said below, as it stands in the register.
      !(leads.problems.length > 0 && isAbout(question, "lead")) &&
      !(
        leads.problems.some(({ kind }) => kind === "districts-ended") &&
        question.about === "district-level"
      ) &&
      !(past !== null && question.about === "deadline-past"),
  );
  const unsureLead = leadIds === null && leadSure < SURE && leads.problems.length === 0;
  const dated = deadline.kind !== "none";
  return [
    ...leads.problems.map((problem) => ({ about: "lead" as const, problem })),
    ...leads.readAs
      .filter(({ isSlip }) => isSlip)
      .map(({ phrase, name }) => ({ about: "read-as" as const, phrase, name })),
    ...(past === null ? [] : [{ about: "past" as const, due: past }]),
    ...asked.map((question) => ({ about: "asked" as const, question })),
    ...(unsureLead && !asked.some((one) => isAbout(one, "lead"))
      ? [{ about: "unsure-lead" as const }]
      : []),
    ...(dated && deadline.sure < SURE && past === null && asked.length === 0
      ? [{ about: "unsure-deadline" as const }]
      : []),
  ];
};

/** Nobody can be given it yet, whatever a person says about the rest. */
export const isUnassignable = ({ agencies, problems }: Resolved): boolean =>
  agencies.length === 0 || problems.length > 0;

type Stands = { status: DraftState; doubts: readonly Doubt[]; leads: Resolved };

/** It waits for somebody to look at it. */
export const isToLookAt = ({ status, doubts, leads }: Stands): boolean =>
  (status === "unseen" && doubts.length > 0) ||
  ((status === "right" || status === "edited") && isUnassignable(leads));

/** It is still to be registered or dropped. */
export const isOpen = ({ status }: Pick<Stands, "status">): boolean =>
  status !== "dropped" && status !== "registered";

/** It can be registered without anybody looking at it once more. */
export const isCertain = (draft: Stands): boolean => isOpen(draft) && !isToLookAt(draft);
