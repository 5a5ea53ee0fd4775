// Letters that are to be read, and none that steer what reads them. Every channel says words through
// this before its own escaping: what somebody typed must not move a cursor, colour or clear a screen,
// or turn the direction in which the words of others are read.

/**
 * Direction overrides, embeddings and isolates (marks of one letter's direction may stay), and what
 * Unicode says is no letter at all: spreadsheets call a file with one broken.
 */
const STEERING = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu;

/** Without control letters but line break and tab, and well-formed. */
export const plainLetters = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, "\n").replace(STEERING, "");
