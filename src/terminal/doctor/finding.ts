/** One thing that was looked at, and how to mend it where it is wrong. */
export type Finding =
  | { check: string; ok: true; what: string }
  | { check: string; ok: false; what: string; mend: string };

export const fine = (check: string, what: string): Finding => ({ check, ok: true, what });

export const wrong = (check: string, what: string, mend: string): Finding => ({
  check,
  ok: false,
  what,
  mend,
});

const FIRST = 8;

/** The first of many, and how many more there are. */
export const first = (items: readonly string[]): string =>
  items.length <= FIRST
    ? items.join(", ")
    : `${items.slice(0, FIRST).join(", ")} and ${items.length - FIRST} more`;

export const findingLine = (finding: Finding): string =>
  finding.ok
    ? `ok ${finding.check}: ${finding.what}`
    : `!! ${finding.check}: ${finding.what} – ${finding.mend}`;
