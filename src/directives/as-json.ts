// A reading in the JSON that `dondoc read` prints: names instead of codes, questions as sentences.
import { type ReformArea, reformArea } from "#src/language/reform-area.ts";
import { questionText } from "#src/messages/words/directive-questions.ts";
import type { Citation, Draft, DraftTarget, Question, Reading, Span } from "./reading.ts";

type Place = Pick<Span, "line" | "endLine">;

export type CitationJson = Omit<Citation, "span"> & { source: Place };

export type TargetJson = Omit<DraftTarget, "span">;

export type DraftJson = Omit<
  Draft,
  "leadSource" | "leadSure" | "deadline" | "targets" | "area" | "span"
> & {
  deadline: Omit<Draft["deadline"], "span"> & { source: Place | null };
  targets: readonly TargetJson[];
  /** By its Vietnamese name. */
  area: ReformArea["name"];
  source: Span;
};

export type ReadingJson = {
  language: Reading["language"];
  document: Omit<Reading["document"], "cited"> & { cited: readonly CitationJson[] };
  drafts: readonly DraftJson[];
  questions: readonly {
    clause: string | null;
    ask: string;
    about: Question["about"];
    draft: number | null;
  }[];
};

const place = ({ line, endLine }: Span): Place => ({ line, endLine });

const draftJson = (draft: Draft): DraftJson => {
  const { clause, text, leads, everyAgency, coordinating, dependsOn, area } = draft;
  const { kind, dueOn, boundary, frequency, phrase, sure, window, notes, span } = draft.deadline;
  return {
    ...{ clause, text, leads, everyAgency, coordinating },
    deadline: {
      ...{ kind, dueOn, boundary, frequency, phrase, sure, window, notes },
      source: span === null ? null : place(span),
    },
    targets: draft.targets.map(({ span: _span, ...target }) => target),
    area: reformArea(area).name,
    dependsOn,
    source: draft.span,
  };
};

/** The same reading always gives the same JSON; `ask` is Vietnamese, as the document is. */
export const readingJson = ({ language, document, drafts, questions }: Reading): ReadingJson => ({
  language,
  document: {
    ...document,
    cited: document.cited.map(({ span, ...cited }) => ({ ...cited, source: place(span) })),
  },
  drafts: drafts.map(draftJson),
  questions: questions.map(({ clause, about, phrase, draft }) => ({
    clause,
    ask: questionText("vi", { about, phrase }),
    about,
    draft,
  })),
});
