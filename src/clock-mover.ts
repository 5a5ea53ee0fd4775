// Moving the clock forward: every moment passed over happens in its order, as it would have with
// time: what was held goes out at its hour, job slots run at theirs.
import { jobs as allJobs } from "#jobs/index.ts";
import type { MovableClock } from "./clock.ts";
import type { Db } from "./database/client.ts";
import { writeSetting } from "./database/settings.ts";
import { loadCalendar } from "./schedule/calendar-store.ts";
import { slotsPassed } from "./schedule/due-slots.ts";
import type { Job } from "./schedule/job.ts";
import type { TelegramBot } from "./telegram-bot.ts";

const LOOK_MS = 10;
/** A chat in which nothing moves for so long is not waited for. */
const SILENCE_MS = 3_000;

const reachable = { channel: "telegram", status: "active" } as const;

/** Something that happens at a moment, with the clock standing at it. */
export type Happening = { at: Date; happen: () => Promise<void> };

/** Hears of each moment at which the clock stopped; `said`: the bot said something then. */
export type OnStop = (at: Date, said: boolean) => Promise<void>;

type Passage = { db: Db; clock: MovableClock; bot: Pick<TelegramBot, "wakeOutbox"> };

/**
 * Waits until everything whose turn has come was at least tried: what Telegram refuses now must
 * not stop the clock. Chats that stay silent meanwhile are added to `silent`, and not waited for.
 */
const wentOut = async (db: Db, clock: MovableClock, silent: Set<number>): Promise<void> => {
  let last = "";
  let since = performance.now();
  for (;;) {
    const rows = await db.outboxMessage.findMany({
      where: {
        state: { in: ["pending", "sending"] },
        chat: reachable,
        chatId: { notIn: [...silent] },
        OR: [{ notBefore: null }, { notBefore: { lte: clock.now() } }],
      },
      select: { id: true, chatId: true, state: true, attempts: true },
      orderBy: { id: "asc" },
    });
    const tried = new Set(
      rows.flatMap((row) => (row.state === "pending" && row.attempts > 0 ? [row.chatId] : [])),
    );
    const waiting = rows.filter(({ chatId }) => !tried.has(chatId));
    if (waiting.length === 0) return;
    const now = waiting.map(({ id, state }) => `${id}:${state}`).join();
    if (now !== last) since = performance.now();
    else if (performance.now() - since > SILENCE_MS) {
      for (const { chatId } of waiting) silent.add(chatId);
      return;
    }
    last = now;
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

const hasSaid = async (db: Db, since: Date): Promise<boolean> =>
  (await db.outboxMessage.findFirst({
    where: { sentAt: { gte: since }, chat: reachable },
    select: { id: true },
  })) !== null;

/**
 * Goes through happenings (in the order of time) up to a moment; what is held goes out between
 * them. Where the clock stands is stored at each stop before anything happens there: whoever is
 * killed on the way goes on from there, and nothing is dated after it.
 */
export const passTime = async (
  { db, clock, bot }: Passage,
  happenings: readonly Happening[],
  to: Date,
  onStop: OnStop = async () => undefined,
): Promise<void> => {
  const silent = new Set<number>();
  const stopAt = async (moment: Date, happen?: Happening["happen"]): Promise<void> => {
    clock.atLeast(moment);
    const here = clock.now();
    await writeSetting(db, "clock.offset", clock.offset());
    await happen?.();
    bot.wakeOutbox();
    await wentOut(db, clock, silent);
    await onStop(moment, await hasSaid(db, here));
  };
  const releaseUntil = async (moment: Date): Promise<void> => {
    for (;;) {
      const release = await nextRelease(db, clock.now(), moment);
      if (release === null) return;
      await stopAt(release);
    }
  };
  for (const { at, happen } of happenings) {
    await releaseUntil(at);
    await stopAt(at, happen);
  }
  await releaseUntil(to);
  await stopAt(to);
};

/** Moves the clock forward and lets happen, in order, what lies between. */
export const makeClockMover =
  (
    db: Db,
    clock: MovableClock,
    bot: Pick<TelegramBot, "runSlot" | "wakeOutbox">,
    jobs: readonly Job[] = allJobs,
  ) =>
  async (to: Date, onStop?: OnStop): Promise<void> => {
    const slots = slotsPassed(jobs, clock.now(), to, await loadCalendar(db));
    const happenings = slots.map((due) => ({ at: due.slot, happen: () => bot.runSlot(due) }));
    await passTime({ db, clock, bot }, happenings, to, onStop);
  };
