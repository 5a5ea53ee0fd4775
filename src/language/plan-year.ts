import { partsOf } from "#src/calendar/civil-date.ts";
import { lookBack } from "./around-token.ts";
import type { TimeContext } from "./time-reading.ts";
import { isWord, type Source } from "./tokens.ts";

const PLAN_VERBS = ["xây dựng", "lập", "ban hành", "tham mưu", "trình"];

/** "xây dựng kế hoạch … năm 2019": the year that the plan is for, where it follows the document's. */
export function planYearMention(source: Source, from: number, next: number, context: TimeContext) {
  const wanted = partsOf(context.today).year + 1;
  for (let at = from; at < next; at++) {
    if (!isWord(source, at, "năm") || source.tokens[at + 1]?.bare !== String(wanted)) continue;
    const plan = lookBack(source, at, 25, ["kế hoạch"]);
    const verb = PLAN_VERBS.some((word) => lookBack(source, at, 30, [word]));
    if (plan && verb) return { from: at, next: at + 2, year: wanted };
  }
  return null;
}
