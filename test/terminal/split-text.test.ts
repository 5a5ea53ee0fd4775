import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_MESSAGE, splitText } from "#src/terminal/split-text.ts";

describe("splitting a message", () => {
  it("leaves what fits as it is", () => {
    const text = `${"a".repeat(LONGEST_MESSAGE - 2)}\nb`;
    expect(splitText(text)).toEqual([text]);
  });

  it("divides at the ends of lines", () => {
    expect(splitText("một hai\nba\nbốn năm\nsáu", 10)).toEqual(["một hai\nba", "bốn năm", "sáu"]);
  });

  it("cuts a line that is too long after a word, and a word only where it must", () => {
    expect(splitText("aaa bbb ccc ddddddddddddddd", 10)).toEqual([
      "aaa bbb",
      "ccc",
      "dddddddddd",
      "ddddd",
    ]);
  });

  it("never goes beyond the limit and loses no word", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcđêốợỹ"), minLength: 1, maxLength: 12 });
    const words = fc.array(word, { minLength: 1, maxLength: 80 });
    const text = fc.tuple(words, fc.infiniteStream(fc.constantFrom(" ", "\n", "\n\n")));
    fc.assert(
      fc.property(text, ([typed, gaps]) => {
        const whole = typed.map((word) => word + gaps.next().value).join("");
        const messages = splitText(whole, 30);
        expect(Math.max(...messages.map((message) => message.length))).toBeLessThanOrEqual(30);
        expect(messages.join("\n").split(/\s+/)).toEqual(typed);
      }),
    );
  });

  it("never parts the halves of a character", () => {
    for (const message of splitText("😀".repeat(20), 7)) {
      expect(message.isWellFormed()).toBe(true);
    }
  });
});
