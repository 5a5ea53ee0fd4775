// Formatting that is an element of its own, in plain texts and in rich ones.
const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  subscript: "sub",
  superscript: "sup",
  marked: "mark",
} as const;

/** The element for a kind of formatting; undefined where it is more than an element. */
export const inlineTag = (type: string) =>
  Object.entries(TAGS).find(([name]) => name === type)?.[1];

/** Names of people, of chats, of subjects: shown, and nothing to follow. */
export const isMention = (type: string): boolean =>
  ["mention", "text_mention", "hashtag", "cashtag"].includes(type);
