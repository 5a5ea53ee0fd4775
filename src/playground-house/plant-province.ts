// Plants the whole sample into an emptied database and stand-in: eight weeks back, then forward to
// the present under a clock of its own, with the product's own jobs and answers on the way.
import { civilToday } from "#src/calendar/zone.ts";
import { type MovableClock, movableClock } from "#src/clock.ts";
import { type Happening, passTime } from "#src/clock-mover.ts";
import type { Db } from "#src/database/client.ts";
import { writeSetting } from "#src/database/settings.ts";
import type { Playground } from "#src/playground/server.ts";
import { peopleOf, plantSample, sampleGroup, sampleTalk } from "#src/sample/index.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import type { Job } from "#src/schedule/job.ts";
import type { TelegramBot } from "#src/telegram-bot.ts";
import { chronicleOf } from "./chronicle.ts";
import { emptyDatabase } from "./empty-database.ts";
import { placePeople } from "./place-people.ts";
import { writeMark } from "./sample-mark.ts";
import { heardAll, sayMessage } from "./say-talk.ts";

export type Planting = {
  db: Db;
  server: Playground;
  jobs: readonly Job[];
  seed: number;
  /** Epoch ms: the moment at which it is called is the present, where the story ends. */
  machine: () => number;
  /** Makes this clock the one that everything goes by. */
  useClock: (clock: MovableClock) => void;
  /** A bot that runs no job by itself. */
  startBot: () => Promise<TelegramBot>;
  /** @throws where the playground is being stopped */
  goesOn: () => void;
};

/** How many of the newest messages nobody has read yet, so that the counts have something to say. */
const unreadOf = (seed: number): Map<number, number> => {
  const idOf = (key: string) => peopleOf(seed).find((person) => person.key === key)?.telegramId;
  const left = [
    [sampleGroup("committee").id, 1],
    [idOf("head"), 2],
    [idOf("commune"), 1],
  ] as const;
  return new Map(left.flatMap(([id, count]) => (id === undefined ? [] : [[id, count]])));
};

const inOrder = (happenings: readonly Happening[]): Happening[] =>
  [...happenings].sort((a, b) => a.at.getTime() - b.at.getTime());

/** The bot is stopped when this is over, and the clock that the database knows stands at the present. */
export const plantProvince = async (planting: Planting): Promise<void> => {
  const { db, server, jobs, seed, machine } = planting;
  const present = new Date(machine());
  const mark = { seed, day: civilToday(present) };
  await emptyDatabase(db, mark);
  server.clear();
  const calendar = await loadCalendar(db);
  // Until the talk is known, the story begins with the rankings.
  const { from } = chronicleOf(jobs, { talkFrom: present, present }, calendar);
  const clock = movableClock(from.getTime() - machine(), machine);
  planting.useClock(clock);
  const placed = placePeople(server, peopleOf(seed));
  await plantSample(db, { seed, now: present, threads: placed.threads });
  planting.goesOn();

  const talk = await sampleTalk(db, present);
  const talkFrom = talk[0]?.at ?? present;
  const { slots } = chronicleOf(jobs, { talkFrom, present }, calendar);
  const bot = await planting.startBot();
  try {
    const happenings = [
      ...slots.map((due) => ({ at: due.slot, happen: () => bot.runSlot(due) })),
      ...talk.map((message) => ({
        at: message.at,
        happen: async () => {
          sayMessage(placed, message);
          await heardAll(db, server);
        },
      })),
    ];
    await heardAll(db, server);
    await passTime({ db, clock, bot }, inOrder(happenings), present, async () => planting.goesOn());
  } finally {
    await bot.stop();
  }
  server.markAllRead(unreadOf(seed));
  await db.$transaction(async (tx) => {
    await writeSetting(tx, "clock.offset", 0);
    await writeMark(tx, { ...mark, state: "whole" });
  });
};
