// The conversations of the last working day, really held with the bot over the local Bot API server.
import { afterAll, beforeAll, expect, it } from "vitest";
import { civilDate, fromDbDate } from "#src/calendar/civil-date.ts";
import { civilToday, instantAt } from "#src/calendar/zone.ts";
import { movableClock } from "#src/clock.ts";
import { type Playground, startBotApiServer } from "#src/playground/server.ts";
import { placePeople } from "#src/playground-house/place-people.ts";
import { heardAll, sayMessage } from "#src/playground-house/say-talk.ts";
import { peopleOf, type SampleMessage, sampleGroup, sampleTalk } from "#src/sample/index.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { startTelegramBot } from "#src/telegram-bot.ts";
import type { TestDatabase } from "#test/support/database.ts";
import { settled, TEST_TOKEN } from "#test/support/province.ts";
import { nineOn, openPlanted, SEED } from "./planted.ts";

const DAY = "2026-11-23";
const TALK_DAY = "2026-11-20";
const HELD_MS = 240_000;
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let open: TestDatabase;
let server: Playground;
let talk: SampleMessage[];
let stop: () => Promise<void>;
let threads: Record<string, number>;

beforeAll(async () => {
  open = await openPlanted(DAY);
  talk = await sampleTalk(open.db, nineOn(DAY));
  const clock = movableClock(instantAt(civilDate(TALK_DAY), "08:00").getTime() - Date.now());
  server = await startBotApiServer({
    port: 0,
    now: () => clock.now().getTime(),
    bot: { id: 7_000_001, firstName: "Đôn Đốc", username: "dondoc_bot", token: TEST_TOKEN },
    limits: { pace: false },
  });
  const placed = placePeople(server, peopleOf(SEED));
  threads = placed.threads;
  const bot = await startTelegramBot({
    ...{
      db: open.db,
      token: TEST_TOKEN,
      apiRoot: server.url,
      clock,
      log: silent,
      crons: {},
      pace: false,
    },
  });
  stop = async () => {
    await bot.stop();
    await server.close();
    await open.close();
  };
  for (const message of talk) {
    clock.atLeast(message.at);
    sayMessage(placed, message);
    await heardAll(open.db, server);
  }
  await settled(open.db, server, clock);
}, HELD_MS);
afterAll(() => stop());

const personOf = (key: string) => peopleOf(SEED).find((one) => one.key === key)?.telegramId ?? 0;

it("is held within office hours of the last working day, one after the other", async () => {
  const calendar = await loadCalendar(open.db);
  expect(calendar.isWorkingDay(civilDate(TALK_DAY))).toBe(true);
  expect(talk.length).toBeGreaterThanOrEqual(15);
  expect(talk.map(({ at }) => civilToday(at))).toEqual(talk.map(() => TALK_DAY));
  const times = talk.map(({ at }) => at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

it("opens topics in the threads that the groups are bound in", async () => {
  const expected = sampleGroup("helpers").topics.map(({ name, threadId }) => [name, threadId]);
  expect(threads).toEqual(Object.fromEntries(expected));
  const bound = await open.db.chatBinding.findMany({ where: { threadId: { not: 0 } } });
  expect(bound.map(({ threadId }) => threadId).sort()).toEqual([2, 3]);
});

it("is handled without a failure, and leaves nobody half-way through a question", async () => {
  expect(await open.db.inboxUpdate.count({ where: { state: { not: "done" } } })).toBe(0);
  expect(await open.db.form.count()).toBe(0);
});

it("is answered every time that the bot is spoken to", () => {
  const helpers = sampleGroup("helpers").id;
  for (const { person, chat } of talk.filter((one) => one.chat !== helpers)) {
    const mine = talk.filter((one) => one.chat === chat && one.person === person).length;
    const answers = server.messages(chat).filter(({ from }) => from?.is_bot === true).length;
    expect(answers).toBeGreaterThanOrEqual(mine);
  }
  // What people tell each other is none of the bot's business.
  expect(server.messages(helpers).filter(({ from }) => from?.is_bot === true)).toEqual([]);
});

it("reports progress with a picture, and what stands in the way", async () => {
  const { db } = open;
  const progress = await db.progress.findMany({
    where: { inbox: { updateId: { gt: 0 } } },
    include: { attachments: { include: { file: true } } },
    orderBy: { id: "asc" },
  });
  expect(progress.map(({ percent }) => percent)).toEqual([95, 70, 80]);
  expect(progress.flatMap(({ attachments }) => attachments.map(({ file }) => file.mime))).toEqual([
    "image/jpeg",
  ]);
  const { externalId } = await db.identity.findFirstOrThrow({ where: { username: "son_xa" } });
  expect(Number(externalId)).toBe(personOf("commune"));
  expect(await db.blocker.count({ where: { answeredAt: null, closedAt: null } })).toBe(1);
});

it("hands in a document, confirms, and gives out a task", async () => {
  const { db } = open;
  const result = await db.result.findFirstOrThrow({
    where: { inbox: { updateId: { gt: 0 } } },
    include: { attachments: { include: { file: true } } },
  });
  expect(result).toMatchObject({ decision: "pending" });
  expect(result.documentNumber).toMatch(/^\d+\/BC-STP$/);
  expect(result.documentDate && fromDbDate(result.documentDate)).toBe(TALK_DAY);
  expect(result.attachments.map(({ file }) => file.name)).toEqual(["bao-cao-cap-nhat-van-ban.txt"]);
  const confirmed = await db.taskEvent.findMany({
    where: { kind: "confirmed", inbox: { updateId: { gt: 0 } } },
    include: { assignment: { include: { agency: true } } },
    orderBy: { id: "asc" },
  });
  expect(confirmed.map(({ assignment }) => assignment?.agency.code)).toEqual(["STP", "SNV"]);
  const last = await db.task.findFirstOrThrow({
    orderBy: { id: "desc" },
    include: { assignments: { include: { agency: true } } },
  });
  expect(last).toMatchObject({ status: "registered" });
  expect(last.assignments.map(({ agency }) => agency.code)).toEqual(["SYT"]);
});
