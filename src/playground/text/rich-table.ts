import type { RichBlockTable, RichBlockTableCell } from "@grammyjs/types";

import { cannotParse } from "../api-error.ts";
import { inlineText } from "./rich-inline.ts";
import type { RichNode } from "./rich-tree.ts";

/** A `<table>`: rows straight inside it, cells with inline text only. */
export function richTable({ attributes, children }: RichNode): RichBlockTable {
  const parts = children.filter((child) => typeof child !== "string");
  const caption = parts.find(({ name }) => name === "caption");
  const stray = parts.find(({ name }) => name !== "caption" && name !== "tr");
  if (stray)
    throw cannotParse(`Tag "${stray.name}" is not allowed here at byte offset ${stray.at}`);

  return {
    type: "table",
    cells: parts.filter(({ name }) => name === "tr").map(row),
    ...flag("is_bordered", "bordered" in attributes),
    ...flag("is_striped", "striped" in attributes),
    ...flag("is_compact", "compact" in attributes),
    ...(caption ? { caption: inlineText(caption.children) } : {}),
  };
}

const flag = <N extends string>(name: N, isSet: boolean) =>
  (isSet ? { [name]: true } : {}) as { [K in N]?: true };

function row({ children }: RichNode): RichBlockTableCell[] {
  return children
    .filter((child) => typeof child !== "string")
    .map((cell) => {
      if (cell.name !== "td" && cell.name !== "th") {
        throw cannotParse(`Tag "${cell.name}" is not allowed here at byte offset ${cell.at}`);
      }
      return tableCell(cell);
    });
}

function tableCell({ name, attributes, children }: RichNode): RichBlockTableCell {
  const { align, valign } = attributes;
  const colspan = Number(attributes.colspan ?? 1);
  const rowspan = Number(attributes.rowspan ?? 1);
  return {
    text: inlineText(children),
    ...flag("is_header", name === "th"),
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
    align: align === "center" || align === "right" ? align : "left",
    valign: valign === "top" || valign === "bottom" ? valign : "middle",
  };
}
