import { describe, expect, test } from "vitest";

import { firstBelow, isAtEnd } from "#src/playground/client/conversation/log/edges.ts";
import {
  type Left,
  leftFrom,
  openingPlace,
} from "#src/playground/client/conversation/log/opening.ts";
import type { MessageView } from "#src/playground/page/contract.ts";

const PERSON = 11;

const view = (at: number, from = 1): MessageView => ({
  key: `11:${at}`,
  chat: PERSON,
  at,
  revision: at,
  byBot: from === 1,
  deleted: false,
  versions: 0,
  reactions: [],
  message: {
    message_id: at,
    date: 1_790_000_000,
    chat: { id: PERSON, type: "private", first_name: "Lan" },
    from: { id: from, is_bot: from === 1, first_name: "?" },
    text: "…",
  },
});

const messages = [5, 6, 7, 8].map((at) => view(at));
const nothing = { messages, hasMore: true, person: PERSON, unread: 0, readUpTo: 8, left: null };
const left = (given: Partial<Left>): Left => ({
  key: "11:6",
  at: 6,
  offset: -12,
  newest: 8,
  ...given,
});

describe("A conversation opens", () => {
  test("at its end where all was read", () => {
    expect(openingPlace(nothing)).toEqual({ kind: "end" });
  });

  test("at the first unread message", () => {
    expect(openingPlace({ ...nothing, unread: 2, readUpTo: 6 })).toEqual({ kind: "unread" });
  });

  test("at its end where only one's own messages are new", () => {
    const own = [view(5), view(6), view(7, PERSON)];
    const opening = { ...nothing, messages: own, unread: 1, readUpTo: 6 };
    expect(openingPlace(opening)).toEqual({ kind: "end" });
  });

  test("after more pages where the first unread one lies further back", () => {
    const opening = { ...nothing, unread: 40, readUpTo: 2 };
    expect(openingPlace(opening)).toEqual({ kind: "older" });
    expect(openingPlace({ ...opening, hasMore: false })).toEqual({ kind: "unread" });
  });

  test("where one left it, if nothing came since", () => {
    const place = { kind: "message", key: "11:6", offset: -12 };
    expect(openingPlace({ ...nothing, left: left({}) })).toEqual(place);
    expect(openingPlace({ ...nothing, left: left({ key: null }) })).toEqual({ kind: "end" });
  });

  test("where one left it far back, after more pages; at the end where it is gone", () => {
    const far = left({ key: "11:2", at: 2 });
    expect(openingPlace({ ...nothing, left: far })).toEqual({ kind: "older" });
    expect(openingPlace({ ...nothing, left: far, hasMore: false })).toEqual({ kind: "end" });
    expect(openingPlace({ ...nothing, left: left({ key: "11:x", at: 6 }) })).toEqual({
      kind: "end",
    });
  });

  test("at what came since, wherever one left it", () => {
    const opening = { ...nothing, unread: 2, readUpTo: 6, left: left({ newest: 6 }) };
    expect(openingPlace(opening)).toEqual({ kind: "unread" });
  });

  test("as if never seen where what is remembered is no place", () => {
    expect(leftFrom(null)).toBeNull();
    expect(leftFrom("{")).toBeNull();
    expect(leftFrom('{"key":5,"at":1,"offset":1,"newest":1}')).toBeNull();
    expect(leftFrom(JSON.stringify(left({})))).toEqual(left({}));
  });
});

describe("Scrolling in numbers", () => {
  test("near the end is the end", () => {
    const end = { scrollTop: 760, clientHeight: 200, scrollHeight: 1000 };
    expect(isAtEnd(end)).toBe(true);
    expect(isAtEnd({ ...end, scrollTop: 700 })).toBe(false);
    expect(isAtEnd({ scrollTop: 0, clientHeight: 500, scrollHeight: 300 })).toBe(true);
  });

  test("the row at the edge is the first whose lower edge is below it", () => {
    const bottoms = [10, 30, 60, 100];
    const at = (line: number) => firstBelow(bottoms.length, line, (row) => bottoms[row] ?? 0);
    expect([at(0), at(9), at(10), at(45), at(99), at(100)]).toEqual([0, 0, 1, 2, 3, 4]);
  });
});
