// The bot of the fuzz: the real intake (as a webhook), handling, channel and delivery in this very
// process, so that its memory can be looked at; Telegram is a process of its own.
import { startBot } from "#src/app.ts";
import { movableClock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import type { Log } from "#src/delivery/log.ts";
import { makeTelegramChannel } from "#src/telegram/channel.ts";
import { makeWebhook } from "#src/telegram/webhook.ts";

export type Fault = { text: string; error: string; update: string };

export type FuzzBot = {
  /** Posts one update to the webhook; the status. */
  post: (body: string) => Promise<number>;
  /** Resolves when inbox and outbox hold nothing to do. */
  settle: () => Promise<void>;
  /** Every error that was logged. */
  faults: readonly Fault[];
  /** Messages by what became of them. */
  sent: ReadonlyMap<string, number>;
  stop: () => Promise<void>;
};

const SECRET = "a-secret-of-the-fuzz";
const PATIENCE_MS = 120_000;
const headers = new Headers({
  "content-type": "application/json",
  "x-telegram-bot-api-secret-token": SECRET,
});

const collectingLog = (faults: Fault[]): Log => {
  const nothing = () => undefined;
  const error: Log["error"] = (fields, text) => {
    const { err, update } = fields;
    const said = err instanceof Error ? (err.stack ?? err.message) : JSON.stringify(fields);
    faults.push({ text, error: said, update: typeof update === "string" ? update : "" });
  };
  return { debug: nothing, info: nothing, warn: nothing, error };
};

/** Waits until nothing is pending. @throws after two minutes without an end */
const settled = async (db: Db): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const inbox = await db.inboxUpdate.count({ where: { state: "pending" } });
    const outbox = await db.outboxMessage.count({
      where: { state: { in: ["pending", "sending"] }, chat: { status: "active" }, notBefore: null },
    });
    if (inbox === 0 && outbox === 0) return;
    if (performance.now() > until) {
      throw new Error(`not settled: inbox ${inbox}, outbox ${outbox}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

export const startFuzzBot = async (
  db: Db,
  telegram: { url: string; token: string },
  now: number,
): Promise<FuzzBot> => {
  const faults: Fault[] = [];
  const sent = new Map<string, number>();
  const log = collectingLog(faults);
  const clock = movableClock(now - Date.now());
  const { token, url: apiRoot } = telegram;
  const real = await makeTelegramChannel({ token, apiRoot, db, log, clock, pace: false });
  const channel: typeof real = {
    ...real,
    send: async (...given) => {
      const outcome = await real.send(...given);
      const why = "errorCode" in outcome ? `: ${outcome.errorCode}` : "";
      const key = `${outcome.kind}${why}`;
      sent.set(key, (sent.get(key) ?? 0) + 1);
      return outcome;
    },
  };
  const inviteLink = (code: string) => `https://t.me/dondoc_bot?start=${code}`;
  const bot = await startBot({ db, channel, clock, log, inviteLink, jobs: [], by: "fuzz" });
  const webhook = makeWebhook({
    secret: SECRET,
    db,
    clock,
    log,
    onStored: bot.wakeInbox,
    albumQuietMs: 5,
  });
  return {
    post: (body) => webhook.take(headers, body),
    settle: () => settled(db),
    faults,
    sent,
    stop: async () => {
      webhook.stop();
      await bot.stop();
    },
  };
};
