// Moving the clock forward: every moment passed over happens in its order, as it would have with
// time: what was held goes out at its hour, job slots run at theirs.
import { jobs } from "#jobs/index.ts";
import type { MovableClock } from "./clock.ts";
import type { Db } from "./database/client.ts";
import { writeSetting } from "./database/settings.ts";
import { loadCalendar } from "./schedule/calendar-store.ts";
import { slotsPassed } from "./schedule/due-slots.ts";
import type { TelegramBot } from "./telegram-bot.ts";

const LOOK_MS = 10;
/** A chat that cannot be written to now does not stop the clock. */
const LONGEST_WAIT_MS = 5_000;

const reachable = { channel: "telegram", status: "active" } as const;

/** Waits until everything whose turn has come was at least tried. */
const wentOut = async (db: Db, clock: MovableClock): Promise<void> => {
  const until = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < until) {
    const rows = await db.outboxMessage.findMany({
      where: {
        state: { in: ["pending", "sending"] },
        chat: reachable,
        OR: [{ notBefore: null }, { notBefore: { lte: clock.now() } }],
      },
      select: { chatId: true, state: true, attempts: true },
    });
    const stuck = new Set(
      rows.flatMap((row) => (row.state === "pending" && row.attempts > 0 ? [row.chatId] : [])),
    );
    if (rows.every(({ chatId }) => stuck.has(chatId))) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
};

/** The next moment at which something that is held may go out. */
const nextRelease = async (db: Db, after: Date, to: Date): Promise<Date | null> => {
  const row = await db.outboxMessage.findFirst({
    where: { state: "pending", chat: reachable, notBefore: { gt: after, lte: to } },
    orderBy: { notBefore: "asc" },
    select: { notBefore: true },
  });
  return row?.notBefore ?? null;
};

/** Moves the clock forward and lets happen, in order, what lies between. */
export const makeClockMover =
  (db: Db, clock: MovableClock, bot: Pick<TelegramBot, "runSlot" | "wakeOutbox">) =>
  async (to: Date): Promise<void> => {
    const moveTo = async (moment: Date): Promise<void> => {
      if (moment > clock.now()) clock.moveTo(moment);
      bot.wakeOutbox();
      await wentOut(db, clock);
    };
    const slots = slotsPassed(jobs, clock.now(), to, await loadCalendar(db));
    for (const due of slots) {
      for (;;) {
        const release = await nextRelease(db, clock.now(), due.slot);
        if (release === null) break;
        await moveTo(release);
      }
      if (due.slot > clock.now()) clock.moveTo(due.slot);
      await bot.runSlot(due);
      await wentOut(db, clock);
    }
    for (;;) {
      const release = await nextRelease(db, clock.now(), to);
      if (release === null) break;
      await moveTo(release);
    }
    await moveTo(to);
    await writeSetting(db, "clock.offset", clock.offset());
  };
