// Puts a typed answer where the form waits for it.
import { readDate } from "#src/language/dates.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { findTaskCodes } from "#src/language/task-code.ts";
import { amendOrder } from "./amend-order.ts";
import { cutFolded } from "./folded.ts";
import type { OrderStep } from "./order.ts";
import {
  bareFunction,
  isDayOfSigning,
  type OrderText,
  type Today,
  takeTail,
} from "./order-text.ts";

const withTail = (text: OrderText, typed: string, now: Today) => {
  const { rest, decision, effective } = takeTail(typed, now);
  const taken = {
    ...text,
    decision: decision ?? text.decision,
    effective: effective ?? text.effective,
  };
  return { rest, taken };
};

const decisionOf = (text: OrderText, typed: string, now: Today): OrderText | null => {
  const tail = takeTail(typed, now);
  if (tail.decision !== null) {
    return { ...text, decision: tail.decision, effective: tail.effective ?? text.effective };
  }
  // Its number is known, and this is its day.
  const known = text.decision === null ? null : readDocumentRef(text.decision, now.today);
  const isDay = readDate(typed, now.today, now.calendar)?.kind === "date";
  if (known === null || !isDay) return null;
  const day = cutFolded(typed, /^ngay\s+/g) ?? typed;
  return { ...text, decision: `${known.number} ngày ${day}` };
};

const effectiveOf = (text: OrderText, typed: string, now: Today): OrderText | null => {
  const bare = cutFolded(typed, /^(?:co hieu luc|hieu luc|ke)?\s*(?:tu)?\s*(?:ngay)?\s+(?=\d)/g);
  const day = (bare ?? typed).trim();
  const isDay = isDayOfSigning(day) || readDate(day, now.today, now.calendar) !== null;
  return isDay ? { ...text, effective: day } : null;
};

/** The order with the answer in it; null where the answer says nothing to the question. */
export const fillOrder = (
  text: OrderText,
  step: OrderStep,
  typed: string,
  now: Today,
): OrderText | null => {
  switch (step) {
    case "from": {
      const { rest, taken } = withTail(text, typed, now);
      return rest === "" ? null : { ...taken, from: rest };
    }
    case "function":
      return { ...text, function: bareFunction(typed) };
    case "to": {
      if (findTaskCodes(typed).length > 0) return amendOrder(text, typed, now);
      const { rest, taken } = withTail(text, typed, now);
      const name = cutFolded(rest, /^(?:thanh|vao|sang|giao)\s+(?=so|ban|ubnd|van|thanh)/g) ?? rest;
      return name === "" ? null : { ...taken, to: name };
    }
    case "decision":
      return decisionOf(text, typed, now);
    case "effective":
      return effectiveOf(text, typed, now);
    default:
      return amendOrder(text, typed, now);
  }
};
