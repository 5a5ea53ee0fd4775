import { describe, expect, test } from "vitest";
import * as civil from "#src/playground/client/civil.ts";
import {
  byTable,
  endOf,
  isUnsettled,
  newestMessage,
  updateHead,
} from "#src/playground/client/panels/behind-view.ts";
import { jsonTree, opensAtFirst } from "#src/playground/client/panels/json-fold.ts";
import { codeIn, linesIn, tappables } from "#src/playground/client/panels/message-words.ts";
import { rolesIn } from "#src/playground/client/panels/roles.ts";
import type { CallView, ChatView, PersonView } from "#src/playground/page/contract.ts";

describe("the province's date", () => {
  const monday = Date.parse("2026-11-22T17:30:00Z");

  test("is Việt Nam's, whatever the visitor's own is", () => {
    expect(civil.fullMoment(monday, "vi")).toBe("Thứ Hai, 23/11/2026 · 00:30");
    expect(civil.shortMoment(monday, "en")).toBe("Monday 23/11, 00:30");
    expect(civil.clockSeconds(monday)).toBe("00:30:00");
  });

  test("knows weekends and the next weekday", () => {
    expect(civil.isWeekend(monday)).toBe(false);
    expect(civil.isWeekend(monday - 3_600_000)).toBe(true);
    // Five days after Monday is a Saturday.
    expect(civil.civilDate(civil.weekdayAhead(monday, 5))).toBe("30/11/2026");
    expect(civil.civilDate(civil.weekdayAhead(monday, 4))).toBe("27/11/2026");
  });

  test("changes its face with the minute", () => {
    expect(civil.nextMinute(monday)).toBe(monday + 60_000);
    expect(civil.nextMinute(monday + 59_999)).toBe(monday + 60_000);
  });
});

describe("what a message says", () => {
  const chat = { id: 1, type: "private", first_name: "?" } as const;
  const about = { message_id: 1, date: 0, chat };

  test("its lines, of plain and of rich text", () => {
    expect(linesIn({ ...about, text: "Nhắc hạn\n\n Quá hạn " })).toEqual(["Nhắc hạn", "Quá hạn"]);
    const rich = linesIn({
      ...about,
      rich_message: {
        blocks: [
          { type: "heading", size: 2, text: [{ type: "bold", text: "Xếp hạng" }, " tuần 47"] },
          {
            type: "details",
            summary: "Mới quá hạn: 2",
            blocks: [{ type: "paragraph", text: "NV-012: STC" }],
          },
        ],
      },
    });
    expect(rich).toEqual(["Xếp hạng tuần 47", "Mới quá hạn: 2", "NV-012: STC"]);
  });

  test("its buttons, wherever they stand", () => {
    const markup = {
      inline_keyboard: [[{ text: "Đã nhận", callback_data: "~a1.1|/nhan NV-001" }]],
    };
    expect(tappables(markup)).toEqual([{ label: "Đã nhận", data: "~a1.1|/nhan NV-001" }]);
    expect(tappables(undefined)).toEqual([]);
  });

  test("the code of its task", () => {
    expect(codeIn("Đã ghi nhận NV-1061.")).toBe("NV-1061");
    expect(codeIn("Không có nhiệm vụ nào.")).toBeNull();
  });
});

describe("whom the tour plays with", () => {
  const person = (id: number, vi: string, main = true): PersonView => ({
    id,
    name: `P${id}`,
    about: { vi, en: "" },
    main,
  });
  const group = (id: number, title: string): ChatView => ({
    id,
    type: "supergroup",
    title,
    topics: [],
    members: [],
    memberCount: 3,
    blocked: false,
    pinned: [],
    unread: 0,
    readUpTo: 0,
    typing: false,
  });

  test("those whom the house describes so, in whatever order", () => {
    const persons = [
      person(3, "Cán bộ đầu mối Sở Tài chính"),
      person(8, "Chuyên viên cơ quan thường trực", false),
      person(1, "Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo"),
      person(2, "Phó Giám đốc Sở Nội vụ, cơ quan thường trực"),
    ];
    const chats = [group(-2, "Sở Tài chính – Tổ CCHC"), group(-1, "Ban Chỉ đạo CCHC tỉnh")];
    const roles = rolesIn({ persons, chats });
    expect([roles?.secretary.id, roles?.official.id, roles?.committee?.id]).toEqual([2, 3, -1]);
  });

  test("by their order, where nothing is said of them; nobody in an empty province", () => {
    const persons = [person(1, ""), person(2, ""), person(3, "")];
    const roles = rolesIn({ persons, chats: [] });
    expect([roles?.secretary.id, roles?.official.id, roles?.committee]).toEqual([2, 3, null]);
    expect(rolesIn({ persons: persons.slice(0, 1), chats: [] })).toBeNull();
  });
});

