// The duties of a document, in its order, and the areas that it gives out.
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import type { TimeContext } from "#src/language/time-reading.ts";
import { headingArea } from "./areas.ts";
import { readPassage } from "./clauses.ts";
import { type Distribution, noteGivenAreas } from "./distribution.ts";
import type { Duty } from "./duty.ts";
import { areasNamed } from "./headings.ts";
import { handDown, type Inherited, NOTHING_INHERITED, ownFields } from "./inheritance.ts";
import { dutiesOfItem, mayHoldDuties } from "./item-duties.ts";
import type { Lead } from "./leads.ts";
import type { Item } from "./outline.ts";
import { dutyOfRow } from "./row-duties.ts";
import { isSectionRow, type TableHead, tableHead } from "./table-rows.ts";

type Table = { head: TableHead; area: ReformAreaCode | null };

/** Reads an outline. @returns the duties in order, and the areas that the document gives out. */
export function dutiesOf(
  items: readonly Item[],
  context: TimeContext,
): { duties: Duty[]; distribution: Distribution } {
  const duties: Duty[] = [];
  const distribution = new Map<ReformAreaCode, Lead>();
  const inherited = new Map<Item, Inherited>();
  let address: Lead | null = null;
  let table: Table | null = null;

  const readRow = (item: Item): void => {
    const { paragraph } = item;
    const head = tableHead(paragraph);
    if (head !== null) table = { head, area: null };
    else if (table === null) return;
    else if (isSectionRow(paragraph, table.head)) {
      table = { ...table, area: areasNamed(paragraph.passage.text)[0] ?? table.area };
    } else {
      const duty = dutyOfRow(item, table.head, table.area ?? headingArea(item), context);
      if (duty !== null) duties.push(duty);
    }
  };

  for (const item of items) {
    if (item.paragraph.cells !== null) {
      readRow(item);
      continue;
    }
    const handed = item.parent === null ? undefined : inherited.get(item.parent);
    const above = handed ?? { ...NOTHING_INHERITED, lead: address };
    const { text } = item.paragraph.passage;
    const read = readPassage(text, item.from, context);
    const fields = ownFields(item, context);
    const own = handDown(item, read, fields, above, context);
    inherited.set(item, own);
    if (own.lead?.source === "address") address = own.lead;
    noteGivenAreas(distribution, text, read, own.lead);
    if (mayHoldDuties(item))
      duties.push(...dutiesOfItem({ item, read, fields, above, own, context }));
  }
  return { duties, distribution };
}
