/** What Zalo takes in one message, and so what a text-only channel has to live with. */
export const LONGEST_MESSAGE = 2_000;

/** Where a line that is too long by itself is cut: after the last space that fits. */
const cutOf = (line: string, limit: number): number => {
  const space = line.lastIndexOf(" ", limit);
  if (space > 0) return space;
  // Never between the two halves of a character outside the basic plane.
  const code = line.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
};

const shortLines = (line: string, limit: number): string[] => {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > limit) {
    const cut = cutOf(rest, limit);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
};

/** Messages of at most `limit` characters, divided at the ends of lines. */
export const splitText = (text: string, limit: number = LONGEST_MESSAGE): string[] => {
  const messages: string[] = [];
  let message: string | undefined;
  for (const line of text.split("\n").flatMap((each) => shortLines(each, limit))) {
    const longer: string = message === undefined ? line : `${message}\n${line}`;
    if (longer.length <= limit) {
      message = longer;
      continue;
    }
    if (message !== undefined) messages.push(message);
    message = line;
  }
  if (message !== undefined) messages.push(message);
  return messages.map((each) => each.replace(/^\n+|\s+$/g, "")).filter((each) => each !== "");
};
