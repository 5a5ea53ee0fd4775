// Replies as nobody would write them.
import fc from "fast-check";
import type { Block, Reply, Run } from "#src/messages/reply.ts";
import { textOfRun } from "#src/telegram/escape.ts";

const markup = fc.constantFrom(
  "<b>",
  "</b>",
  "</pre>",
  "</blockquote>",
  '<a href="tg://user?id=1">x</a>',
  "&lt;",
  "&amp;lt;",
  "&#60;",
  "&",
  "<",
  ">",
  '"',
  "'",
  "<!--",
  "</td>",
  "</p>",
  "<br/>",
  "\n",
  " ",
  "</li></ul>",
  "`",
  "*",
  "\\",
);

/** Text that would like to be markup. */
export const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(markup, fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 12 })
  .map((parts) => parts.join(""));

const run: fc.Arbitrary<Run> = fc.oneof(
  hostile,
  hostile.map((text) => ({ bold: text })),
  hostile.map((text) => ({ italic: text })),
  hostile.map((text) => ({ code: text })),
);
const runs = fc.array(run, { maxLength: 4 });

const table = fc.integer({ min: 1, max: 7 }).chain((columns) =>
  fc.record({
    kind: fc.constant("table" as const),
    caption: hostile,
    header: fc.array(hostile, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(hostile, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
  }),
);

const simple: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), runs }),
  fc.record({ kind: fc.constant("paragraph" as const), runs }),
  fc.record({
    kind: fc.constant("list" as const),
    items: fc.array(fc.record({ runs }), { maxLength: 4 }),
  }),
  table,
);

const block: fc.Arbitrary<Block> = fc.oneof(
  simple,
  fc.record({
    kind: fc.constant("details" as const),
    summary: hostile,
    blocks: fc.array(simple, { maxLength: 3 }),
  }),
);

export const anyReply: fc.Arbitrary<Reply> = fc.record({
  blocks: fc.array(block, { maxLength: 8 }),
});

/** Without white space: how it is set is the renderer's business. */
export const packed = (text: string): string => text.normalize("NFC").replace(/\s+/g, "");

const blockWords = (one: Block): string[] => {
  switch (one.kind) {
    case "heading":
    case "paragraph":
      return one.runs.map(textOfRun);
    case "list":
      return one.items.flatMap((item) => item.runs.map(textOfRun));
    case "table":
      return [one.caption ?? ""];
    case "details":
      return [one.summary, ...one.blocks.flatMap(blockWords)];
  }
};

/** Stretches of text that must be found again, each in one piece. */
export const wordsOf = (reply: Reply): string[] => reply.blocks.flatMap(blockWords);
