import { describe, expect, test } from "vitest";
import { byChat, carried, departed, pointWorthy } from "#src/playground/client/panels/journey.ts";
import type { MessageView } from "#src/playground/page/contract.ts";

const FROM = Date.parse("2026-11-20T16:00:00+07:00");
const TO = Date.parse("2026-11-23T08:00:00+07:00");
const ALERT = Date.parse("2026-11-23T07:30:05+07:00");

let places = 0;
const botSays = (chat: number, text: string, at: number, more: Partial<MessageView> = {}) => {
  places += 1;
  const view: MessageView = {
    key: `${chat}:${places}`,
    chat,
    at: places,
    revision: places,
    byBot: true,
    deleted: false,
    versions: 0,
    message: {
      message_id: places,
      date: Math.floor(at / 1000),
      chat: { id: chat, type: "private", first_name: "?" },
      text,
    },
    reactions: [],
    ...more,
  };
  return view;
};

const titles = new Map([
  [1, { title: "Sở Tài chính" }],
  [2, { title: "Ban Chỉ đạo" }],
]);

describe("the clock on its way", () => {
  test("gathers what the bot says, chat by chat, with the first line of the newest", () => {
    const way = [
      botSays(2, "Xếp hạng tuần 47", TO),
      botSays(1, "Nhắc hạn ngày 23/11\nQuá hạn", ALERT),
      botSays(1, "Việc đang chờ", ALERT + 60_000),
    ].reduce((journey, message) => carried(journey, [message]), departed(FROM, TO));
    expect(byChat(way, titles)).toMatchObject([
      { title: "Ban Chỉ đạo", count: 1, newest: { line: "Xếp hạng tuần 47" } },
      { title: "Sở Tài chính", count: 2, newest: { line: "Việc đang chờ" } },
    ]);
  });

  test("leaves out what people say, what stood there before, and what only one person sees", () => {
    const journey = carried(departed(FROM, TO), [
      botSays(1, "earlier", FROM - 60_000),
      botSays(1, "by a person", ALERT, { byBot: false }),
      botSays(2, "for one alone", ALERT, { onlyFor: 7 }),
      botSays(2, "taken back", ALERT, { deleted: true }),
    ]);
    expect(journey.came).toEqual([]);
  });

  test("counts a message once, however often it is changed", () => {
    const message = botSays(1, "Nhắc hạn", ALERT);
    const once = carried(departed(FROM, TO), [message]);
    expect(carried(once, [{ ...message, revision: 99, versions: 1 }])).toBe(once);
  });

  test("takes what comes late, but not what is said after the arrival", () => {
    const there = { ...departed(FROM, TO), arrivedAt: TO + 2_000 };
    const late = botSays(1, "on the way", TO + 1_000);
    const after = botSays(1, "an answer", TO + 60_000);
    expect(carried(there, [late, after]).came.map(({ key }) => key)).toEqual([late.key]);
  });

  test("a chat that is no longer there is not listed", () => {
    const journey = carried(departed(FROM, TO), [botSays(9, "?", ALERT)]);
    expect(byChat(journey, titles)).toEqual([]);
  });
});

describe("what the tour points at", () => {
  const says = /Nhắc hạn/;
  const journey = carried(departed(FROM, TO), [
    botSays(2, "Nhắc hạn ở nhóm", ALERT),
    botSays(1, "Nhắc hạn của anh/chị", ALERT),
    botSays(1, "Việc đang chờ", ALERT + 1000),
    botSays(2, "Bản tin", ALERT + 2000),
  ]);

  test("what fits in the chat that is wanted", () => {
    expect(pointWorthy(journey, { chat: 1, says })?.line).toBe("Nhắc hạn của anh/chị");
  });

  test("elsewhere, where nothing came there", () => {
    expect(pointWorthy(journey, { chat: 5, says })?.line).toBe("Nhắc hạn của anh/chị");
    expect(pointWorthy(departed(FROM, TO), { chat: 1, says })).toBeNull();
  });
});
