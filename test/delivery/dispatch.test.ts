// How the outbox empties: over HTTP to the stand-in, on a real database.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Db } from "#src/database/client.ts";
import type { DispatchDeps } from "#src/delivery/deliver.ts";
import { makeDelivery } from "#src/delivery/deliver.ts";
import { queueMessages } from "#src/delivery/outbox-store.ts";
import { fastPaceClock } from "#src/delivery/pace-clock.ts";
import { GIVE_UP_MS } from "#src/delivery/retry.ts";
import { type MessageKind, say } from "#src/messages/reply.ts";
import type { Person } from "#src/playground/server.ts";
import { makeTelegramChannel } from "#src/telegram/channel.ts";
import type { PaceLimits } from "#src/telegram/pace.ts";
import {
  atEnd,
  clock,
  collectLog,
  openPlayground,
  token,
  useDatabase,
} from "#test/telegram/stage.ts";

const db = useDatabase();
const FASTER = 20;

type Told = { chatId: number; kind: MessageKind; text: string };

const queue = (store: Db, all: readonly Told[]) =>
  store.$transaction((tx) =>
    queueMessages(
      tx,
      all.map(({ chatId, kind, text }) => ({
        to: { chatId },
        kind,
        key: text,
        reply: say(text),
      })),
      { now: clock.now(), inboxId: null },
    ),
  );

const open = async (
  people: number,
  options: Partial<DispatchDeps> & { pace?: PaceLimits | false } = {},
) => {
  const { pace = false, ...deps } = options;
  const playground = await openPlayground();
  const log = collectLog();
  const paceClock = fastPaceClock(FASTER);
  const channel = await makeTelegramChannel({
    token,
    apiRoot: playground.url,
    db: db(),
    log,
    clock,
    pace,
    paceClock,
    sendTimeoutSeconds: 2,
  });
  const rooms: { person: Person; chatId: number }[] = [];
  for (let n = 0; n < people; n += 1) {
    const person = playground.createUser({ firstName: `Lan ${n}` });
    person.dm().say("/start");
    const externalId = String(person.id);
    const chat = await db().chat.upsert({
      where: { channel_externalId: { channel: "telegram", externalId } },
      create: { channel: "telegram", externalId, kind: "private" },
      update: { status: "active" },
    });
    rooms.push({ person, chatId: chat.id });
  }
  const delivery = makeDelivery({ db: db(), channel, clock, log, pauseClock: paceClock, ...deps });
  const texts = (at: number): string[] => {
    const room = rooms[at];
    return room === undefined
      ? []
      : playground
          .messages(room.person.id)
          .filter(({ from }) => from?.is_bot === true)
          .map(({ text }) => text ?? "");
  };
  const start = () => {
    const loop = delivery.start();
    atEnd(() => loop.stop());
    return loop;
  };
  return { playground, rooms, texts, start, log };
};

const chatOf = (rooms: readonly { chatId: number }[], at: number): number => rooms[at]?.chatId ?? 0;

const gone = async (keys: readonly string[]) =>
  (await db().outboxMessage.findMany({ where: { key: { in: [...keys] } } })).every(
    ({ state }) => state !== "pending" && state !== "sending",
  );

const settled = async (keys: readonly string[]) => {
  await expect.poll(() => gone(keys), { timeout: 20_000, interval: 20 }).toBe(true);
};

