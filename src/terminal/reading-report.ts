// A reading of a directive for the operator: one paragraph a draft, what is unsure marked.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Draft, DraftDeadline, DraftTarget, Reading } from "#src/directives/reading.ts";
import { reformArea } from "#src/language/reform-area.ts";
import { plural } from "#src/messages/format.ts";
import { questionText } from "#src/messages/words/directive-questions.ts";
import { tidy } from "./text-columns.ts";

/** Below this a reading is marked. */
const SURE = 0.75;

const mark = (sure: number): string => (sure < SURE ? " (?)" : "");

const deadlineWords = ({ kind, dueOn, boundary, frequency, window }: DraftDeadline): string => {
  const day = dueOn ?? "no day yet";
  switch (kind) {
    case "date":
      return boundary === "before" ? `before ${day}` : `by ${day}`;
    case "period":
      return window === null ? `by ${day}` : `${window.from} to ${window.to}, by ${day}`;
    case "recurrence":
      return frequency.length === 0 ? "recurring, how often is not said" : frequency.join(", ");
    case "continuous":
      return "continuously";
    case "event":
      return "on an event, no day yet";
    case "none":
      return "no deadline";
  }
};

const deadlineLine = (deadline: DraftDeadline): string => {
  const { phrase, sure, notes } = deadline;
  const said = phrase === "" ? "" : ` “${phrase}”`;
  const noted = notes.length === 0 ? "" : ` [${notes.join(", ")}]`;
  return `${deadlineWords(deadline)}${mark(sure)}${said}${noted}`;
};

const targetLine = ({ operator, value, upTo, unit, level, by, escalator, phrase }: DraftTarget) => {
  const figure = upTo === null ? `${operator} ${value} ${unit}` : `${value} to ${upTo} ${unit}`;
  const { step, until } = escalator ?? { step: null, until: null };
  const more = [
    ...(level === null ? [] : [level]),
    ...(step === null ? [] : [`${step} more each year${until === null ? "" : ` until ${until}`}`]),
    ...(by === null ? [] : [`by ${by}`]),
  ];
  return `target ${[figure, ...more].join(", ")}: “${phrase}”`;
};

const who = ({ leads, everyAgency, leadSure }: Draft): string => {
  if (leads.length === 0) return "nobody is named (?)";
  return `${everyAgency ? "each of: " : ""}${leads.join("; ")}${mark(leadSure)}`;
};

const where = ({ span: { line, endLine } }: Draft): string =>
  line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`;

const paragraph = (draft: Draft, asked: readonly string[]): string[] => [
  "",
  `${draft.clause === "" ? "–" : draft.clause} · ${who(draft)} · ${deadlineLine(draft.deadline)}`,
  `  ${draft.text}`,
  ...(draft.coordinating.length > 0 ? [`  with ${draft.coordinating.join("; ")}`] : []),
  ...draft.targets.map((target) => `  ${targetLine(target)}`),
  ...(draft.dependsOn.length > 0 ? [`  needs the result of ${draft.dependsOn.join(", ")}`] : []),
  `  ${reformArea(draft.area).short} · ${where(draft)}`,
  ...asked.map((ask) => `  ? ${ask}`),
];

const head = ({ document }: Reading): string[] => {
  const { kind, number, issuer, issuedOn, title, signer } = document;
  const known = [kind, number, issuer, issuedOn, signer].filter((each) => each !== null);
  return [
    known.length === 0 ? "The document says nothing about itself." : known.join(" · "),
    ...(title === null ? [] : [title]),
  ];
};

/** The whole reading as lines of text. */
export const readingLines = (reading: Reading, at: CivilDate): string[] => {
  const { language, drafts, questions } = reading;
  if (language === "other") {
    return ["This is not the Vietnamese text of an office: nothing was read out of it."];
  }
  const dated = drafts.filter(({ deadline }) => deadline.dueOn !== null).length;
  const recurring = drafts.filter(({ deadline }) => deadline.kind === "recurrence").length;
  const askedOf = (place: number | null): string[] =>
    questions.filter(({ draft }) => draft === place).map((one) => questionText("en", one));
  const counts = [
    plural(drafts.length, "duty", "duties"),
    `${dated} with a day`,
    `${recurring} recurring`,
    plural(questions.length, "question"),
  ];
  return [
    ...head(reading),
    `Read as of ${at}: ${counts.join(", ")}. What is not certain is marked (?).`,
    ...askedOf(null).map((ask) => `? ${ask}`),
    ...drafts.flatMap((draft, place) => paragraph(draft, askedOf(place))),
  ].map(tidy);
};
