import type { Message } from "@grammyjs/types";
import { describe, expect, test } from "vitest";

import { askedMessage, keyRows } from "#src/playground/client/conversation/composer/keys.ts";
import { barTo } from "#src/playground/client/conversation/composer/may-write.ts";
import {
  endingOf,
  nameParts,
  sizeWords,
} from "#src/playground/client/conversation/content/file-words.ts";
import { fittedSize } from "#src/playground/client/conversation/content/picture-size.ts";
import { plainWords, shortWords } from "#src/playground/client/conversation/content/plain.ts";
import { safeLink } from "#src/playground/client/conversation/content/safe-link.ts";
import { headCount } from "#src/playground/client/conversation/content/table-head.ts";
import { placeOf } from "#src/playground/client/conversation/deeds/menu-place.ts";
import { dayLabel, dayNumber } from "#src/playground/client/conversation/log/day.ts";
import { serviceWords } from "#src/playground/client/conversation/log/service-words.ts";
import { cleanName } from "#src/playground/client/conversation/names.ts";
import type { ChatView } from "#src/playground/page/contract.ts";

const LAN = { id: 11, is_bot: false, first_name: "Lan", last_name: "Nguyễn" };
const BASE: Message = {
  message_id: 1,
  date: 1_790_000_000,
  chat: { id: 11, type: "private", first_name: "Lan" },
  from: LAN,
};

describe("Links in messages", () => {
  test("lead to the web only", () => {
    expect(safeLink("https://baochinhphu.vn/a?b=1")).toBe("https://baochinhphu.vn/a?b=1");
    expect(safeLink("t.me/dondoc_bot?start=x")).toBe("https://t.me/dondoc_bot?start=x");
    for (const url of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,<script>",
      "vbscript:x",
      "file:///etc/passwd",
      "tg://user?id=5",
      "https://",
      "",
    ]) {
      expect(safeLink(url), url).toBeNull();
    }
    expect(safeLink(" javascript:alert(1)")).toBeNull();
    expect(safeLink("java\nscript:alert(1)")).toBeNull();
  });
});

describe("Names", () => {
  test("carry no marks that turn the text around them", () => {
    expect(cleanName("bao-cao\u202Efdp.exe")).toBe("bao-caofdp.exe");
    expect(cleanName("\u2067Lan\u2069\n\u0000Anh\u200F")).toBe("Lan Anh");
  });

  test("of files keep their ending where they are long", () => {
    expect(nameParts("bao-cao.pdf")).toEqual(["bao-cao.pdf", ""]);
    const [head, tail] = nameParts("báo cáo kết quả thực hiện nhiệm vụ quý IV.docx");
    expect(tail).toBe("ý IV.docx");
    expect(head + tail).toBe("báo cáo kết quả thực hiện nhiệm vụ quý IV.docx");
    expect(endingOf("a.b.xlsx")).toBe("XLSX");
    expect(endingOf("không đuôi")).toBe("");
    expect(endingOf("x.<b>")).toBe("");
  });

  test("of files stand beside their size in the reader's way", () => {
    expect(sizeWords(0, "vi")).toBe("0 B");
    expect(sizeWords(1536, "vi")).toBe("1,5 KB");
    expect(sizeWords(1536, "en")).toBe("1.5 KB");
    expect(sizeWords(48 * 1024 * 1024, "vi")).toBe("48 MB");
  });
});

describe("What a message says", () => {
  test("in plain words, whatever its blocks", () => {
    const message: Message = {
      ...BASE,
      rich_message: {
        blocks: [
          { type: "heading", size: 3, text: ["Xếp ", { type: "bold", text: "hạng" }] },
          {
            type: "table",
            caption: "Sở",
            cells: [
              [
                { text: "Đơn vị", is_header: true, align: "left", valign: "top" },
                { align: "left", valign: "top" },
              ],
            ],
          },
          {
            type: "details",
            summary: "Chi tiết",
            blocks: [
              {
                type: "list",
                items: [
                  { label: "1.", blocks: [{ type: "paragraph", text: "một" }] },
                  {
                    label: "•",
                    has_checkbox: true,
                    is_checked: true,
                    blocks: [{ type: "paragraph", text: "hai" }],
                  },
                ],
              },
            ],
          },
        ],
      },
    };
    expect(plainWords(message).split("\n")).toEqual([
      "Xếp hạng",
      "Sở",
      "Đơn vị\t",
      "Chi tiết",
      "1. một",
      "☑ hai",
    ]);
  });

  test("for a quote on one line, not endless, letters whole", () => {
    expect(shortWords({ ...BASE, text: "một\n\n hai" })).toBe("một hai");
    expect(shortWords({ ...BASE, text: "🏆🏆🏆" }, 2)).toBe("🏆🏆…");
    expect(
      shortWords({ ...BASE, document: { file_id: "1", file_unique_id: "1", file_name: "a.pdf" } }),
    ).toBe("a.pdf");
  });

  test("when the chat itself tells something", () => {
    const joined = serviceWords({ ...BASE, new_chat_members: [LAN] });
    expect(joined.vi).toBe("Lan Nguyễn đã vào nhóm");
    const other = { id: 12, is_bot: false, first_name: "Minh\u202E" };
    expect(serviceWords({ ...BASE, new_chat_members: [other] }).vi).toBe("Lan Nguyễn đã thêm Minh");
    expect(serviceWords({ ...BASE, left_chat_member: other }).en).toBe("Lan Nguyễn removed Minh");
    expect(serviceWords(BASE).vi).toContain("Lan Nguyễn");
  });
});

