// What the headings above an item say of it: who leads, by when, who helps, and whether there are
// duties here at all.

import { agencyListAt } from "#src/language/agency-phrases.ts";
import { fold } from "#src/language/fold.ts";
import type { DeadlineMention } from "#src/language/mention.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { isWord, tokenize } from "#src/language/tokens.ts";
import type { ReadPassage } from "./clauses.ts";
import { spanOf } from "./clean-text.ts";
import { deadlineOf, deadlineOfPhrase, inherited } from "./draft-deadline.ts";
import { agenciesOfHeading } from "./headings.ts";
import { type LabelledField, labelledFields } from "./labelled-fields.ts";
import { handedDown, type Lead, leadOf } from "./leads.ts";
import type { Item } from "./outline.ts";
import type { DraftDeadline } from "./reading.ts";
import { addressedIn, subjectOf } from "./subjects.ts";

export type Inherited = {
  lead: Lead | null;
  deadline: DraftDeadline | null;
  coordinating: readonly string[];
};

export const NOTHING_INHERITED: Inherited = { lead: null, deadline: null, coordinating: [] };

const YEAR_HEADING =
  /^(?:muc tieu|muc tieu cu the|phan dau|chi tieu|nhiem vu|cac chi tieu|muc tieu phan dau|cac muc tieu)?(?: cu the| chu yeu| chung)? ?(?:den|den het|trong|giai doan|nam|quy|thang|truoc|6 thang|sau thang|nua|dot|tu)(?!\p{L})/u;

/** "Đến năm 2025:": a heading that is a date and hardly more. */
function isYearHeading(text: string, passage: ReadPassage, mention: DeadlineMention): boolean {
  let end = mention.next;
  while ([":", ".", ")", "-"].some((sign) => isWord(passage.source, end, sign))) end++;
  return text.length < 70 && end >= passage.source.tokens.length && YEAR_HEADING.test(fold(text));
}

function headingDeadline(
  item: Item,
  passage: ReadPassage,
  context: TimeContext,
): DraftDeadline | null {
  const mention = passage.mentions.find(
    ({ kind }) => kind === "due" || kind === "phase" || kind === "recurring",
  );
  if (mention === undefined || !item.heading) return null;
  const opens =
    /:\s*$/u.test(item.text) && (mention.kind === "due" || mention.kind === "recurring");
  if (!opens && !isYearHeading(item.text, passage, mention)) return null;
  const from = passage.source.tokens[mention.from]?.from ?? 0;
  const to = passage.source.tokens[mention.next - 1]?.to ?? from;
  const stated = {
    mention,
    phrase: item.paragraph.passage.raw.slice(from, to),
    read: item.paragraph.passage.text.slice(from, to),
    span: spanOf(item.paragraph.passage, from, to),
  };
  return inherited(deadlineOf(stated, context));
}

function headingLead(item: Item, passage: ReadPassage): Lead | null {
  const named = item.heading ? agenciesOfHeading(item.text) : null;
  if (named !== null) return leadOf(named.list, named.source, "heading");
  const [first] = passage.clauses;
  const subject =
    first === undefined
      ? null
      : (first.subject ??
        subjectOf(passage.source, first.firstToken, passage.source.tokens.length));
  if (subject !== null) return handedDown(leadOf(subject.list, passage.source, "sentence"));
  if (!/:\s*$/u.test(item.text)) return null;
  const addressed = addressedIn(passage.source);
  return addressed === null ? null : leadOf(addressed, passage.source, "address");
}

/** A field's words as agencies. */
export function fieldLead(text: string, { from, to }: LabelledField): Lead | null {
  const source = tokenize(text.slice(from, to));
  const list = agencyListAt(source, 0);
  return list === null ? null : leadOf(list, source, "sentence");
}

/** What an item hands down to all that stands under it. */
export function handDown(
  item: Item,
  passage: ReadPassage,
  above: Inherited,
  context: TimeContext,
): Inherited {
  const fields = ownFields(item);
  const lead = fields.lead ?? headingLead(item, passage) ?? above.lead;
  const deadline = fields.deadline(context) ?? headingDeadline(item, passage, context);
  const coordinating = fields.coordinating.length > 0 ? fields.coordinating : above.coordinating;
  return { lead, deadline: deadline ?? above.deadline, coordinating };
}

/** Whether an item only says something of the duty above it ("Đơn vị chủ trì: …"). */
export const isFieldItem = (item: Item): boolean => labelledFields(item.text)[0]?.labelFrom === 0;

/** Fields of an item: behind its own words, and on the lines under it. */
export function ownFields(item: Item) {
  const holders = [
    { text: item.text, at: item.from, passage: item.paragraph.passage },
    ...item.children
      .filter(isFieldItem)
      .map((child) => ({ text: child.text, at: child.from, passage: child.paragraph.passage })),
  ];
  let lead: Lead | null = null;
  let coordinating: readonly string[] = [];
  let deadline: {
    phrase: string;
    from: number;
    to: number;
    passage: Item["paragraph"]["passage"];
  } | null = null;
  for (const { text, at, passage } of holders) {
    for (const field of labelledFields(text)) {
      if (field.name === "lead") lead ??= fieldLead(text, field);
      else if (field.name === "coordinating")
        coordinating = fieldLead(text, field)?.names ?? coordinating;
      else if (field.name === "deadline" && field.to > field.from) {
        deadline ??= {
          phrase: text.slice(field.from, field.to),
          from: field.from + at,
          to: field.to + at,
          passage,
        };
      }
    }
  }
  const found = deadline;
  return {
    lead,
    coordinating,
    deadline: (context: TimeContext): DraftDeadline | null =>
      found === null
        ? null
        : {
            ...deadlineOfPhrase(found.phrase, spanOf(found.passage, found.from, found.to), context),
            phrase: found.passage.raw.slice(found.from, found.to),
          },
  };
}
