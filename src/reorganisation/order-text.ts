// The words of a decision that changes agencies, verbatim: what a form keeps between two messages.
import { z } from "zod";
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { readDate } from "#src/language/dates.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { allFolded, cutFolded } from "./folded.ts";

/** "NV-003, NV-007 sang Sở C", "giảm nghèo sang Sở C", "Lan sang Sở C"; `to` "" = stays. */
const moveText = z.object({ what: z.string(), to: z.string() });
const columns = ["name", "code", "type", "group"] as const;
/** "mã SNM": of the only new agency, or of the one that is named. */
const columnText = z.object({ column: z.enum(columns), of: z.string(), value: z.string() });

/** As a form holds it. */
export const orderTextShape = z.object({
  kind: z.enum(["rename", "merge", "split", "dissolve", "move_function"]),
  from: z.string(),
  to: z.string(),
  /** "vào": what takes over is there already. */
  into: z.boolean(),
  function: z.string(),
  decision: z.string().nullable(),
  effective: z.string().nullable(),
  /** Who takes what nobody else was named for, where the first one does not. */
  rest: z.string().nullable(),
  moves: z.array(moveText),
  columns: z.array(columnText),
});

export type OrderText = z.infer<typeof orderTextShape>;
export type Column = (typeof columns)[number];
export type ColumnText = z.infer<typeof columnText>;

export type Today = { today: CivilDate; calendar: WorkCalendar };

const KINDS: readonly [RegExp, SuccessionKind][] = [
  [/\bdoi ten\b|^(?:doi|rename)\b/g, "rename"],
  [/\b(?:hop nhat|sap nhap)\b|^(?:nhap|gop|merge)\b/g, "merge"],
  [/\b(?:chia tach|tach)\b|^(?:chia|split)\b/g, "split"],
  [/\bgiai the\b|\bket thuc hoat dong\b|^dissolve\b/g, "dissolve"],
  [/^(?:dieu )?chuyen(?: giao)?\b|^move\b/g, "move_function"],
];

/** The verb, wherever it stands, and the line without it; of two verbs the first. */
export const takeKind = (line: string): { kind: SuccessionKind; rest: string } | null => {
  const found = KINDS.flatMap(([pattern, kind]) => {
    const [at] = allFolded(line, pattern);
    return at === undefined ? [] : [{ kind, ...at }];
  }).sort((a, b) => a.from - b.from);
  const [first] = found;
  if (first === undefined) return null;
  const rest = `${line.slice(0, first.from)} ${line.slice(first.to)}`.replace(/\s+/g, " ").trim();
  return { kind: first.kind, rest };
};

const BY =
  /[\s,;(]*(?:\b(?:can cu|theo)\s*)?(?:\b(?:quyet dinh|qd|nghi quyet|nq|nghi dinh|nd|cong van|cv|thong bao|van ban)\s*)?(?:\bso\s*)?:?\s*$/g;
const SINCE =
  /(?:^|[\s,;(])(?:co )?(?:hieu luc(?: thi hanh)?(?: ke)?(?: tu)?|ke tu|tu)(?: ngay)?(?=\s|$)/g;
const BARE_DAY = /^(?:ky |de )?ngay (\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)(?!\d)/g;
const SIGNED = /^(?:ngay )?(?:ky|ban hanh)\b/;

/** Takes the document that orders it off the line. */
const takeDecision = (line: string, today: CivilDate) => {
  const found = readDocumentRef(line, today);
  if (found === null) return { rest: line, decision: null };
  const before = line.slice(0, found.from);
  const [by] = allFolded(before, BY);
  const lead = by === undefined || by.from === by.to ? before.length : by.from;
  // "ngay 3/11" without its accent, in a line that has accents elsewhere.
  const [bare] = found.date === null ? allFolded(line.slice(found.to), BARE_DAY) : [];
  const end = found.to + (bare?.to ?? 0);
  const rest = `${line.slice(0, lead)} ${line.slice(end)}`.replace(/\s+/g, " ").trim();
  const day = bare === undefined ? "" : ` ngày ${bare.groups[0]}`;
  return { rest, decision: `${line.slice(found.from, found.to).trim()}${day}` };
};

/** Takes "từ 01/12/2026" off the line: the last "từ" that a day follows. */
const takeEffective = (line: string, { today, calendar }: Today) => {
  for (const since of allFolded(line, SINCE).reverse()) {
    const [said = ""] = /^[^,;\n]*/.exec(line.slice(since.to)) ?? [];
    const day = said.trim();
    const isDay =
      readDate(day, today, calendar) !== null ||
      /^\d/.test(day) ||
      allFolded(day, new RegExp(SIGNED, "g")).length > 0;
    if (!isDay) continue;
    const rest = `${line.slice(0, since.from)} ${line.slice(since.to + said.length)}`;
    return { rest: rest.replace(/\s+/g, " ").trim(), effective: day };
  }
  return { rest: line, effective: null };
};

/** The decision and the day that a line names, and the line without them. */
export const takeTail = (
  line: string,
  now: Today,
): { rest: string; decision: string | null; effective: string | null } => {
  const { rest, decision } = takeDecision(line, now.today);
  const since = takeEffective(rest, now);
  return { rest: since.rest.replace(/[\s,;]+$/, ""), decision, effective: since.effective };
};

/** "từ ngày ký": the day of the decision itself. */
export const isDayOfSigning = (said: string): boolean =>
  allFolded(said, new RegExp(SIGNED, "g")).length > 0;

/** "trợ lý hủy 3" → 3. */
export const readCancel = (args: string): number | null => {
  const [found] = allFolded(args, /^(?:huy(?: bo)?|bo|cancel)\s*(?:so\s*)?#?(\d{1,9})$/g);
  return found === undefined ? null : Number(found.groups[0]);
};

/** "3", "số 3", "xem 3": one that is known. */
export const readNumber = (args: string): number | null => {
  const [found] = allFolded(args, /^(?:xem\s*)?(?:so\s*)?#?(\d{1,9})$/g);
  return found === undefined ? null : Number(found.groups[0]);
};

const unquoted = (said: string): string => said.replace(/^[\s"“”'«»:,]+|[\s"“”'«»:,]+$/gu, "");

/** Quotes and "chức năng", "lĩnh vực" before what moves say nothing. */
export const bareFunction = (said: string): string => {
  const bare = unquoted(said);
  const titled = /^(?:cac )?(?:chuc nang|linh vuc|nhiem vu|mang)(?: ve)?\s+/g;
  return unquoted(cutFolded(bare, titled) ?? bare);
};
