// The same document as other programs would write it: other spaces, other line breaks, another
// Unicode form. None of it may change what is read.
import type { Random } from "#src/sample/random.ts";

/** What begins a line as a bullet does: a break before it would say something else. */
const LIKE_A_BULLET =
  /^(?:[-+*•·–—|]|\(?\p{L}{1,2}[.)](?:\s|$)|\(?\d{1,3}(?:\.\d+)*[.)](?:\s|$)|[IVXLC]+[.)]|(?:Điều|Phần|Chương|Mục|Phụ lục)\s)/u;

const SHORTEST_SENTENCE = 60;
const FEWEST_WORDS = 3;
const SPACES = ["  ", "\t", "\u00a0", " \u00a0 ", "   "];

/** Two or more spaces in a row are columns of a letterhead: what is laid out stays as it is. */
const isLaidOut = (line: string): boolean => /\S(?:\s{2,}|\t)\S/.test(line);
const isSentence = (line: string): boolean =>
  line.length >= SHORTEST_SENTENCE && !line.startsWith("|") && !isLaidOut(line);

/** Some spaces wider, tabs, not to be broken at; some at the ends of lines. */
export const respaced = (text: string, random: Random): string =>
  text
    .split("\n")
    .map((line) => {
      if (line.trim() === "" || isLaidOut(line)) return line;
      const inner = line.replace(/(?<=\S) (?=\S)/g, () =>
        random.next() < 0.2 ? random.pick(SPACES) : " ",
      );
      return random.next() < 0.3 ? `${inner} ` : inner;
    })
    .join("\n");

const brokenLine = (line: string, random: Random): string => {
  const words = line.split(" ");
  const lines: string[][] = [];
  let wanted = 0;
  words.forEach((word, at) => {
    const rest = words.slice(at).join(" ");
    const last = lines.at(-1);
    const enough = last !== undefined && last.length >= wanted && words.length - at >= FEWEST_WORDS;
    // What stands on a line of its own behind a sentence, or behind "1.4. Sở Tư pháp:", may be a
    // paragraph.
    const ended = /[.:;!?]$/u.test(words[at - 1] ?? "");
    if (last !== undefined && (ended || !(enough && !LIKE_A_BULLET.test(rest)))) {
      last.push(word);
      return;
    }
    lines.push([word]);
    wanted = random.whole(FEWEST_WORDS, 15);
  });
  return lines.map((each) => each.join(" ")).join("\n");
};

/** Sentences broken over lines at any space within them, never before what would look like a bullet. */
export const rebroken = (text: string, random: Random): string =>
  text
    .split("\n")
    .map((line) => (isSentence(line) ? brokenLine(line, random) : line))
    .join("\n");

export const decomposed = (text: string): string => text.normalize("NFD");
