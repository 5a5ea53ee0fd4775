import type { RichBlock } from "@grammyjs/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bold, details, heading, list, paragraph, type Reply, say } from "#src/messages/reply.ts";
import { parseRichHtml } from "#src/playground/text/rich-blocks.ts";
import { checkRichLimits } from "#src/playground/text/rich-limits.ts";
import { richPlainText } from "#src/playground/text/rich-walk.ts";
import { renderRich } from "#src/telegram/render-rich.ts";
import { anyReply, packed, wordsOf } from "./arbitrary.ts";

const read = (html: string): RichBlock[] =>
  parseRichHtml(html, () => {
    throw new Error("no media is ever sent so");
  });

const types = (block: RichBlock): string[] => [
  block.type,
  ...(block.type === "details" ? block.blocks.flatMap(types) : []),
];

describe("rich messages", () => {
  it("show tables, headings, lists and details", () => {
    const html = renderRich({
      blocks: [
        heading("Kết quả ", bold("tuần")),
        paragraph("một\nhai"),
        list([["mục"]]),
        {
          kind: "table",
          caption: "Sở, ban, ngành",
          header: ["Đơn vị", "Điểm"],
          align: ["left", "right"],
          rows: [['Sở <Y tế> & "bạn"', "92,50"]],
        },
        details("Cách tính", paragraph("đúng hạn ÷ đến hạn")),
      ],
    });
    expect(read(html ?? "")).toEqual([
      { type: "heading", size: 3, text: ["Kết quả ", { type: "bold", text: "tuần" }] },
      { type: "paragraph", text: "một\nhai" },
      { type: "list", items: [{ label: "•", blocks: [{ type: "paragraph", text: "mục" }] }] },
      {
        type: "table",
        is_bordered: true,
        is_striped: true,
        is_compact: true,
        caption: "Sở, ban, ngành",
        cells: [
          [
            { text: "Đơn vị", is_header: true, align: "left", valign: "middle" },
            { text: "Điểm", is_header: true, align: "right", valign: "middle" },
          ],
          [
            { text: 'Sở <Y tế> & "bạn"', align: "left", valign: "middle" },
            { text: "92,50", align: "right", valign: "middle" },
          ],
        ],
      },
      {
        type: "details",
        summary: "Cách tính",
        blocks: [{ type: "paragraph", text: "đúng hạn ÷ đến hạn" }],
      },
    ]);
  });

  it("are left to replies that gain by them, and that fit", () => {
    const table = (rows: number, columns = 2) => ({
      kind: "table" as const,
      header: Array<string>(columns).fill("a"),
      rows: Array.from({ length: rows }, () => Array<string>(columns).fill("b")),
    });
    expect(renderRich(say("chào"))).toBeNull();
    expect(renderRich({ blocks: [table(124)] })).not.toBeNull();
    expect(renderRich({ blocks: [table(500)] })).toBeNull();
    expect(renderRich({ blocks: [table(1, 21)] })).toBeNull();
    expect(renderRich({ blocks: [table(1), paragraph("ộ".repeat(32_768))] })).toBeNull();
  });

  it("keep hostile text as text, within Telegram's limits", () => {
    const ours = ["heading", "paragraph", "list", "table", "details"];
    fc.assert(
      fc.property(anyReply, (reply: Reply) => {
        const blocks: Reply["blocks"] = [...reply.blocks, details("cuối", paragraph("hết"))];
        const parsed = read(renderRich({ blocks }) ?? "");
        checkRichLimits(parsed);
        for (const type of parsed.flatMap(types)) expect(ours).toContain(type);
        const shown = packed(richPlainText(parsed));
        for (const words of wordsOf(reply)) expect(shown).toContain(packed(words));
      }),
      { numRuns: 300 },
    );
  });
});