describe("behind the glass", () => {
  const call = (more: Partial<CallView>): CallView => ({
    number: 1,
    at: 0,
    method: "sendMessage",
    payload: {},
    ...more,
  });

  test("rows stand by table, every value as text", () => {
    const rows = [
      { table: "Task", key: "61", values: { content: "Báo cáo", restricted: false, note: null } },
      { table: "Audit", key: "9", values: { action: "register" } },
      { table: "Task", key: "62", values: { tags: ["a"] } },
    ];
    expect(byTable(rows)).toEqual([
      {
        table: "Task",
        rows: [
          {
            key: "61",
            glance: "Báo cáo · false",
            fields: [
              { name: "content", value: "Báo cáo" },
              { name: "restricted", value: "false" },
              { name: "note", value: "null" },
            ],
          },
          { key: "62", glance: "", fields: [{ name: "tags", value: '["a"]' }] },
        ],
      },
      {
        table: "Audit",
        rows: [{ key: "9", glance: "register", fields: [{ name: "action", value: "register" }] }],
      },
    ]);
  });

  test("a call ends well, with an error, without its answer, or has not ended", () => {
    expect(endOf(call({ outcome: { ok: true } })).colour).toBe("good");
    expect(endOf(call({ outcome: { ok: false, code: 429 } }))).toEqual({
      colour: "bad",
      word: "429",
    });
    expect(endOf(call({ outcome: { ok: true }, lost: "reset-after" })).colour).toBe("odd");
    expect(endOf(call({})).colour).toBe("busy");
  });

  test("is looked at again as long as something is under way", () => {
    const inbox = { state: "done", receivedAt: 0, doneAt: 1, attempts: 1 };
    const settled = { inbox, transaction: [], outbox: [] };
    expect(isUnsettled(settled, [call({ outcome: { ok: true } })])).toBe(false);
    expect(isUnsettled(settled, [call({})])).toBe(true);
    expect(isUnsettled({ ...settled, inbox: { ...inbox, doneAt: null } }, [])).toBe(true);
  });

  test("an update is known by its kind and number", () => {
    expect(updateHead({ update_id: 7, callback_query: {} })).toEqual({
      id: 7,
      kind: "callback_query",
    });
    expect(updateHead(null)).toEqual({ id: null, kind: "" });
  });

  test("a newcomer sees the newest that a person said", () => {
    const last = (key: string, date: number, byBot: boolean) => ({
      last: { key, at: 1, date, from: "?", byBot, text: "" },
    });
    expect(newestMessage([last("a", 5, false), last("b", 9, true), last("c", 7, false)])).toBe("c");
    expect(newestMessage([last("b", 9, true)])).toBe("b");
    expect(newestMessage([])).toBeNull();
  });
});

describe("JSON that folds", () => {
  test("a folded object names what is in it; text is text, whatever it looks like", () => {
    const tree = jsonTree({ chat_id: 1, text: "<b>x</b>", entities: [] });
    expect(tree.text).toBe("{ chat_id, text, entities }");
    expect(tree.children.map(({ name, kind, text }) => [name, kind, text])).toEqual([
      ["chat_id", "number", "1"],
      ["text", "string", '"<b>x</b>"'],
      ["entities", "array", "[0]"],
    ]);
  });

  test("is open where little is inside, and says what it leaves out", () => {
    const long = jsonTree(Array.from({ length: 130 }, (_, index) => index));
    expect(long.left).toBe(30);
    expect(opensAtFirst(long, 0)).toBe(true);
    expect(opensAtFirst(long, 1)).toBe(false);
    expect(opensAtFirst(jsonTree({ id: 1 }), 1)).toBe(true);
  });

  test("a text without end is cut between letters", () => {
    const { text } = jsonTree("😀".repeat(5_000));
    expect(text.endsWith("😀…")).toBe(true);
  });
});
