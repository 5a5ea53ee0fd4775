// A table as a table: header cells say of what, columns keep their side, and where it is wider
// than the message it scrolls by itself, its first column standing still.
import type { RichBlockTable, RichBlockTableCell } from "@grammyjs/types";
import { useLayoutEffect, useRef } from "preact/hooks";

import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { plainText } from "./plain.ts";
import { RichWords } from "./rich-words.tsx";
import { headCount } from "./table-head.ts";

function Cell({ cell, isHead }: { cell: RichBlockTableCell; isHead: boolean }) {
  const { text, align, valign, colspan, rowspan, is_header } = cell;
  const look = `${align} ${valign}${text === undefined ? " missing" : ""}`;
  const span = {
    ...(colspan === undefined ? {} : { colSpan: colspan }),
    ...(rowspan === undefined ? {} : { rowSpan: rowspan }),
  };
  const inside = <RichWords text={text} />;
  // An empty header cell would name its column "".
  if (!is_header || plainText(text).trim() === "") {
    return (
      <td class={look} {...span}>
        {inside}
      </td>
    );
  }
  return (
    <th class={look} scope={isHead ? "col" : "row"} {...span}>
      {inside}
    </th>
  );
}

const Rows = ({ rows, isHead }: { rows: RichBlockTableCell[][]; isHead: boolean }) =>
  rows.map((row, at) => (
    <tr key={`${at}`}>
      {row.map((cell, column) => (
        <Cell key={`${column}`} cell={cell} isHead={isHead} />
      ))}
    </tr>
  ));

/**
 * Only a box that scrolls is a stop for the keyboard, and only while it is near the window: the
 * tables of the whole history would stand between the header and the newest message.
 */
function useScrollStop() {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const measure = (isNear: boolean): void => {
      const scrolls = isNear && current.scrollWidth > current.clientWidth + 1;
      current.tabIndex = scrolls ? 0 : -1;
      current.classList.toggle("away", !isNear);
      if (isNear) current.classList.toggle("scrolls", scrolls);
    };
    const resized = new ResizeObserver(() => measure(true));
    const passed = (event: Event): void =>
      measure(!(event instanceof ContentVisibilityAutoStateChangeEvent && event.skipped));
    const row = current.closest(".row");
    resized.observe(current);
    row?.addEventListener("contentvisibilityautostatechange", passed);
    return () => {
      resized.disconnect();
      row?.removeEventListener("contentvisibilityautostatechange", passed);
    };
  }, []);
  return box;
}

export function RichTable({ block }: { block: RichBlockTable }) {
  const { cells, caption, is_bordered, is_striped, is_compact } = block;
  const box = useScrollStop();
  const head = headCount(cells);
  const look = [is_bordered && "bordered", is_striped && "striped", is_compact && "compact"];
  return (
    <figure class="table-box" ref={box} aria-label={plainText(caption).trim() || say(words.table)}>
      <table class={look.filter(Boolean).join(" ")}>
        {caption === undefined ? null : (
          <caption>
            <RichWords text={caption} />
          </caption>
        )}
        {head === 0 ? null : (
          <thead>
            <Rows rows={cells.slice(0, head)} isHead={true} />
          </thead>
        )}
        <tbody>
          <Rows rows={cells.slice(head)} isHead={false} />
        </tbody>
      </table>
    </figure>
  );
}
