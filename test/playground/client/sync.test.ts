import { beforeEach, expect, it, vi } from "vitest";

import { connection, desk, logOf } from "#src/playground/client/state.ts";
import { loadOlder, openLog, startSync } from "#src/playground/client/sync.ts";
import type { Desk, History, MessageView } from "#src/playground/page/contract.ts";

import { aChat, aMessage, aPerson } from "./province.ts";

type Heard = { data: string; lastEventId: string };

/** The browser's side of a stream, with what the server would say put into its mouth. */
class FakeSource {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  onopen: () => void = () => {};
  onerror: () => void = () => {};
  readonly takers = new Map<string, (event: Heard) => void>();
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    FakeSource.opened.push(this);
  }
  addEventListener(name: string, take: (event: Heard) => void) {
    this.takers.set(name, take);
  }
}

const source = () => {
  const last = FakeSource.opened.at(-1);
  if (last === undefined) throw new Error("no stream was opened");
  return last;
};
const says = (name: "desk" | "messages", event: Desk | MessageView[], id = "7") =>
  source().takers.get(name)?.({ data: JSON.stringify(event), lastEventId: id });

const province = (epoch: string): Desk => ({
  epoch,
  bot: { id: 99, name: "Đôn Đốc", username: "bot" },
  now: 0,
  canMoveClock: false,
  canReset: false,
  hasGlass: false,
  stops: [],
  busy: null,
  faults: [],
  persons: [aPerson(1)],
  chats: [aChat(1), aChat(2), aChat(3), aChat(4)],
});

/** Pages of history, each held back until the test lets it come. */
let pages: ((page: History) => void)[] = [];
const comes = async (messages: MessageView[], hasMore = false) => {
  pages.shift()?.({ messages, hasMore });
  await vi.advanceTimersByTimeAsync(0);
};
const places = (chat: number) => logOf(chat).value.messages.map(({ at }) => at);
const inChat = (chat: number, at: number, over: Partial<MessageView> = {}) =>
  aMessage(at, { key: `${chat}:${at}`, chat, ...over });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
  pages = [];
  vi.stubGlobal(
    "fetch",
    () =>
      new Promise((resolve) => {
        pages.push((page) => resolve(Response.json(page)));
      }),
  );
  startSync();
  says("desk", province("a"));
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

it("loses nothing that comes while a chat is being read", async () => {
  void openLog(1);
  says("messages", [inChat(1, 3), inChat(1, 2, { revision: 9, deleted: true })]);
  await comes([inChat(1, 1), inChat(1, 2)]);
  expect(places(1)).toEqual([1, 3]);
});

it("asks once for a chat that is opened twice", async () => {
  void openLog(2);
  void openLog(2);
  expect(pages).toHaveLength(1);
  await comes([inChat(2, 1)]);
  await openLog(2);
  expect(pages).toHaveLength(0);
});

it("goes back page by page, and brings nothing back that was deleted meanwhile", async () => {
  void openLog(3);
  await comes([inChat(3, 5), inChat(3, 6)], true);
  void loadOlder(3);
  says("messages", [inChat(3, 4, { revision: 9, deleted: true }), inChat(3, 7)]);
  await comes([inChat(3, 3), inChat(3, 4)]);
  expect(places(3)).toEqual([3, 5, 6, 7]);
  expect(logOf(3).value.hasMore).toBe(false);
});

it("reads open chats anew in another province, and takes no page of the former one", async () => {
  void openLog(4);
  await comes([inChat(4, 1), inChat(4, 2)], true);
  void loadOlder(4);
  says("desk", province("b"));
  expect(places(4)).toEqual([]);
  await comes([inChat(4, 0)]);
  expect(places(4)).toEqual([]);
  for (let left = pages.length; left > 0; left -= 1) await comes([inChat(4, 8)]);
  expect(places(4)).toEqual([8]);
  expect(desk.value?.epoch).toBe("b");
});

it("opens the stream again where the browser gave up, from what it heard last", async () => {
  says("messages", [inChat(1, 9)], "41");
  const former = source();
  former.readyState = FakeSource.CLOSED;
  former.onerror();
  expect(connection.value).toBe("lost");
  await vi.advanceTimersByTimeAsync(5000);
  expect(source()).not.toBe(former);
  expect(source().url).toBe("/playground/stream?since=41");
  source().onopen();
  expect(connection.value).toBe("live");
});
