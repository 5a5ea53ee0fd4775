import type { Message } from "@grammyjs/types";
import { describe, expect, it } from "vitest";

import { detectEntities } from "#src/playground/text/detect.ts";
import { ok, openStage, refusal } from "./stage.ts";

async function openDm() {
  const stage = await openStage();
  stage.lan.dm().say("/start");
  const send = (text: string, parse_mode?: string) =>
    stage.call("sendMessage", { chat_id: stage.lan.id, text, parse_mode });
  const entitiesOf = async (text: string, parse_mode?: string) => {
    const message = await ok<Message>(send(text, parse_mode));
    const entities = message.entities ?? [];
    return entities.map(({ type, offset, length }) => [
      type,
      message.text?.slice(offset, offset + length),
    ]);
  };
  return { ...stage, send, entitiesOf };
}

describe("HTML", () => {
  it("reads tags, with offsets in UTF-16 units", async () => {
    const { send, lan } = await openDm();
    const sent = await ok<Message>(
      send(
        "🐳 <b>đậm <i>nghiêng</i></b> <u>u</u> <s>s</s> <tg-spoiler>kín</tg-spoiler> &lt;5&gt; " +
          `<a href="tg://user?id=${lan.id}">Lan</a> <a href="https://chinhphu.vn">web</a>`,
        "HTML",
      ),
    );
    expect(sent.text).toBe("🐳 đậm nghiêng u s kín <5> Lan web");
    expect(sent.entities).toMatchObject([
      { type: "bold", offset: 3, length: 11 },
      { type: "italic", offset: 7, length: 7 },
      { type: "underline", offset: 15, length: 1 },
      { type: "strikethrough", offset: 17, length: 1 },
      { type: "spoiler", offset: 19, length: 3 },
      { type: "text_mention", offset: 27, length: 3, user: { id: lan.id } },
      { type: "text_link", offset: 31, length: 3, url: "https://chinhphu.vn" },
    ]);
  });

  it("reads code, quotations and times", async () => {
    const { send } = await openDm();
    const text =
      '<pre><code class="language-sql">select 1</code></pre><blockquote expandable>q</blockquote>' +
      '<tg-time unix="1800000000" format="wD">mai</tg-time>';
    expect((await ok<Message>(send(text, "HTML"))).entities).toEqual([
      { type: "pre", offset: 0, length: 8, language: "sql" },
      { type: "expandable_blockquote", offset: 8, length: 1 },
      { type: "date_time", offset: 9, length: 3, unix_time: 1_800_000_000, date_time_format: "wD" },
    ]);
  });

  it.each([
    ["<b>đậm", `Can't find end tag corresponding to start tag "b"`],
    ["điểm < 5", 'Unsupported start tag "" at byte offset 8'],
    ["ộ <table>", 'Unsupported start tag "table" at byte offset 4'],
    ["a</b>", "Unexpected end tag at byte offset 1"],
    ["<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ["a <b", "Unclosed start tag at byte offset 2"],
    ["<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])("refuses %s", async (text, reason) => {
    const { send } = await openDm();
    const answer = await refusal(send(text.includes("< 5") ? `${text}>` : text, "HTML"));
    expect(answer).toBe(`400 Bad Request: can't parse entities: ${reason}`);
  });
});

describe("MarkdownV2", () => {
  it("reads marks, links and escapes", async () => {
    const { entitiesOf } = await openDm();
    const text = "*đậm _nghiêng_* __gạch__ ~bỏ~ ||kín|| `a*b` [Cổng](https://x.vn/a) 1\\.5";
    expect(await entitiesOf(text, "MarkdownV2")).toEqual([
      ["bold", "đậm nghiêng"],
      ["italic", "nghiêng"],
      ["underline", "gạch"],
      ["strikethrough", "bỏ"],
      ["spoiler", "kín"],
      ["code", "a*b"],
      ["text_link", "Cổng"],
    ]);
  });

  it("refuses reserved signs and marks without end", async () => {
    const { send } = await openDm();
    expect(await refusal(send("điểm 1.5", "MarkdownV2"))).toBe(
      "400 Bad Request: can't parse entities: Character '.' is reserved and must be escaped " +
        "with the preceding '\\'",
    );
    expect(await refusal(send("ộ *đậm", "MarkdownV2"))).toBe(
      "400 Bad Request: can't parse entities: Can't find end of Bold entity at byte offset 4",
    );
  });
});

it("takes explicit entities and refuses those that reach past the end", async () => {
  const { call, lan } = await openDm();
  const send = (length: number) =>
    call("sendMessage", {
      chat_id: lan.id,
      text: "  đậm",
      entities: [{ type: "bold", offset: 2, length }],
    });
  expect((await ok<Message>(send(3))).entities).toEqual([{ type: "bold", offset: 0, length: 3 }]);
  expect(await refusal(send(4))).toMatch("ends after the end of the text at UTF-16 offset 6");
});

it.each([
  ["/giao@DonDoc_bot việc 12", [["bot_command", "/giao@DonDoc_bot"]]],
  ["/việc của tôi", []],
  ["a/b/c và và/hoặc", []],
  [
    "@lan_stc @ab #cải_cách #123",
    [
      ["mention", "@lan_stc"],
      ["hashtag", "#cải_cách"],
    ],
  ],
  ["xem https://x.vn/@lan_stc.", [["url", "https://x.vn/@lan_stc"]]],
  ["thư lan@stc.gov.vn", [["email", "lan@stc.gov.vn"]]],
  ["🐳 /viec", [["bot_command", "/viec"]]],
])("finds in %s what Telegram finds", (text, expected) => {
  const found = detectEntities(text).map(({ type, offset, length }) => [
    type,
    text.slice(offset, offset + length),
  ]);
  expect(found).toEqual(expected);
});
