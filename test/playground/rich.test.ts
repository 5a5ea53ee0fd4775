import type { Message, RichBlock } from "@grammyjs/types";
import { expect, it } from "vitest";

import { ok, openStage, refusal } from "./stage.ts";

async function openDm() {
  const stage = await openStage();
  stage.lan.dm().say("/start");
  const send = (rich_message: object) =>
    stage.call("sendRichMessage", { chat_id: stage.lan.id, rich_message });
  const blocksOf = async (rich_message: object): Promise<RichBlock[]> =>
    (await ok<Message>(send(rich_message))).rich_message?.blocks ?? [];
  return { ...stage, send, blocksOf };
}

it("reads a table with caption, spans and alignment", async () => {
  const { blocksOf } = await openDm();
  const html =
    "<table bordered striped compact><caption>Tuần <b>47</b></caption>" +
    '<tr><th colspan="2">Đơn vị</th><th align="right">Điểm</th></tr>' +
    '<tr><td>1</td><td rowspan="2" valign="top">Sở  Y\n tế</td><td align="center">9</td></tr></table>';
  expect(await blocksOf({ html })).toEqual([
    {
      type: "table",
      is_bordered: true,
      is_striped: true,
      is_compact: true,
      caption: ["Tuần ", { type: "bold", text: "47" }],
      cells: [
        [
          { text: "Đơn vị", is_header: true, colspan: 2, align: "left", valign: "middle" },
          { text: "Điểm", is_header: true, align: "right", valign: "middle" },
        ],
        [
          { text: "1", align: "left", valign: "middle" },
          { text: "Sở Y tế", rowspan: 2, align: "left", valign: "top" },
          { text: "9", align: "center", valign: "middle" },
        ],
      ],
    },
  ]);
});

it("reads headings, paragraphs, lists, details and loose text", async () => {
  const { blocksOf } = await openDm();
  const html =
    "mở <i>đầu</i><h3>Mục</h3><p>Đoạn<br>hai &nbsp;dòng</p>" +
    '<ol start="3" type="a"><li>ba</li><li>bốn</li></ol>' +
    '<ul><li><input type="checkbox" checked>xong</li></ul>' +
    "<details open><summary>Thêm</summary><p>chi tiết</p></details><hr/>" +
    "<blockquote>trích<cite>Ai đó</cite></blockquote>";
  expect(await blocksOf({ html })).toEqual([
    { type: "paragraph", text: ["mở ", { type: "italic", text: "đầu" }] },
    { type: "heading", size: 3, text: "Mục" },
    { type: "paragraph", text: "Đoạn\nhai \u00a0dòng" },
    {
      type: "list",
      items: [
        { label: "c.", value: 3, type: "a", blocks: [{ type: "paragraph", text: "ba" }] },
        { label: "d.", value: 4, type: "a", blocks: [{ type: "paragraph", text: "bốn" }] },
      ],
    },
    {
      type: "list",
      items: [
        {
          label: "•",
          has_checkbox: true,
          is_checked: true,
          blocks: [{ type: "paragraph", text: "xong" }],
        },
      ],
    },
    {
      type: "details",
      summary: "Thêm",
      is_open: true,
      blocks: [{ type: "paragraph", text: "chi tiết" }],
    },
    { type: "divider" },
    { type: "blockquote", blocks: [{ type: "paragraph", text: "trích" }], credit: "Ai đó" },
  ]);
});

it("reads Markdown: headings, tables, task lists, marks, escapes", async () => {
  const { blocksOf } = await openDm();
  const markdown =
    "## Bảng *tuần*\n\nĐiểm < 5 & **đậm**\nvà tiếp `a*b`\n\n" +
    "| Đơn vị | Điểm |\n|:--|--:|\n| Sở \\| Y tế | 9 |\n\n- [x] xong\n- [ ] chưa\n  - con\n\n1. một";
  const blocks = await blocksOf({ markdown });
  expect(blocks.slice(0, 3)).toMatchObject([
    { type: "heading", size: 2, text: ["Bảng ", { type: "italic", text: "tuần" }] },
    {
      type: "paragraph",
      text: [
        "Điểm < 5 & ",
        { type: "bold", text: "đậm" },
        " và tiếp ",
        { type: "code", text: "a*b" },
      ],
    },
    {
      type: "table",
      cells: [
        [{ is_header: true }, { is_header: true, align: "right" }],
        [
          { text: "Sở | Y tế", align: "left" },
          { text: "9", align: "right" },
        ],
      ],
    },
  ]);
  expect(blocks[3]).toMatchObject({
    type: "list",
    items: [
      { is_checked: true, blocks: [{ text: "xong" }] },
      { has_checkbox: true, blocks: [{ text: "chưa" }, { type: "list" }] },
    ],
  });
  expect(blocks[4]).toMatchObject({ type: "list", items: [{ label: "1.", value: 1 }] });
});

it("takes blocks, and taps on buttons inside them", async () => {
  const { send, lan, call } = await openDm();
  await ok(
    send({
      blocks: [
        { type: "paragraph", text: "Việc 12" },
        { type: "buttons", buttons: [{ text: "Nhận", callback_data: "t:12" }] },
      ],
    }),
  );
  const card = await lan.dm().expectMessage("Việc 12");
  card.assertButtons("Nhận");
  void card
    .button("Nhận")
    .click()
    .catch(() => undefined);
  const updates = await ok<{ callback_query?: { data: string } }[]>(call("getUpdates"));
  expect(updates.at(-1)?.callback_query?.data).toBe("t:12");
});

it("refuses what it does not know", async () => {
  const { send } = await openDm();
  expect(await refusal(send({ html: "<div>a</div>" }))).toBe(
    `400 Bad Request: can't parse entities: Unsupported start tag "div" at byte offset 0`,
  );
  expect(await refusal(send({ html: "<table><thead></thead></table>" }))).toMatch('"thead"');
  expect(await refusal(send({ html: "a", markdown: "a" }))).toMatch("exactly one of the fields");
  expect(await refusal(send({ blocks: [{ type: "poem", text: "a" }] }))).toMatch('type "poem"');
  expect(await refusal(send({ html: " " }))).toBe("400 Bad Request: message text is empty");
});

it.each([
  ["32,768 characters", (n: number) => "ộ".repeat(32_768 + n)],
  ["500 blocks", (n: number) => "<hr/>".repeat(500 + n)],
  [
    "500 blocks, table rows among them",
    (n: number) => `<table>${"<tr><td>a</td></tr>".repeat(499 + n)}</table>`,
  ],
  ["16 levels", (n: number) => `${"<b>".repeat(15 + n)}a${"</b>".repeat(15 + n)}`],
  [
    "20 columns",
    (n: number) => `<table><tr>${"<td>a</td>".repeat(18 + n)}<td colspan="2">b</td></tr></table>`,
  ],
])("takes %s and not one more", async (_, html) => {
  const { send } = await openDm();
  expect(await refusal(send({ html: html(0) }))).toMatch(/^ok/);
  expect(await refusal(send({ html: html(1) }))).toMatch(/^400/);
});