describe("the outbox", () => {
  it("sends what somebody waits for first, and the rest of each chat in its order", async () => {
    const { rooms, texts, start } = await open(2);
    const [a, b] = [chatOf(rooms, 0), chatOf(rooms, 1)];
    const all: Told[] = [
      { chatId: a, kind: "ranking", text: "a xếp hạng 1" },
      { chatId: a, kind: "ranking", text: "a xếp hạng 2" },
      { chatId: b, kind: "ranking", text: "b xếp hạng" },
      { chatId: a, kind: "reply", text: "a trả lời" },
    ];
    await queue(db(), all);
    start();
    await settled(all.map(({ text }) => text));
    expect(texts(0)).toEqual(["a trả lời", "a xếp hạng 1", "a xếp hạng 2"]);
    expect(texts(1)).toEqual(["b xếp hạng"]);
  });

  it("lets no chat wait for another whose server does not answer", async () => {
    const { playground, rooms, texts, start } = await open(2);
    const [a, b] = [chatOf(rooms, 0), chatOf(rooms, 1)];
    playground.faults.add({ fault: { kind: "hang" }, chat: rooms[0]?.person.id ?? 0 });
    await queue(db(), [{ chatId: a, kind: "reply", text: "c treo" }]);
    const loop = start();
    await sleep(100);
    const all: Told[] = [1, 2, 3].map((n) => ({ chatId: b, kind: "reply", text: `d ${n}` }));
    await queue(db(), all);
    loop.wake();
    await settled(all.map(({ text }) => text));
    expect(texts(1)).toEqual(["d 1", "d 2", "d 3"]);
    expect(await gone(["c treo"])).toBe(false);
    await settled(["c treo"]);
    const row = await db().outboxMessage.findUniqueOrThrow({ where: { key: "c treo" } });
    expect(row).toMatchObject({ state: "unknown", errorCode: "timeout" });
  });

  it("tries what was surely not taken again, in its place", async () => {
    const { playground, rooms, texts, start } = await open(1);
    const chatId = chatOf(rooms, 0);
    const chat = rooms[0]?.person.id ?? 0;
    for (const fault of [
      { kind: "500" },
      { kind: "429", retryAfter: 5 },
      { kind: "error", code: 502, description: "Bad Gateway" },
    ] as const) {
      playground.faults.add({ fault, chat });
    }
    const all: Told[] = [1, 2, 3].map((n) => ({ chatId, kind: "notice", text: `e ${n}` }));
    await queue(db(), all);
    start();
    await settled(all.map(({ text }) => text));
    expect(texts(0)).toEqual(["e 1", "e 2", "e 3"]);
    const first = await db().outboxMessage.findUniqueOrThrow({ where: { key: "e 1" } });
    expect(first).toMatchObject({ state: "sent", attempts: 4 });
  });

  it("gives up after 24 hours: a dead letter, and what waits behind it goes out", async () => {
    let machine = Date.now();
    const { playground, rooms, texts, start, log } = await open(1, { machine: () => machine });
    const chatId = chatOf(rooms, 0);
    playground.faults.add({ fault: { kind: "500" }, chat: rooms[0]?.person.id ?? 0, times: 2 });
    await queue(db(), [
      { chatId, kind: "reply", text: "f chết" },
      { chatId, kind: "reply", text: "f sau" },
    ]);
    start();
    const first = () => db().outboxMessage.findUniqueOrThrow({ where: { key: "f chết" } });
    const refused = { state: "pending", attempts: 1 };
    await expect.poll(first, { timeout: 10_000, interval: 10 }).toMatchObject(refused);
    machine += GIVE_UP_MS;
    await settled(["f chết", "f sau"]);
    const code = "gave up after 24 h: 500 Internal Server Error";
    expect(await first()).toMatchObject({ state: "failed", errorCode: code, attempts: 2 });
    expect(texts(0)).toEqual(["f sau"]);
    expect(log.lines.map(({ text }) => text)).toContain("given up after 24 hours");
  });

  it("keeps the pace of a chat where nobody waits, and answers at once all the same", async () => {
    const pace = { allPerSecond: 30, chatPerSecond: 1, chatBurst: 5, groupPerMinute: 20 };
    const { rooms, texts, start } = await open(1, { pace });
    const chatId = chatOf(rooms, 0);
    const notices: Told[] = [1, 2, 3].map((n) => ({ chatId, kind: "notice", text: `g ${n}` }));
    await queue(db(), notices);
    const loop = start();
    await settled(["g 1"]);
    await queue(db(), [{ chatId, kind: "reply", text: "g trả lời" }]);
    loop.wake();
    await settled([...notices.map(({ text }) => text), "g trả lời"]);
    expect(texts(0).indexOf("g trả lời")).toBeLessThan(3);
    expect(texts(0).filter((text) => text !== "g trả lời")).toEqual(["g 1", "g 2", "g 3"]);
  });
});
