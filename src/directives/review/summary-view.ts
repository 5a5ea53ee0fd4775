// A reading as a whole: the document, what was found in it, what is to be looked at, what can be
// done next.
import { shorten } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import {
  type Block,
  type Button,
  bold,
  list,
  paragraph,
  type Reply,
  type Run,
} from "#src/messages/reply.ts";
import { questionText } from "#src/messages/words/directive-questions.ts";
import * as words from "#src/messages/words/directives.ts";
import { doubtText } from "./doubt-text.ts";
import { isCertain, isOpen, isToLookAt } from "./doubts.ts";
import { CERTAIN } from "./draft-words.ts";
import { blanksOf } from "./head-blanks.ts";
import { formatDraft, formatReading } from "./reading-code.ts";
import { inReviewOrder, type Reviewed, type ReviewedDraft } from "./reviewed.ts";

const MOST_DOUBTS = 5;
const SHORT = 160;
const LONGEST_TITLE = 400;

export const countsOf = (drafts: readonly ReviewedDraft[]): words.ReadingCounts => {
  const kept = drafts.filter(({ status }) => status !== "dropped");
  return {
    all: kept.length,
    dated: kept.filter(({ draft }) => draft.deadline.dueOn !== null).length,
    recurring: kept.filter(({ draft }) => draft.deadline.kind === "recurrence").length,
    toLookAt: drafts.filter(isToLookAt).length,
    dropped: drafts.length - kept.length,
    registered: drafts.filter(({ status }) => status === "registered").length,
  };
};

const doubtLines = (language: Language, { reading, drafts }: Reviewed): Block[] => {
  const open = inReviewOrder(drafts).filter(isToLookAt);
  if (open.length === 0) return [];
  const items: Run[][] = open.slice(0, MOST_DOUBTS).map((one) => {
    const [first] = one.doubts;
    const code = formatDraft(reading.id, one.number);
    const why = first === undefined ? "" : `: ${shorten(doubtText(language, first), SHORT)}`;
    return [bold(code), ` (${words.clauseName(language, one.draft.clause)})${why}`];
  });
  const rest = open.length - items.length;
  const more = rest > 0 ? [paragraph(words.moreToLookAt(language, rest))] : [];
  return [paragraph(bold(`${words.titles(language).toLookAt}:`)), list(items), ...more];
};

const nextSteps = (language: Language, { reading, drafts }: Reviewed): Button[][] => {
  const code = formatReading(reading.id);
  const say = words.deeds(language);
  const order = inReviewOrder(drafts);
  const doubtful = order.filter(isToLookAt);
  const open = order.filter(isOpen);
  const certain = open.filter(isCertain);
  const drawnFrom = { of: "reading" as const, id: reading.id, version: reading.version };
  const first = doubtful[0] ?? order.find(({ status }) => status === "unseen") ?? order[0];
  const at = first === undefined ? code : formatDraft(reading.id, first.number);
  const looking: Button[] = [
    {
      label: doubtful.length > 0 ? say.lookAt(doubtful.length) : say.oneByOne,
      command: `/vanban ${at}`,
    },
  ];
  const taking: Button[] = [
    { label: say.list, command: `/vanban ${code} danh sách` },
    { label: say.sheet, command: `/vanban ${code} xlsx` },
  ];
  if (reading.status !== "open") return [looking, taking];
  // All of them only once nothing is left to look at: until then it would be refused.
  const register: Button[] =
    certain.length === 0
      ? []
      : [
          {
            label:
              doubtful.length > 0
                ? say.registerCertain(certain.length)
                : say.register(certain.length),
            command: `/duthao ${code} ${doubtful.length > 0 ? CERTAIN.words : "ghi nhận"}`,
            drawnFrom,
            style: "primary",
          },
        ];
  return [looking, taking, register].filter((row) => row.length > 0);
};

/** What the document says of itself, and what it leaves blank. */
const headBlocks = (language: Language, { reading }: Reviewed): Block[] => {
  const { head } = reading;
  const titles = words.titles(language);
  const named = (label: string, value: string | null): Block[] =>
    value === null ? [] : [paragraph(bold(`${label}: `), shorten(value, LONGEST_TITLE))];
  return [
    ...named(titles.title, head.title),
    ...named(titles.signer, head.signer),
    ...(reading.status === "open"
      ? blanksOf(head).map((about) => paragraph(questionText(language, { about, phrase: "" })))
      : []),
  ];
};

export const summaryReply = (language: Language, reviewed: Reviewed): Reply => {
  const { reading, drafts } = reviewed;
  const counts = countsOf(drafts);
  const done = counts.dropped + counts.registered > 0;
  const state =
    reading.status === "open" ? "" : ` · ${words.readingState(language, reading.status)}`;
  return {
    blocks: [
      paragraph(
        bold(`${formatReading(reading.id)} · ${words.documentName(language, reading.head)}`),
        state,
      ),
      ...headBlocks(language, reviewed),
      paragraph(words.counts(language, counts)),
      ...(done ? [paragraph(words.doneCounts(language, counts))] : []),
      ...doubtLines(language, reviewed),
      ...(blanksOf(reading.head).length > 0 && reading.status === "open"
        ? [paragraph(words.howToFillHead(language, formatReading(reading.id)))]
        : []),
    ],
    buttons: nextSteps(language, reviewed),
  };
};
