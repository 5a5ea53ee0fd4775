// What the headings above an item say of it: who leads, by when, who helps, and whether there are
// duties here at all.

import { fold } from "#src/language/fold.ts";
import type { DeadlineMention } from "#src/language/mention.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { isWord } from "#src/language/tokens.ts";
import type { ReadPassage } from "./clauses.ts";
import { deadlineOf, deadlineOfStretch, inherited, stretchAt } from "./draft-deadline.ts";
import { agenciesOfHeading } from "./headings.ts";
import { labelledFields } from "./labelled-fields.ts";
import { handedDown, type Lead, leadOf, leadOfWords } from "./leads.ts";
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
  const { from, next } = mention;
  const stretch = stretchAt(item.paragraph.passage, passage.source, from, next);
  return inherited(deadlineOf({ mention, ...stretch }, context));
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

/** What an item hands down to all that stands under it. */
export function handDown(
  item: Item,
  passage: ReadPassage,
  fields: Inherited,
  above: Inherited,
  context: TimeContext,
): Inherited {
  const lead = fields.lead ?? headingLead(item, passage) ?? above.lead;
  const deadline = fields.deadline ?? headingDeadline(item, passage, context);
  const coordinating = fields.coordinating.length > 0 ? fields.coordinating : above.coordinating;
  return { lead, deadline: deadline ?? above.deadline, coordinating };
}

/** Whether an item only says something of the duty above it ("Đơn vị chủ trì: …"). */
export const isFieldItem = (item: Item): boolean => labelledFields(item.text)[0]?.labelFrom === 0;

/** What an item says of its duty beside its words: behind them, and on the lines under it. */
export function ownFields(item: Item, context: TimeContext): Inherited {
  const fields: { -readonly [Key in keyof Inherited]: Inherited[Key] } = { ...NOTHING_INHERITED };
  for (const { text, from: start, paragraph } of [item, ...item.children.filter(isFieldItem)]) {
    for (const { name, from, to } of labelledFields(text)) {
      const said =
        name === "lead" || name === "coordinating" ? leadOfWords(text.slice(from, to)) : null;
      if (name === "lead") fields.lead ??= said;
      else if (name === "coordinating") fields.coordinating = said?.names ?? fields.coordinating;
      else if (name === "deadline" && to > from) {
        fields.deadline ??= deadlineOfStretch(paragraph.passage, start + from, start + to, context);
      }
    }
  }
  return fields;
}
