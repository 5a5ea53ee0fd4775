// The province behind the playground's page: its clock, its bot, and what the page may ask of them.
import { type MovableClock, movableClock } from "#src/clock.ts";
import { makeClockMover } from "#src/clock-mover.ts";
import type { Db } from "#src/database/client.ts";
import { readSetting } from "#src/database/settings.ts";
import type { Log } from "#src/delivery/log.ts";
import { realPaceClock } from "#src/delivery/pace-clock.ts";
import type { House } from "#src/playground/house.ts";
import type { Playground } from "#src/playground/server.ts";
import { usualRates } from "#src/requests/rate-limit.ts";
import { castOf, peopleOf } from "#src/sample/index.ts";
import { loadCalendar } from "#src/schedule/calendar-store.ts";
import { startTelegramBot, type TelegramBot } from "#src/telegram-bot.ts";
import { causedBy } from "./caused.ts";
import type { ClockHint } from "./clock-hint.ts";
import { clockStopsFrom } from "./clock-stops.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { placePeople } from "./place-people.ts";
import { plantProvince } from "./plant-province.ts";
import { playgroundJobs } from "./playground-jobs.ts";
import { plantedSample } from "./sample-mark.ts";
import { heardAll } from "./say-talk.ts";

export type HouseDeps = {
  /** The stand-in is up before the database is. */
  db: Promise<Db>;
  log: Log;
  crons: Readonly<Record<string, string>>;
  /** Of a province that is planted now; one that is there has its own. */
  seed: number;
  /** The machine's clock, epoch ms: the present of a province whose clock was not moved. */
  machine: () => number;
  hint: ClockHint;
  /** What the hint said: milliseconds ahead of that clock; null where nothing was planted here. */
  stoodAt: number | null;
};

/** So long the clock rests where something was said, that the page can show it. */
const REST_MS = 250;

export type ProvinceHouse = House & {
  /** Civil, epoch ms: what the stand-in dates its messages by. */
  now: () => number;
  /** Telegram's pace runs on this clock, ms: nobody waits for it while time is passed over. */
  pace: () => number;
  /** Goes on with what the database holds, or plants it. */
  open: (server: Playground) => Promise<void>;
  close: () => Promise<void>;
};

const withoutNews = (log: Log): Log => ({
  debug: (fields, text) => log.debug(fields, text),
  info: (fields, text) => log.debug(fields, text),
  warn: (fields, text) => log.warn(fields, text),
  error: (fields, text) => log.error(fields, text),
});

class Stopped extends Error {
  constructor() {
    super("The playground is being stopped");
  }
}

export const makeHouse = (deps: HouseDeps): ProvinceHouse => {
  const { log, crons, machine, hint, stoodAt } = deps;
  const jobs = playgroundJobs(crons);
  const lock = oneAtATime();
  let seed = deps.seed;
  let cast = castOf(seed);
  let clock: MovableClock = movableClock(stoodAt ?? 0, machine);
  let server: Playground | undefined;
  let bot: TelegramBot | undefined;
  let entering: Promise<void> | undefined;
  let isStopping = false;
  let hurried = false;
  let leapt = 0;

  const standIn = (): Playground => {
    if (server === undefined) throw new Error("The playground is not open");
    return server;
  };
  const goesOn = (): void => {
    if (isStopping) throw new Stopped();
  };
  const pace = (): number => {
    if (hurried) leapt += 60_000;
    return performance.now() + leapt;
  };
  const startBot = async (db: Db, { scheduled }: { scheduled: boolean }): Promise<TelegramBot> => {
    const { token, url: apiRoot } = standIn();
    const paceClock = { now: pace, after: realPaceClock.after };
    // Pauses after a failure are real: a server that is down is not asked a hundred times meanwhile.
    const deps = { db, token, apiRoot, clock, crons, paceClock, pauseClock: realPaceClock };
    if (scheduled) return startTelegramBot({ ...deps, log, rateLimit: usualRates });
    // What the sample lives through is no news of this day.
    return startTelegramBot({ ...deps, log: withoutNews(log), jobs: [] });
  };
  const hurriedly = async (work: () => Promise<void>): Promise<void> => {
    hurried = true;
    await work().finally(() => {
      hurried = false;
    });
  };

  const plant = (db: Db, at: Playground): Promise<void> =>
    hurriedly(async () => {
      const since = performance.now();
      await plantProvince({
        db,
        server: at,
        jobs,
        seed,
        machine,
        useClock: (other) => {
          clock = other;
        },
        startBot: () => startBot(db, { scheduled: false }),
        goesOn,
      });
      clock = movableClock(0, machine);
      await hint.write(0);
      log.info({ ms: Math.round(performance.now() - since) }, "the sample province is planted");
    });

  /** With what the database holds, or with what is planted now. */
  const enter = async (at: Playground): Promise<void> => {
    if (stoodAt === null) at.setBusy({ kind: "planting" });
    const db = await deps.db;
    goesOn();
    const planted = await plantedSample(db);
    if (planted !== null) {
      seed = planted.seed;
      cast = castOf(seed);
      const offset = await readSetting(db, "clock.offset");
      if (offset !== stoodAt && typeof offset === "number") clock = movableClock(offset, machine);
      placePeople(at, peopleOf(seed));
    } else {
      at.setBusy({ kind: "planting" });
      await lock.during("planting", () => plant(db, at));
    }
    goesOn();
    bot = await startBot(db, { scheduled: true });
  };

  return {
    get cast() {
      return cast;
    },
    now: () => clock.now().getTime(),
    pace,

    open: (at) => {
      server = at;
      entering = enter(at)
        .catch((error: unknown) => {
          if (!(error instanceof Stopped)) throw error;
        })
        .finally(() => at.setBusy(null));
      return entering;
    },

    clockStops: async () => {
      const db = await deps.db;
      return clockStopsFrom(clock.now(), jobs, await loadCalendar(db));
    },

    moveClock: (to, passed) =>
      lock.during("clock", async () => {
        const db = await deps.db;
        const running = bot;
        if (running === undefined) throw new Error("The bot is not running");
        await heardAll(db, standIn());
        const move = makeClockMover(db, clock, running, jobs);
        await hurriedly(() =>
          move(new Date(to), async (moment, said) => {
            goesOn();
            await hint.write(clock.offset());
            passed(moment.getTime());
            if (said) await new Promise((resolve) => setTimeout(resolve, REST_MS));
          }),
        );
      }),

    reset: () =>
      lock.during("reset", async () => {
        const [db, at] = [await deps.db, standIn()];
        await bot?.stop();
        bot = undefined;
        await plant(db, at);
        bot = await startBot(db, { scheduled: true });
      }),

    caused: async (updateId) => causedBy(await deps.db, updateId),

    close: async () => {
      isStopping = true;
      await entering?.catch(() => undefined);
      await lock.idle();
      await bot?.stop();
    },
  };
};
