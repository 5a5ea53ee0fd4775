// What the secretariat is asked about a reading: what is missing, and what is not sure.
import { DISTRICTS_END } from "#src/agencies/groups-addressed.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { fold } from "#src/language/fold.ts";
import type { DocumentHead, Draft, Question, QuestionAbout } from "./reading.ts";

const DISTRICTS = /(?:^| )(?:huyen|thi xa|cap huyen|thi tran|(?<!co )quan,)(?![a-z])/u;
const UNSURE_LEAD = 0.75;
const UNSURE_DEADLINE = 0.65;

function headQuestions({ number, issuer, issuedOn }: DocumentHead): Question[] {
  const missing: [QuestionAbout, boolean][] = [
    ["number", number === null],
    ["issuer", issuer === null],
    ["date", issuedOn === null],
  ];
  return missing
    .filter(([, asked]) => asked)
    .map(([about]) => ({ draft: null, clause: null, about, phrase: "" }));
}

function aboutDeadline({ deadline, targets }: Draft): [QuestionAbout, string][] {
  const { notes, phrase, sure, kind } = deadline;
  const asked: [QuestionAbout, string][] = [];
  if (notes.includes("no-such-day")) asked.push(["no-such-day", phrase]);
  else if (notes.includes("no-frequency")) asked.push(["frequency", phrase]);
  else if (notes.includes("already-past")) asked.push(["deadline-past", phrase]);
  else if (notes.includes("by-phases")) asked.push(["phases", phrase]);
  else if (kind === "event") asked.push(["event", phrase]);
  else if (kind !== "none" && sure < UNSURE_DEADLINE) asked.push(["deadline-unsure", phrase]);
  else if (kind === "none" && phrase !== "" && sure < UNSURE_DEADLINE)
    asked.push(["deadline-unsure", phrase]);
  const growing = targets.find(({ escalator }) => escalator !== null);
  if (growing !== undefined) asked.push(["escalator", growing.phrase]);
  return asked;
}

function aboutLead({ leads, leadSure }: Draft, at: CivilDate): [QuestionAbout, string][] {
  const [lead] = leads;
  if (lead === undefined) return [["lead-missing", ""]];
  if (at >= DISTRICTS_END && DISTRICTS.test(fold(lead))) return [["district-level", lead]];
  return leadSure < UNSURE_LEAD ? [["lead-unsure", lead]] : [];
}

/** Questions in the order of the document; its own blanks first. Pure. */
export const questionsOf = (
  document: DocumentHead,
  drafts: readonly Draft[],
  at: CivilDate,
): Question[] => [
  ...headQuestions(document),
  ...drafts.flatMap((draft, place) =>
    [...aboutLead(draft, at), ...aboutDeadline(draft)].map(([about, phrase]) => ({
      ...{ draft: place, clause: draft.clause, about, phrase },
    })),
  ),
];
