// No secret in any line, at whatever level: the finished line is searched for everything that
// looks like one, and for those that this process knows.
import { unescape as decoded } from "node:querystring";

type Mask = readonly [pattern: RegExp, instead: string];

/** At a border of words; in a finished line that may be an escape (`\n`). */
const BORDER = String.raw`(?:(?<![\w-])|(?<=\\[nrt]))`;

const masks: readonly Mask[] = [
  // Telegram's addresses hold the token right behind "bot".
  [/(\/bot)\d+(?::|%3A)[\w-]+/gi, "$1<token>"],
  [/(?<!\d)\d{5,}:[\w-]{20,}/g, "<token>"],
  // Up to the last @: a password may hold one.
  [/\b(postgres(?:ql)?:\/\/[^\s:@/"\\]*):[^\s"\\]*@/gi, "$1:<password>@"],
  [/\b(password\\?["']?\s*[=:]\s*\\?["']?)[^\s"'\\,&]+/gi, "$1<password>"],
  [/(\/start(?:@\w+)?(?:\s|\\[nrt]|\+|%20)+)[^\s"\\]+/gi, "$1<code>"],
  [/([?&]start(?:group)?=)[^\s"&\\]+/gi, "$1<code>"],
  // An invite code by itself (src/people/invites.ts): 24 bytes as base64url. A checksum in
  // hexadecimal and a name in capitals are none.
  [
    new RegExp(
      `${BORDER}(?=[\\w-]{0,31}[A-Z])(?=[\\w-]{0,31}[a-z])[A-Za-z0-9_-]{32}(?![\\w-])`,
      "g",
    ),
    "<code>",
  ],
];

/** Shorter ones ("postgres") are words of their own; in an address they are masked as such. */
const SHORTEST = 10;

/** A secret as it may be written: as it is, or of an address the password in it. */
const spellings = (secret: string): string[] => {
  const password = URL.canParse(secret) ? new URL(secret).password : secret;
  const plain = URL.canParse(secret) ? decoded(password) : secret;
  return [password, plain].filter(({ length }) => length >= SHORTEST);
};

/**
 * Makes what masks a line of text.
 * @param known Secrets of this process: token, webhook secret, an address with its password
 */
export const makeMask = (known: readonly string[] = []): ((line: string) => string) => {
  const exact = [...new Set(known.flatMap(spellings))];
  return (line) => {
    const without = exact.reduce((text, secret) => text.replaceAll(secret, "<secret>"), line);
    return masks.reduce((text, [pattern, instead]) => text.replace(pattern, instead), without);
  };
};
