import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bold, details, heading, list, paragraph, type Reply, say } from "#src/messages/reply.ts";
import { parseHtml } from "#src/playground/text/parse-html.ts";
import { lengthOf } from "#src/telegram/escape.ts";
import { renderHtml } from "#src/telegram/render-html.ts";
import { anyReply, hostile, packed, wordsOf } from "./arbitrary.ts";

const parse = (html: string) => parseHtml(html, () => undefined);
const only = (reply: Reply): string => {
  const parts = renderHtml(reply);
  expect(parts).toHaveLength(1);
  return parts[0] ?? "";
};

describe("plain HTML", () => {
  it("shows headings, paragraphs, lists and details", () => {
    const reply: Reply = {
      blocks: [
        heading("Việc của ", bold("STC")),
        paragraph("Hạn: ", { italic: "15/12/2026" }, " ", { code: "NV-012" }),
        list([["một & hai"], ["ba < bốn"]]),
        details("Thêm", paragraph("dòng"), list([["mục"]])),
        heading("Tiếp"),
      ],
    };
    expect(only(reply)).toBe(
      "<b>Việc của </b><b>STC</b>\n" +
        "Hạn: <i>15/12/2026</i> <code>NV-012</code>\n" +
        "• một &amp; hai\n• ba &lt; bốn\n" +
        "<blockquote expandable><b>Thêm</b>\ndòng\n• mục</blockquote>\n\n" +
        "<b>Tiếp</b>",
    );
  });

  it("sets a table in aligned columns that fit across a telephone", () => {
    const html = only({
      blocks: [
        {
          kind: "table",
          caption: "Tuần 47",
          header: ["Hạng", "Đơn vị", "Tỷ lệ"],
          align: ["right", "left", "right"],
          rows: [
            ["1", "Sở Nông nghiệp và Môi trường tỉnh", "92,50"],
            ["12", "Sở Y tế", "8,00"],
          ],
        },
      ],
    });
    expect(html).toBe(
      "<b>Tuần 47</b>\n<pre>" +
        [
          "Hạng  Đơn vị                   Tỷ lệ",
          "────  ───────────────────────  ─────",
          "   1  Sở Nông nghiệp và Môi    92,50",
          "      trường tỉnh",
          "  12  Sở Y tế                   8,00",
        ].join("\n") +
        "</pre>",
    );
    for (const line of parse(html).text.split("\n")) expect(lengthOf(line)).toBeLessThanOrEqual(36);
  });

  it("says a table of more than four columns row by row", () => {
    const reply: Reply = {
      blocks: [
        {
          kind: "table",
          header: ["Đơn vị", "Đúng hạn", "Quá hạn", "Chờ", "Không hạn"],
          rows: [["Sở <Y tế>", "4", "1", "", "2"]],
        },
      ],
    };
    expect(only(reply)).toBe("• <b>Sở &lt;Y tế&gt;</b>: Đúng hạn: 4 · Quá hạn: 1 · Không hạn: 2");
  });

  it.each([
    ["words too long for columns", ["a", "b"].map((cell) => cell.repeat(30))],
    ["rows too tall for columns", ["rà soát thủ tục hành chính ".repeat(8), "b"]],
  ])("says a table row by row that has %s", (_, cells) => {
    const html = only({ blocks: [{ kind: "table", header: ["Một", "Hai"], rows: [cells] }] });
    expect(html).toMatch(/^• <b>/);
    expect(html).toContain(`Hai: ${cells[1]}`);
  });

  it("cuts between blocks, and closes and opens again what is longer than a message", () => {
    const line = "Rà soát, công bố thủ tục hành chính. ".repeat(50);
    const parts = renderHtml({
      blocks: [
        paragraph(line),
        paragraph(line),
        paragraph(line),
        details("Thêm", ...Array(4).fill(paragraph(line))),
      ],
    });
    expect(parts.length).toBe(4);
    expect(parse(parts[0] ?? "").text).toBe(`${line}\n${line}`);
    for (const part of parts.slice(2)) {
      expect(part).toMatch(/^<blockquote expandable>.*<\/blockquote>$/s);
    }
    for (const part of parts) expect(lengthOf(parse(part).text)).toBeLessThanOrEqual(4096);
  });

  it("loses nothing of a paragraph that no message can hold", () => {
    const words = Array.from({ length: 3000 }, (_, at) => `từ${at}`).join(" ");
    const parts = renderHtml({ blocks: [paragraph("đầu ", bold(words))] });
    expect(parts.length).toBeGreaterThan(3);
    expect(packed(parts.map((part) => parse(part).text).join(""))).toBe(packed(`đầu ${words}`));
  });

  it("is no message at all where there are no words", () => {
    expect(renderHtml({ blocks: [] })).toEqual([]);
    expect(renderHtml(say("", " "))).toEqual([]);
  });

  it("keeps hostile text as text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text.trim() !== "");
        const read = renderHtml(say(text)).map(parse);
        expect(packed(read.map((part) => part.text).join(""))).toBe(packed(text));
        expect(read.flatMap(({ entities }) => entities)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never breaks, exceeds a message or lets markup in, whatever the reply", () => {
    const ours = ["bold", "italic", "code", "pre", "expandable_blockquote"];
    fc.assert(
      fc.property(anyReply, (reply) => {
        const parts = renderHtml(reply).map(parse);
        for (const { text, entities } of parts) {
          expect(lengthOf(text)).toBeLessThanOrEqual(4096);
          for (const { type } of entities) expect(ours).toContain(type);
        }
        const shown = packed(parts.map(({ text }) => text).join("\n"));
        for (const words of wordsOf(reply)) expect(shown).toContain(packed(words));
      }),
      { numRuns: 300 },
    );
  });
});
