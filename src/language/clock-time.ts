import { cutWords } from "./cut-words.ts";

// 21:00, 21h, 21h30, 21 giờ 30 phút, 9h tối, 6.30 sáng; folded.
const CLOCK =
  /(?<![\d:])(\d{1,2})\s*(?::|h|g(?:io)?(?![a-z])|\.(?=\d{2}(?!\d)))\s*(\d{2}(?!\d))?(?:\s*p(?:hut)?(?![a-z]))?(?:\s*(sang|trua|chieu|toi|dem|am|pm)(?![a-z]))?/u;
const AT_A_CLOCK = new RegExp(`(?:\\b(?:vao )?(?:luc|at)\\s+)?${CLOCK.source}`, "u");
const LATER = new Set(["chieu", "toi", "dem", "pm"]);

const pad = (value: number): string => String(value).padStart(2, "0");

/** hh:mm of what was found; null where no clock shows it. */
const timeOf = ([, hours, minutes, part]: readonly (string | undefined)[]): string | null => {
  const typed = Number(hours);
  const hour = part !== undefined && LATER.has(part) && typed < 12 ? typed + 12 : typed;
  const minute = Number(minutes ?? 0);
  return hour < 24 && minute < 60 ? `${pad(hour)}:${pad(minute)}` : null;
};

/** The first time of day ("lúc 9h30"), with what stands before and behind it, verbatim. */
export const findClockTime = (
  text: string,
): { time: string; before: string; behind: string } | null => {
  const cut = cutWords(text, AT_A_CLOCK);
  const time = cut === null ? null : timeOf(cut.found);
  return cut === null || time === null ? null : { time, before: cut.before, behind: cut.behind };
};
