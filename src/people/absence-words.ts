// What may follow /vangmat: whose leave, which days, who stands in, or that it ends.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { cutWords } from "#src/language/cut-words.ts";
import { type DaysFound, findDays } from "#src/language/day-range.ts";
import { fold, foldWithMap, originalSpan } from "#src/language/fold.ts";

export type AbsenceSaid = {
  /** It is to end. */
  ends: boolean;
  /** Whose, as typed; null: one's own. */
  owner: string | null;
  days: DaysFound[];
  /** Who stands in, as typed. */
  who: string | null;
};

const ENDS = /^(?:huy bo|huy|ket thuc|cham dut|bo|cancel|end|da ve|di lam lai)(?= |$)/;
const OWNER = /^(?:cua|cho|for)(?= |$)/;
const DOES = /\b(?:do|nho) (.+?) thay(?: the| giup)?(?! (?:boi|bang|la)\b)(?= |$)/;
const REPLACED =
  /\b(?:nguoi thay(?: the)?(?: la)?|thay(?: the)?(?: boi| bang| la)?|uy quyen cho|replaced by|substitute|by)(?= |:|$):?/;
const HANDLE = /(?:^| )@[a-z0-9_]{2,}/;
const ME = /^(toi|minh|me|myself)$/;

type Who = { before: string; who: string | null };

const trimmed = (text: string): string | null => {
  const left = text.replace(/^[\s,;:.–-]+|[\s,;:.–-]+$/gu, "");
  return left === "" ? null : left;
};

/** "do chị Lan thay": what stands between, verbatim. */
const takeBetween = (text: string): Who | null => {
  const whole = text.normalize("NFC");
  const folded = foldWithMap(whole);
  const found = DOES.exec(folded.text);
  if (found === null) return null;
  const [all, name = ""] = found;
  const at = found.index + all.indexOf(" ") + 1;
  const [from, to] = originalSpan(folded, at, at + name.length);
  const [start, end] = originalSpan(folded, found.index, found.index + all.length);
  const before = `${whole.slice(0, start)} ${whole.slice(end)}`;
  return { before, who: trimmed(whole.slice(from, to)) };
};

const takeWho = (text: string): Who => {
  const between = takeBetween(text);
  if (between !== null) return between;
  const replaced = cutWords(text, REPLACED);
  if (replaced !== null) return { before: replaced.before, who: trimmed(replaced.behind) ?? "" };
  const handle = cutWords(text, HANDLE);
  if (handle === null) return { before: text, who: null };
  const { before, behind, found } = handle;
  // "của @lan 24/11": whose, not who.
  if (OWNER.test(fold(before)) && !/\d/.test(before)) return { before: text, who: null };
  return { before: `${before} ${behind}`, who: trimmed(found[0] ?? "") };
};

/** "Mai" is a name as often as a day: alone it counts only where nothing else says when. */
const meant = (days: readonly DaysFound[], named: boolean): DaysFound[] => {
  const sure = days.filter(({ tokens }) => tokens > 1);
  return sure.length > 0 || named ? sure : [...days];
};

export const readAbsence = (
  args: string,
  today: CivilDate,
  calendar: WorkCalendar,
): AbsenceSaid => {
  const end = cutWords(args, ENDS);
  const { before, who } = takeWho(end === null ? args : end.behind);
  const owned = cutWords(before.trim(), OWNER);
  const text = owned === null ? before.trim() : owned.behind;
  const days = meant(findDays(text, today, calendar), owned !== null);
  const owner = owned === null ? null : trimmed(text.slice(0, days[0]?.start ?? text.length));
  const own = owner === null || ME.test(fold(owner));
  const said = { ends: end !== null, owner: own ? null : owner, days };
  // "24/11 chị Lan thay": the name stands between.
  if (who === "") return { ...said, who: trimmed(text.slice(days.at(-1)?.end ?? 0)) };
  if (who === null || days.length > 0) return { ...said, who };
  const behind = meant(findDays(who, today, calendar), true);
  return { ...said, days: behind, who: trimmed(who.slice(0, behind[0]?.start ?? who.length)) };
};
