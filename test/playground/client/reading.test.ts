import { beforeEach, expect, it, vi } from "vitest";

import { chats, desk, markRead, panes, watchReading } from "#src/playground/client/state.ts";
import type { Desk } from "#src/playground/page/contract.ts";

import { aChat, aPerson } from "./province.ts";

const told: { chat: number; upTo: number }[] = [];
const looks = new Map<string, () => void>();
let isLookedAt = true;
let answers = true;
let epoch = 0;

const province = (readUpTo: number): Desk => ({
  epoch: `${++epoch}`,
  bot: { id: 99, name: "Đôn Đốc", username: "bot" },
  now: 0,
  canMoveClock: false,
  canReset: false,
  hasGlass: false,
  stops: [],
  busy: null,
  faults: [],
  persons: [aPerson(1), aPerson(2)],
  chats: [aChat(1, { readUpTo }), aChat(2)],
});

const lookAt = (isLooking: boolean) => {
  isLookedAt = isLooking;
  looks.get("focus")?.();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", {
    get visibilityState() {
      return isLookedAt ? "visible" : "hidden";
    },
    hasFocus: () => isLookedAt,
    addEventListener: () => {},
  });
  vi.stubGlobal("window", {
    addEventListener: (name: string, hear: () => void) => looks.set(name, hear),
  });
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    if (!answers) throw new TypeError("no connection");
    told.push(JSON.parse(body));
    return Response.json({});
  });
  told.length = 0;
  isLookedAt = true;
  answers = true;
  if (looks.size === 0) watchReading();
  desk.value = province(4);
  panes.value = [{ chat: 1, person: 1 }];
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

const aMoment = () => vi.advanceTimersByTimeAsync(1000);

it("tells once how far somebody has read, and not what the server knows", async () => {
  expect(chats.value.get(1)?.readUpTo).toBe(4);
  markRead(1, 4);
  await aMoment();
  expect(told).toEqual([]);
  markRead(1, 6);
  markRead(1, 8);
  markRead(1, 7);
  await aMoment();
  expect(told).toEqual([{ chat: 1, upTo: 8 }]);
});

it("never goes back", async () => {
  markRead(1, 8);
  await aMoment();
  markRead(1, 5);
  await aMoment();
  expect(told).toEqual([{ chat: 1, upTo: 8 }]);
});

it("counts nothing as read while nobody looks, and tells it when somebody does", async () => {
  isLookedAt = false;
  markRead(1, 9);
  await aMoment();
  expect(told).toEqual([]);
  lookAt(true);
  await aMoment();
  expect(told).toEqual([{ chat: 1, upTo: 9 }]);
});

it("counts nothing as read in a chat that was shut meanwhile", async () => {
  isLookedAt = false;
  markRead(1, 9);
  panes.value = [{ chat: 2, person: 2 }];
  lookAt(true);
  await aMoment();
  expect(told).toEqual([]);
});

it("says it again with the next message when the connection was lost", async () => {
  answers = false;
  markRead(1, 9);
  await aMoment();
  answers = true;
  markRead(1, 9);
  await aMoment();
  expect(told).toEqual([{ chat: 1, upTo: 9 }]);
});

it("begins to count anew in another province", async () => {
  markRead(1, 9);
  await aMoment();
  desk.value = province(0);
  markRead(1, 2);
  await aMoment();
  expect(told.at(-1)).toEqual({ chat: 1, upTo: 2 });
});
