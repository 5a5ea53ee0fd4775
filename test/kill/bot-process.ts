// The bot as a process of its own, that kills itself (SIGKILL: no handler runs, nothing is
// flushed) when it comes to a checkpoint for the n-th time. The parent moves its clock.

import { movableClock } from "#src/clock.ts";
import { makeClockMover } from "#src/clock-mover.ts";
import { openDatabase } from "#src/database/open.ts";
import { onCheckpoint } from "#src/delivery/checkpoints.ts";
import { makeLog } from "#src/log.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { startTelegramBot } from "#src/telegram-bot.ts";

export type BotOrder = {
  database: { url: string } | { dir: string };
  apiRoot: string;
  token: string;
  /** Epoch milliseconds of the civil clock. */
  now: number;
  /** Die at the n-th time of this checkpoint. */
  dieAt: { name: string; hit: number } | null;
};

const order = JSON.parse(process.argv[2] ?? "{}") as BotOrder;

const open = await openDatabase(order.database);
await seedDayOffs(open.db);
const clock = movableClock(order.now - Date.now());

let hits = 0;
onCheckpoint((name) => {
  if (name !== order.dieAt?.name) return;
  hits += 1;
  if (hits === order.dieAt.hit) process.kill(process.pid, "SIGKILL");
});

const bot = await startTelegramBot({
  db: open.db,
  token: order.token,
  apiRoot: order.apiRoot,
  clock,
  log: makeLog("error"),
  crons: {},
  pace: false,
});

process.on("message", async (message: { moveTo?: number; stop?: true }) => {
  if (message.moveTo !== undefined) {
    await makeClockMover(open.db, clock, bot)(new Date(message.moveTo));
    process.send?.("moved");
  }
  if (message.stop === true) {
    await bot.stop();
    await open.close();
    process.exit(0);
  }
});
process.send?.("ready");