describe("Days between messages", () => {
  const monday = Date.UTC(2026, 10, 22, 17, 0) / 1000;

  test("turn at midnight in Viet Nam", () => {
    expect(dayNumber(monday) - dayNumber(monday - 1)).toBe(1);
    expect(dayNumber(monday + 86_399)).toBe(dayNumber(monday));
  });

  test("are called by their nearness, then by their date", () => {
    const day = dayNumber(monday);
    expect(dayLabel(day, day, "vi")).toBe("Hôm nay");
    expect(dayLabel(day, day + 1, "en")).toBe("Yesterday");
    expect(dayLabel(day, day + 2, "vi")).toBe("Thứ Hai, 23/11/2026");
    expect(dayLabel(day, day - 1, "vi")).toBe("Thứ Hai, 23/11/2026");
  });
});

const chat: ChatView = {
  id: 11,
  type: "private",
  title: "Lan",
  topics: [],
  members: [11],
  memberCount: 2,
  blocked: false,
  pinned: [],
  unread: 0,
  readUpTo: 0,
  typing: false,
};

describe("Under the line", () => {
  test("writing is for those who are in the chat, and whom the bot may answer", () => {
    expect(barTo(chat, 11)).toBeNull();
    expect(barTo(chat, 12)).toBe("notTheirs");
    expect(barTo({ ...chat, blocked: true }, 11)).toBe("blocked");
    expect(barTo({ ...chat, type: "supergroup" }, 12)).toBe("notMember");
  });

  test("stand the keys that can be pressed here", () => {
    const keyboard = {
      keyboard: [
        ["Việc của tôi", { text: "Xếp hạng" }],
        [{ text: "Số máy", request_contact: true }],
      ],
    };
    expect(keyRows({ ...chat, keyboard })).toEqual([["Việc của tôi", "Xếp hạng"]]);
    expect(keyRows({ ...chat, keyboard: { remove_keyboard: true } })).toEqual([]);
    expect(keyRows(chat)).toEqual([]);
  });

  test("a forced reply answers the message that asked last", () => {
    const asking = (at: number) => ({
      key: `11:${at}`,
      chat: 11,
      at,
      revision: at,
      byBot: true,
      deleted: false,
      versions: 0,
      reactions: [],
      message: BASE,
      replyInterface: { force_reply: true as const },
    });
    const forced = { ...chat, keyboard: { force_reply: true as const } };
    expect(askedMessage(forced, [asking(1), asking(2)])?.key).toBe("11:2");
    expect(askedMessage(chat, [asking(1)])).toBeUndefined();
  });
});

describe("Measures", () => {
  test("photos keep their shape within the message", () => {
    expect(fittedSize(3000, 1000)).toEqual({ width: 360, height: 120 });
    expect(fittedSize(100, 80)).toEqual({ width: 100, height: 80 });
    expect(fittedSize(0, Number.NaN)).toEqual({ width: 240, height: 240 });
  });

  test("a table's head is the rows of header cells at its top", () => {
    const cell = (is_header: boolean) => ({
      align: "left" as const,
      valign: "top" as const,
      ...(is_header ? { is_header: true as const } : {}),
    });
    const [head, body] = [cell(true), cell(false)];
    expect(
      headCount([
        [head, head],
        [head, body],
        [body, body],
      ]),
    ).toBe(1);
    expect(headCount([[body, body]])).toBe(0);
    expect(headCount([[head], [head]])).toBe(0);
  });

  test("a menu stands whole inside the window", () => {
    const room = { width: 400, height: 800 };
    const menu = { width: 200, height: 240 };
    expect(placeOf({ x: 20, y: 100 }, menu, room)).toEqual({ left: 20, top: 100 });
    expect(placeOf({ x: 390, y: 790 }, menu, room)).toEqual({ left: 192, top: 550 });
    expect(placeOf({ x: -5, y: 100 }, { width: 200, height: 900 }, room)).toEqual({
      left: 8,
      top: 8,
    });
  });
});
