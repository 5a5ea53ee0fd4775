// By which document, and from which day.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { readDate } from "#src/language/dates.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import type { Order, OrderProblem } from "./order.ts";
import { isDayOfSigning, type OrderText, type Today } from "./order-text.ts";

export const readDecision = (text: OrderText, { today }: Today) => {
  const problems: OrderProblem[] = [];
  if (text.decision === null) return { decision: null, problems };
  const found = readDocumentRef(text.decision, today);
  if (found === null) return { decision: null, problems };
  const { number, date } = found;
  if (date === null) problems.push({ kind: "undated decision", number });
  else if (date > today) problems.push({ kind: "future decision", date });
  const isFine = date !== null && date <= today;
  return { decision: isFine ? { number, date } : null, problems };
};

export const readEffective = (
  text: OrderText,
  decision: Order["decision"],
  { today, calendar }: Today,
): { effectiveOn: CivilDate | null; problems: OrderProblem[] } => {
  const phrase = text.effective;
  if (phrase === null) return { effectiveOn: null, problems: [] };
  // Until the decision is known its day is not; that is asked first.
  if (isDayOfSigning(phrase)) return { effectiveOn: decision?.date ?? null, problems: [] };
  const read = readDate(phrase, today, calendar);
  if (read?.kind === "date") return { effectiveOn: read.due, problems: [] };
  const nearest = read?.kind === "impossible" ? read.nearest : null;
  return { effectiveOn: null, problems: [{ kind: "unclear day", phrase, nearest }] };
};
