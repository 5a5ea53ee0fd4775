// What somebody answers to the order that was read back: "NV-003 sang Sở C; mã SCC; từ 01/12".
import { findTaskCodes } from "#src/language/task-code.ts";
import { allFolded, type FoldedMatch } from "./folded.ts";
import { type Column, type OrderText, type Today, takeTail } from "./order-text.ts";

const COLUMN = /^(ten|ma|loai|nhom)(?: cua)?\s+/g;
const COLUMNS: Record<string, Column> = { ten: "name", ma: "code", loai: "type", nhom: "group" };
const EQUALS = /\s*(?:[:=]|\s+la\s)\s*/g;
const REST = /^(?:viec )?(?:mac dinh|con lai|so con lai)(?:\s+(?:sang|ve|cho|la|giao))?\s*:?\s+/g;
const STAYS = /\s+(?:o lai|giu lai|giu nguyen|khong chuyen|o nguyen)(?:\s.*)?$/g;
const DROPPED = /^(?:bo|giu lai|giu|khong chuyen)\s+/g;
const OVER = /\s+(?:sang|ve|cho|qua|->|→)\s+/g;
const PERSON = /^(?:can bo|nguoi|ong|ba|dong chi|dc|anh|chi)\s+/g;

const last = (found: readonly FoldedMatch[]): FoldedMatch | undefined => found.at(-1);

const column = (text: OrderText, part: string): OrderText | null => {
  const [found] = allFolded(part, COLUMN);
  const field = COLUMNS[found?.groups[0] ?? ""];
  if (found === undefined || field === undefined) return null;
  const behind = part.slice(found.to).trim();
  const equals = last(allFolded(behind, EQUALS));
  const of = equals === undefined ? "" : behind.slice(0, equals.from).trim();
  const value = equals === undefined ? behind : behind.slice(equals.to).trim();
  if (value === "") return null;
  const others = text.columns.filter((one) => one.column !== field || one.of !== of);
  return { ...text, columns: [...others, { column: field, of, value }] };
};

const rest = (text: OrderText, part: string): OrderText | null => {
  const [found] = allFolded(part, REST);
  return found === undefined ? null : { ...text, rest: part.slice(found.to).trim() };
};

/** What was said before of the same tasks is replaced. */
const withMove = (text: OrderText, what: string, to: string): OrderText => {
  const codes = new Set(findTaskCodes(what).map(({ number }) => number));
  const moves = text.moves.flatMap((move) => {
    const before = findTaskCodes(move.what);
    if (before.length === 0) return move.what === what ? [] : [move];
    const left = before.filter(({ number }) => !codes.has(number));
    if (left.length === before.length) return [move];
    const kept = left.map(({ number }) => `NV-${number}`).join(", ");
    return left.length === 0 ? [] : [{ ...move, what: kept }];
  });
  return { ...text, moves: [...moves, { what, to }] };
};

const move = (text: OrderText, part: string): OrderText | null => {
  const [dropped] = allFolded(part, DROPPED);
  const [stays] = allFolded(part, STAYS);
  if (dropped !== undefined || stays !== undefined) {
    const what = part.slice(dropped?.to ?? 0, stays?.from ?? part.length).trim();
    return what === "" ? null : withMove(text, what, "");
  }
  const over = last(allFolded(part, OVER));
  if (over === undefined) return null;
  const said = part.slice(0, over.from).trim();
  const what = said.slice(allFolded(said, PERSON)[0]?.to ?? 0).trim();
  const to = part.slice(over.to).trim();
  return what === "" || to === "" ? null : withMove(text, what, to);
};

const tail = (text: OrderText, part: string, now: Today): OrderText | null => {
  const said = takeTail(part, now);
  if (said.decision === null && said.effective === null) return null;
  const left = said.rest.replace(/^[\s,;]*(?:theo)?[\s,;]*$/iu, "");
  if (left !== "") return null;
  return {
    ...text,
    decision: said.decision ?? text.decision,
    effective: said.effective ?? text.effective,
  };
};

const amendOne = (text: OrderText, part: string, now: Today): OrderText | null =>
  tail(text, part, now) ?? rest(text, part) ?? column(text, part) ?? move(text, part);

/** The order with what was typed laid over it; null where some part of that says nothing. */
export const amendOrder = (text: OrderText, typed: string, now: Today): OrderText | null => {
  const parts = typed.split(/[;\n]/).filter((part) => part.trim() !== "");
  let amended: OrderText | null = parts.length === 0 ? null : text;
  for (const part of parts) {
    amended = amended === null ? null : amendOne(amended, part.trim(), now);
  }
  return amended;
};
