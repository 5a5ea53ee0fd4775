// What may be said of a text that somebody else made: its beginning, up to where a value begins.
// Errors of databases, parsers and Telegram quote what they were given, and what they were given
// is what people wrote; ours say it behind a colon.

const LONGEST = 160;

/** Names of Telegram's refusals: what follows them is the reason, not a value. */
const REFUSAL =
  /\b(Bad Request|Forbidden|Conflict|Unauthorized|Not Found|Too Many Requests|Internal Server Error|Bad Gateway): /g;

/** A quotation, a colon, the end of the line. */
const VALUE = /["`“”«]|(?<!\w)'|: |[\n\r\t]/;

/** What we say in errors is English: anything else is somebody's words from its beginning. */
const FOREIGN = /[^\x20-\x7e]/;

/** The part of a text that holds no value; "…" stands for the rest. */
export const shownText = (text: string): string => {
  const plain = text.trim().replace(REFUSAL, "$1, ");
  const cut = plain.search(VALUE);
  const end = Math.min(cut === -1 ? plain.length : cut, LONGEST);
  const head = plain.slice(0, end);
  if (FOREIGN.test(head)) return "…";
  return end === plain.length ? plain : `${head.trimEnd()}…`;
};
