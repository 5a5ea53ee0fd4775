import type { MessageEntity } from "@grammyjs/types";
import { describe, expect, test } from "vitest";

import {
  type TextNode,
  textTree,
  wordsOf,
} from "#src/playground/client/conversation/content/text-tree.ts";

const entity = (
  type: MessageEntity.CommonMessageEntity["type"],
  offset: number,
  length: number,
): MessageEntity => ({ type, offset, length });

/** A tree as one line: bold[a italic[b]]. */
const told = (nodes: readonly TextNode[]): string =>
  nodes
    .map((node) =>
      typeof node === "string" ? node : `${node.entity.type}[${told(node.children)}]`,
    )
    .join("");

describe("A text with its entities", () => {
  test("without any is one text", () => {
    expect(told(textTree("Chào anh"))).toBe("Chào anh");
    expect(textTree("")).toEqual([]);
  });

  test("keeps what stands before, between and behind them", () => {
    const entities = [entity("bold", 2, 2), entity("italic", 6, 1)];
    expect(told(textTree("a bc d e f", entities))).toBe("a bold[bc] ditalic[ ]e f");
  });

  test("nests, whatever their order", () => {
    const entities = [entity("italic", 2, 3), entity("bold", 0, 7), entity("code", 3, 1)];
    expect(told(textTree("abcdefgh", entities))).toBe("bold[abitalic[ccode[d]e]fg]h");
  });

  test("counts UTF-16 units: an emoji is two", () => {
    expect(told(textTree("🏆 Hạng 1", [entity("bold", 3, 6)]))).toBe("🏆 bold[Hạng 1]");
  });

  test("that cover the same words stand inside each other", () => {
    const entities = [entity("bold", 0, 2), entity("underline", 0, 2)];
    expect(told(textTree("ab", entities))).toBe("bold[underline[ab]]");
  });

  test("that cross an edge are cut there, and no word is lost or doubled", () => {
    const entities = [entity("bold", 0, 4), entity("italic", 2, 4)];
    const tree = textTree("abcdefgh", entities);
    expect(told(tree)).toBe("bold[abitalic[cd]]italic[ef]gh");
    expect(wordsOf(tree)).toBe("abcdefgh");
  });

  test("that lie outside of the text are left out", () => {
    const entities = [entity("bold", 90, 3), entity("italic", 2, 90), entity("code", 1, 0)];
    expect(told(textTree("abcd", entities))).toBe("abitalic[cd]");
  });
});
