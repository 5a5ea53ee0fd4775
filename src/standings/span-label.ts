// How a window is headed: "Tuần 47 (16/11/2026 – 22/11/2026)".
import { isoWeek, quarterOf } from "#src/calendar/civil-date.ts";
import type { Window } from "#src/calendar/periods.ts";
import type { Language } from "#src/messages/language.ts";
import * as words from "#src/messages/words/standings.ts";
import type { Span } from "./ranking.ts";

// Quarters are written in Roman figures in Vietnamese documents.
const ROMAN = { 1: "I", 2: "II", 3: "III", 4: "IV" } as const;

export function spanLabel(language: Language, span: Span, window: Window): string {
  switch (span) {
    case "ytd":
      return words.yearToDateLabel(language, window);
    case "week":
      return words.weekLabel(language, window, isoWeek(window.from).week);
    case "month":
      return words.monthLabel(language, window);
    case "quarter":
      return words.quarterLabel(language, window, ROMAN[quarterOf(window.from)]);
    case "year":
      return words.yearLabel(language, window);
  }
}
