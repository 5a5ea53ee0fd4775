// One draft: the words of the document, how they were read, what is doubtful, and what can be done.
import { reformArea } from "#src/language/reform-area.ts";
import { shorten } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type Button, bold, paragraph, type Reply } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/directives.ts";
import { deadlineWhole, targetText } from "./deadline-view.ts";
import { doubtText, offeredLeads } from "./doubt-text.ts";
import { isOpen } from "./doubts.ts";
import { formatDraft, formatReading } from "./reading-code.ts";
import { inReviewOrder, type Reviewed, type ReviewedDraft } from "./reviewed.ts";

/** Together they stay one message of Telegram. */
const LONGEST_SOURCE = 1_400;
const LONGEST_TEXT = 800;
const LONGEST_NAMES = 300;

const line = (label: string, value: string): Block[] =>
  value === "" ? [] : [paragraph(bold(`${label}: `), value)];

/** Who leads, by the names of the document, with what they are called now. */
export const leadText = (language: Language, { draft, leads }: ReviewedDraft): string => {
  if (draft.leads.length === 0) return "";
  const said = draft.leads.map((name) => {
    const other = leads.readAs.find(({ phrase }) => phrase === name);
    return other === undefined ? name : words.nowCalled(language, name, other.name);
  });
  const names = said.join("; ");
  const count = leads.agencies.length;
  const isGroup = draft.everyAgency || count > draft.leads.length;
  return isGroup && count > 0 ? words.agencyCount(language, names, count) : names;
};

/** Who coordinates: agencies as they are called now, other words as they are written. */
export const coordinatingText = ({ coordinating: { agencies, kept } }: ReviewedDraft): string =>
  [...agencies.map(({ name }) => name), ...kept].join("; ");

const needsText = ({ reading, drafts }: Reviewed, { draft, id }: ReviewedDraft): string =>
  drafts
    .filter((other) => other.id !== id && draft.dependsOn.includes(other.draft.clause))
    .map(({ number, draft: { clause } }) => `${formatDraft(reading.id, number)} (${clause})`)
    .join(", ");

const drawn = ({ id, version }: ReviewedDraft) => ({ of: "draft" as const, id, version });

const deeds = (language: Language, code: string, one: ReviewedDraft): Button[][] => {
  const say = words.deeds(language);
  const drawnFrom = drawn(one);
  const deed = (label: string, ask: string): Button => ({
    label,
    command: `/duthao ${code} ${ask}`,
    drawnFrom,
  });
  if (one.status === "registered") return [];
  if (one.status === "dropped") return [[deed(say.restore, "lấy lại")]];
  const right: Button = { ...deed(say.right, "đúng"), style: "primary" };
  return [
    ...offeredLeads(one.doubts).map((name) => [deed(name, `cơ quan ${name}`)]),
    [right, deed(say.lead, "cơ quan"), deed(say.deadline, "hạn")],
    [deed(say.split, "tách"), deed(say.join, "gộp"), { ...deed(say.drop, "bỏ"), style: "danger" }],
  ];
};

const neighbours = (language: Language, { reading, drafts }: Reviewed, at: number): Button[] => {
  const order = inReviewOrder(drafts);
  const say = words.deeds(language);
  const to = (label: string, one: ReviewedDraft | undefined): Button[] =>
    one === undefined
      ? []
      : [{ label, command: `/vanban ${formatDraft(reading.id, one.number)}`, inPlace: true }];
  return [
    ...to(say.back, order[at - 1]),
    ...to(say.next, order[at + 1]),
    { label: say.summary, command: `/vanban ${formatReading(reading.id)}`, inPlace: true },
  ];
};

/** The card of a draft in its reading. */
export const draftCard = (language: Language, reviewed: Reviewed, one: ReviewedDraft): Reply => {
  const { reading, drafts } = reviewed;
  const { draft, asRead, status } = one;
  const titles = words.titles(language);
  const code = formatDraft(reading.id, one.number);
  const at = inReviewOrder(drafts).findIndex(({ id }) => id === one.id);
  const { clause } = draft;
  const place = words.place(language, at + 1, drafts.length, draft.span.line);
  const source = draft.reworded ? asRead.text : draft.text;
  return {
    blocks: [
      paragraph(
        bold(`${code} · ${words.clauseName(language, clause)}`),
        ` · ${words.statusName(language, status)} · ${place}`,
      ),
      ...line(titles.source, `“${shorten(source, LONGEST_SOURCE)}”`),
      ...(draft.reworded ? line(titles.content, shorten(draft.text, LONGEST_TEXT)) : []),
      ...line(titles.lead, shorten(leadText(language, one), LONGEST_NAMES)),
      ...line(titles.coordinating, shorten(coordinatingText(one), LONGEST_NAMES)),
      ...line(titles.deadline, deadlineWhole(language, draft.deadline)),
      ...line(
        titles.targets,
        shorten(
          draft.targets.map((target) => targetText(language, target)).join("; "),
          LONGEST_NAMES,
        ),
      ),
      ...line(titles.area, reformArea(draft.area).name),
      ...line(titles.needs, needsText(reviewed, one)),
      ...(isOpen(one)
        ? one.doubts.flatMap((doubt) => line(titles.question, doubtText(language, doubt)))
        : []),
      ...(isOpen(one) && reading.status === "open"
        ? [paragraph(words.howToEdit(language, code))]
        : []),
    ],
    buttons: [
      // What was dropped can be taken back even when all else of the document is registered.
      ...(reading.status === "dropped" ? [] : deeds(language, code, one)),
      neighbours(language, reviewed, at),
    ],
  };
};
