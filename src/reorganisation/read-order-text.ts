// Cuts what was typed after /sapxep into its parts; only where one name ends and the next begins
// is asked of the names that are known.
import { amendOrder } from "./amend-order.ts";
import { allFolded } from "./folded.ts";
import { type OrderText, type Today, takeKind, takeTail } from "./order-text.ts";
import { type Knows, splitLine } from "./split-line.ts";

const EXCEPT = /[\s,;]+(?:ngoai tru|tru|rieng)(?: (?:chuc nang|linh vuc))?\s+/g;

type Line = { main: string; parts: string[] };

/** "…; mã SNM; NV-003 sang Sở C": what stands behind a semicolon and says something of its own. */
const inParts = (typed: string): Line => {
  const [main = "", ...parts] = typed.normalize("NFC").split(/[;\n]/);
  return {
    main: main.trim(),
    parts: parts.map((part) => part.trim()).filter((part) => part !== ""),
  };
};

/** Null where no verb says what becomes of the agencies. */
export const readOrderText = (typed: string, now: Today, knows: Knows): OrderText | null => {
  const { main, parts } = inParts(typed);
  const [except] = allFolded(main, EXCEPT);
  const tail = takeTail(except === undefined ? main : main.slice(0, except.from), now);
  // The decision may stand behind the exceptions.
  const excepted = except === undefined ? null : takeTail(main.slice(except.to), now);
  const found = takeKind(tail.rest);
  if (found === null) return null;
  const { from, to, into, function: what } = splitLine(found.kind, found.rest, knows);
  let text: OrderText = {
    kind: found.kind,
    from,
    to,
    into,
    function: what,
    decision: tail.decision ?? excepted?.decision ?? null,
    effective: tail.effective ?? excepted?.effective ?? null,
    rest: null,
    moves: [],
    columns: [],
  };
  const more = [...(excepted?.rest.split(",") ?? []), ...parts];
  for (const part of more) {
    const amended = amendOrder(text, part, now);
    // A semicolon inside a list of names.
    if (amended === null) {
      text =
        text.to === ""
          ? { ...text, from: `${text.from}; ${part}` }
          : { ...text, to: `${text.to}; ${part}` };
    } else text = amended;
  }
  return text;
};
