// The duties of one item of the outline that is running text.
import { fold } from "#src/language/fold.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { areaOfWords, headingArea } from "./areas.ts";
import { type ClauseGroup, groupClauses } from "./clause-groups.ts";
import type { ReadPassage } from "./clauses.ts";
import { spanOf } from "./clean-text.ts";
import { isReal } from "./draft-deadline.ts";
import type { Duty } from "./duty.ts";
import { groupDeadline } from "./group-deadline.ts";
import { agenciesOfHeading } from "./headings.ts";
import { type Inherited, isFieldItem } from "./inheritance.ts";
import { type Lead, leadOf, NOBODY } from "./leads.ts";
import type { Item } from "./outline.ts";
import type { Span } from "./reading.ts";
import { coordinatingIn, leadBehind } from "./subjects.ts";
import { targetsIn } from "./targets-in.ts";
import { isFormal, partAround, startsAsTask, tellsOnly } from "./what-is-a-duty.ts";

type ItemContext = {
  item: Item;
  read: ReadPassage;
  /** Beside its words: "Đơn vị chủ trì: …". */
  fields: Inherited;
  /** From the headings above. */
  above: Inherited;
  /** What it hands down itself. */
  own: Inherited;
  context: TimeContext;
};

/** Findings in the middle of a paragraph without a number. */
const TELLS_WITHIN = /(?:^|[.;] )(?:tuy nhien|ben canh do van|nguyen nhan)/u;
const OPENS_LIST = /(?:sau|như sau|sau đây|cụ thể|đó là)\s*:$/u;

/** Whether an item can hold duties of its own; headings of others cannot. */
export function mayHoldDuties(item: Item): boolean {
  if (item.parent !== null && isFieldItem(item)) return false;
  if (!item.heading) return true;
  if (item.children.some((child) => !isFieldItem(child))) return false;
  if (agenciesOfHeading(item.text) !== null || item.part !== null) return false;
  if (item.children.length > 0) return true;
  const long = item.text.split(" ").length >= 4;
  return long && startsAsTask(fold(item.text)) && !OPENS_LIST.test(item.text);
}

/** A paragraph without a number asks for something only under a heading, or if it says of whom. */
function asksUnnumbered(item: Item, above: Inherited, asks: boolean, isTask: boolean): boolean {
  const { parent } = item;
  const under =
    parent?.heading === true &&
    parent.part !== "background" &&
    (parent.clause !== "" || parent.part !== null || above.lead !== null);
  return asks || (under && isTask);
}

/** The lines of fields under a heading belong to its duty. */
function spanWithFields(item: Item, span: Span): Span {
  const end = item.heading
    ? item.children.filter(isFieldItem).at(-1)?.paragraph.passage
    : undefined;
  if (end === undefined) return span;
  return {
    ...span,
    to: end.ends.at(-1) ?? span.to,
    endLine: end.lineOf.at(-1) ?? span.endLine,
  };
}

function dutyOf(
  group: ClauseGroup,
  { item, read, fields, above, own, context }: ItemContext,
): Duty | null {
  const { passage, marker } = item.paragraph;
  const [first] = group.clauses;
  const last = group.clauses.at(-1);
  if (first === undefined || last === undefined) return null;
  const words = fold(passage.text.slice(first.from, last.to));
  const part = partAround(item);
  if (part === "background" || part === "closing" || tellsOnly(words)) return null;
  // "Căn cứ Kế hoạch này, các sở báo cáo …" asks; "Căn cứ Luật …;" gives a reason.
  if (isFormal(words) && !(marker !== null && group.subject !== null)) return null;

  const stated = groupDeadline(passage, read, group, context);
  const handed = own.deadline ?? above.deadline;
  const deadline = fields.deadline ?? (isReal(stated) ? stated : (handed ?? stated));
  const targets = targetsIn(passage, first.from, last.to, deadline);
  const found = group.subject?.list ?? leadBehind(read.source, first.firstToken, last.nextToken);
  const named = found === null ? null : leadOf(found, read.source, "sentence");
  const lead: Lead = fields.lead ?? named ?? (item.heading ? own.lead : above.lead) ?? NOBODY;

  const timed = isReal(stated) || stated.notes.includes("no-such-day");
  const isTask = startsAsTask(words);
  const area = headingArea(item);
  if (part === "goals" && targets.length === 0 && !isReal(deadline)) return null;
  if (part === "funding" && !timed && named === null) return null;
  if (marker === null && item.children.length === 0) {
    if (TELLS_WITHIN.test(words)) return null;
    const asks = named !== null || (timed && above.lead !== null);
    if (!asksUnnumbered(item, above, asks, isTask || isReal(deadline))) return null;
  }
  const says = isTask || timed || named !== null || targets.length > 0;
  if (!says && lead.source === "nobody" && area === null) return null;

  const coordinating = [
    ...fields.coordinating,
    ...coordinatingIn(read.source, first.firstToken, last.nextToken),
    ...(named === null ? above.coordinating : []),
  ].filter((name) => !lead.names.includes(name));
  return {
    clause: item.clause === "" ? "cuối" : item.clause,
    text: passage.raw.slice(first.from, last.to),
    lead,
    coordinating: [...new Set(coordinating)],
    deadline,
    targets,
    area: area ?? areaOfWords(words),
    headingArea: area,
    span: spanWithFields(item, spanOf(passage, first.from, last.to)),
  };
}

/** One duty for each group of clauses that asks for something. */
export const dutiesOfItem = (where: ItemContext): Duty[] =>
  groupClauses(where.item.paragraph.passage.text, where.read.clauses).flatMap(
    (group) => dutyOf(group, where) ?? [],
  );
