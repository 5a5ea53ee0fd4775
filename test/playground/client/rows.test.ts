import { describe, expect, test } from "vitest";

import { keptRows, type Row, rowsOf } from "#src/playground/client/conversation/log/rows.ts";
import type { MessageView } from "#src/playground/page/contract.ts";

const OFFICIAL = { id: 11, is_bot: false, first_name: "Lan" };
const OTHER = { id: 12, is_bot: false, first_name: "Minh" };
const BOT = { id: 1, is_bot: true, first_name: "Đôn Đốc" };
const CHAT = { id: -5, type: "group" as const, title: "Tổ công tác" };

/** Monday 23/11/2026 07:00 in Viet Nam. */
const MONDAY = Date.UTC(2026, 10, 23, 0, 0) / 1000;

type Given = {
  at: number;
  from: typeof OFFICIAL;
  minutes?: number;
  message?: Partial<MessageView["message"]>;
  onlyFor?: number;
};

function view({ at, from, minutes = 0, message, onlyFor }: Given): MessageView {
  const said = message ?? { text: `tin ${at}` };
  const date = MONDAY + minutes * 60;
  return {
    key: `-5:${at}`,
    chat: -5,
    at,
    revision: at,
    byBot: from === BOT,
    deleted: false,
    versions: 0,
    reactions: [],
    message: { message_id: at, date, chat: CHAT, from, ...said },
    ...(onlyFor === undefined ? {} : { onlyFor }),
  };
}

const rowsFor = (messages: readonly MessageView[], readUpTo: number | null = null): Row[] =>
  rowsOf({ messages, person: OFFICIAL.id, readUpTo });

/** Rows as short words: who's, first and last of a run, how many in an album. */
const told = (rows: readonly Row[]): string[] =>
  rows.map((row) => {
    if (row.kind !== "messages") return row.kind;
    const run = `${row.isFirst ? "(" : ""}${row.isLast ? ")" : ""}`;
    return `${row.side} ${row.messages.map(({ at }) => at).join("+")} ${run}`.trim();
  });

describe("The rows of a history", () => {
  test("begin each day with its name", () => {
    const late = view({ at: 1, from: BOT, minutes: -8 * 60 });
    const rows = rowsFor([late, view({ at: 2, from: BOT })]);
    expect(told(rows)).toEqual(["day", "theirs 1 ()", "day", "theirs 2 ()"]);
  });

  test("put what one sender says without a pause together", () => {
    const rows = rowsFor([
      view({ at: 1, from: BOT }),
      view({ at: 2, from: BOT, minutes: 1 }),
      view({ at: 3, from: OFFICIAL, minutes: 2 }),
      view({ at: 4, from: BOT, minutes: 3 }),
      view({ at: 5, from: BOT, minutes: 40 }),
    ]);
    expect(told(rows)).toEqual([
      "day",
      "theirs 1 (",
      "theirs 2 )",
      "own 3 ()",
      "theirs 4 ()",
      "theirs 5 ()",
    ]);
  });

  test("keep two people apart, and what only one sees from what all see", () => {
    const rows = rowsFor([
      view({ at: 1, from: OTHER }),
      view({ at: 2, from: BOT }),
      view({ at: 3, from: BOT, onlyFor: OFFICIAL.id }),
    ]);
    expect(told(rows)).toEqual(["day", "theirs 1 ()", "theirs 2 ()", "theirs 3 ()"]);
  });

  test("make one of an album", () => {
    const photo = { photo: [], media_group_id: "1" };
    const rows = rowsFor([
      view({ at: 1, from: OFFICIAL, message: photo }),
      view({ at: 2, from: OFFICIAL, message: photo }),
      view({ at: 3, from: OFFICIAL, message: { photo: [], media_group_id: "2" } }),
    ]);
    expect(told(rows)).toEqual(["day", "own 1+2 (", "own 3 )"]);
  });

  test("tell what the chat itself does apart, and a run ends there", () => {
    const rows = rowsFor([
      view({ at: 1, from: BOT }),
      view({ at: 2, from: OTHER, message: { new_chat_members: [OTHER] } }),
      view({ at: 3, from: BOT }),
    ]);
    expect(told(rows)).toEqual(["day", "theirs 1 ()", "service", "theirs 3 ()"]);
  });

  test("draw the line above the first unread message of others", () => {
    const messages = [
      view({ at: 1, from: BOT }),
      view({ at: 2, from: OFFICIAL }),
      view({ at: 3, from: BOT }),
      view({ at: 4, from: BOT }),
    ];
    expect(told(rowsFor(messages, 1))).toEqual([
      "day",
      "theirs 1 ()",
      "own 2 ()",
      "unread",
      "theirs 3 (",
      "theirs 4 )",
    ]);
    expect(told(rowsFor(messages, 4))).not.toContain("unread");
  });

  test("that did not change stay the same objects", () => {
    const one = view({ at: 1, from: BOT });
    const two = view({ at: 2, from: OFFICIAL });
    const before = rowsFor([one, two]);
    const after = keptRows(before, rowsFor([one, two, view({ at: 3, from: BOT })]));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(before[2]);
    const edited = { ...two, revision: 9 };
    const later = keptRows(before, rowsFor([one, edited]));
    expect(later[1]).toBe(before[1]);
    expect(later[2]).not.toBe(before[2]);
  });

  test("change where another message joins the run", () => {
    const one = view({ at: 1, from: BOT });
    const before = rowsFor([one]);
    const after = keptRows(before, rowsFor([one, view({ at: 2, from: BOT })]));
    expect(after[1]).not.toBe(before[1]);
    expect(told(after)).toEqual(["day", "theirs 1 (", "theirs 2 )"]);
  });
});
