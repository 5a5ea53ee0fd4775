// Long polling of our own: the offset, which confirms updates to Telegram, moves on only after
// they are stored.
import { Api, GrammyError } from "grammy";
import { isPassingFault } from "#src/database/passing-fault.ts";
import { checkpoint } from "#src/delivery/checkpoints.ts";
import type { Metrics } from "#src/metrics/metrics.ts";
import { ALLOWED_UPDATES } from "./allowed-updates.ts";
import { type IntakeDeps, makeIntake } from "./intake.ts";
import { observeCalls } from "./observe-calls.ts";
import { faultOf } from "./outcome.ts";

const POLL_SECONDS = 25;

export type Pauses = {
  first: number;
  longest: number;
  conflict: number;
  unauthorized: number;
  /** While the database is away: whoever waits for an answer waits no longer than it does. */
  away: number;
};

const calmly: Pauses = {
  first: 500,
  longest: 30_000,
  conflict: 5_000,
  unauthorized: 60_000,
  away: 1_000,
};

export type PollingDeps = IntakeDeps & {
  api: Api;
  pauses?: Partial<Pauses>;
  /** Where its calls are counted; nowhere unless told. */
  metrics?: Metrics;
};

type Signal = Parameters<Api["getWebhookInfo"]>[0];

/** Resolves after a while, or at once when stopped. */
const pause = (ms: number, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stopped.addEventListener("abort", end);
  });

/** Starts receiving at once; a webhook that is set is taken away. */
export const makePolling = (deps: PollingDeps) => {
  const { log } = deps;
  const pauses = { ...calmly, ...deps.pauses };
  // A poll is silent for longer than a send may be.
  const api = new Api(deps.api.token, { ...deps.api.options, timeoutSeconds: POLL_SECONDS + 15 });
  if (deps.metrics !== undefined) api.config.use(observeCalls(deps.metrics));
  const intake = makeIntake(deps);
  const stopping = new AbortController();
  // grammY's types know only the signals of a library that Node's do not resemble enough.
  const signal = stopping.signal as unknown as Signal;
  let lastAt: number | null = null;
  let offset = 0;
  let failures = 0;
  let said = "";

  const prepare = async (): Promise<void> => {
    await intake.recover();
    const { url } = await api.getWebhookInfo(signal);
    if (url !== undefined && url !== "") await api.deleteWebhook({}, signal);
  };

  const pollOnce = async (): Promise<void> => {
    const updates = await api.getUpdates(
      { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
      signal,
    );
    lastAt = performance.now();
    checkpoint("inbox.received");
    const last = updates.at(-1);
    if (last === undefined) return;
    await intake.take(updates);
    offset = last.update_id + 1;
  };

  /** Says each new trouble once, and how long to leave Telegram alone. */
  const trouble = (error: unknown): number => {
    failures += 1;
    const { code, afterMs } = faultOf(error);
    const sayOnce = (level: "warn" | "error", text: string) => {
      if (said !== code) log[level]({ code }, text);
      said = code;
    };
    if (error instanceof GrammyError && error.error_code === 409) {
      sayOnce("error", "another process polls with the same token, or a webhook is set");
      return pauses.conflict;
    }
    if (error instanceof GrammyError && [401, 404].includes(error.error_code)) {
      sayOnce("error", "Telegram does not know the bot's token");
      return pauses.unauthorized;
    }
    sayOnce("warn", "receiving failed, trying again");
    if (isPassingFault(error)) return Math.min(pauses.away, pauses.first * 2 ** failures);
    return afterMs ?? Math.min(pauses.longest, pauses.first * 2 ** Math.min(failures - 1, 10));
  };

  const run = async (): Promise<void> => {
    let isPrepared = false;
    while (!stopping.signal.aborted) {
      try {
        if (!isPrepared) await prepare();
        isPrepared = true;
        await pollOnce();
        if (said !== "") log.info({}, "receiving again");
        failures = 0;
        said = "";
      } catch (error) {
        if (stopping.signal.aborted) break;
        await pause(trouble(error), stopping.signal);
      }
    }
  };

  const running = run();
  return {
    /** When (on `performance.now()`) Telegram last answered a poll well; null before it ever did. */
    lastSuccess: (): number | null => lastAt,
    /** Ends the poll under way; what it brought and was not stored comes again. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await running;
      intake.stop();
    },
  };
};

export type Polling = ReturnType<typeof makePolling>;
