// The duty in a row of an appendix table.
import { agencyListAt } from "#src/language/agency-phrases.ts";
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { tokenize } from "#src/language/tokens.ts";
import { areaOfWords } from "./areas.ts";
import { spanOf } from "./clean-text.ts";
import { deadlineOfPhrase, NO_DEADLINE } from "./draft-deadline.ts";
import type { Duty } from "./duty.ts";
import { type Lead, leadOf, NOBODY } from "./leads.ts";
import type { Item } from "./outline.ts";
import { type Column, cellOf, cellText, type TableHead } from "./table-rows.ts";
import { targetsIn } from "./targets-in.ts";

function leadIn(item: Item, head: TableHead, column: Column): Lead | null {
  const cell = cellOf(item.paragraph, head, column);
  if (cell === null) return null;
  const source = tokenize(cellText(item.paragraph, cell));
  const list = agencyListAt(source, 0);
  return list === null ? null : leadOf(list, source, "sentence");
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
    due === null
      ? NO_DEADLINE
      : {
          ...deadlineOfPhrase(cellText(row, due), spanOf(passage, due.from, due.to), context),
          phrase: passage.raw.slice(due.from, due.to),
        };
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
    area: area ?? areaOfWords(cellText(row, content)),
    headingArea: area,
    span: spanOf(passage, content.from, end),
  };
}
