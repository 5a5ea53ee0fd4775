// The duty in a row of an appendix table.
import { fold } from "#src/language/fold.ts";
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { areaOfWords } from "./areas.ts";
import { spanOf } from "./clean-text.ts";
import { deadlineOfStretch, NO_DEADLINE } from "./draft-deadline.ts";
import type { Duty } from "./duty.ts";
import { type Lead, leadOfWords, NOBODY } from "./leads.ts";
import type { Item } from "./outline.ts";
import { type Column, cellOf, cellText, type TableHead } from "./table-rows.ts";
import { targetsIn } from "./targets-in.ts";

function leadIn({ paragraph }: Item, head: TableHead, column: Column): Lead | null {
  const cell = cellOf(paragraph, head, column);
  return cell === null ? null : leadOfWords(cellText(paragraph, cell));
}

/** The duty of a row under a head; null where it says nothing to do. */
export function dutyOfRow(
  item: Item,
  head: TableHead,
  area: ReformAreaCode | null,
  context: TimeContext,
): Duty | null {
  const row = item.paragraph;
  const { passage } = row;
  const content = cellOf(row, head, "content");
  if (content === null) return null;
  const due = cellOf(row, head, "deadline");
  const deadline =
    due === null ? NO_DEADLINE : deadlineOfStretch(passage, due.from, due.to, context);
  const number = cellOf(row, head, "number");
  const within = item.clause === "" ? "" : `${item.clause}.`;
  const end = Math.max(content.to, ...(row.cells ?? []).map(({ to }) => to));
  return {
    clause: number === null ? item.clause || "bảng" : `${within}${cellText(row, number)}`,
    text: passage.raw.slice(content.from, content.to),
    lead: leadIn(item, head, "lead") ?? NOBODY,
    coordinating: leadIn(item, head, "coordinating")?.names ?? [],
    deadline,
    targets: targetsIn(passage, content.from, content.to, deadline),
    area: area ?? areaOfWords(fold(cellText(row, content))),
    headingArea: area,
    span: spanOf(passage, content.from, end),
  };
}
