// /healthz and /metrics. Healthy is: the database answers, Telegram was heard of lately (the age
// of the last *successful* getUpdates, not of the last call), and no update waits for minutes.
import { Hono } from "hono";
import { type Clock, systemClock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import { type Figures, readFigures } from "#src/metrics/figures.ts";
import type { HouseMetrics } from "#src/metrics/house-metrics.ts";
import { askInTime } from "#src/metrics/in-time.ts";
import { makeMetricsPage } from "./metrics.ts";

export type Receiving = {
  mode: "polling" | "webhook" | "standby";
  /**
   * Monotonic age of the last successful getUpdates (webhook: of the last update that was posted);
   * null where none came yet, or none is due.
   */
  silentMs: number | null;
};

export type HealthDeps = {
  db: Db;
  receiving: () => Receiving;
  /** Whether this process handles the inbox, sends and runs jobs. */
  atWork: () => boolean;
  metrics: HouseMetrics;
  /** The civil clock that updates are stored by. */
  clock?: Clock;
  /** How long the database may take to answer (monotonic). */
  patienceMs?: number;
};

const DEAF_AFTER_MS = 120_000;
const STUCK_AFTER_SECONDS = 300;
const PATIENCE_MS = 2_000;

export type Health = {
  healthy: boolean;
  /** What is wrong, by name; empty where it is healthy. */
  faults: ("database" | "deaf" | "stuck")[];
  mode: Receiving["mode"];
  atWork: boolean;
  database: boolean;
  telegramSilentMs: number | null;
  /** Null where the database does not answer. */
  queue: {
    inboxPending: number;
    oldestUpdateSeconds: number | null;
    outboxPending: number;
    oldestMessageSeconds: number | null;
  } | null;
};

const rounded = (time: number | null): number | null => (time === null ? null : Math.round(time));

/** Judges; a standby is well as long as the database is: what is stuck is another's fault. */
export const healthOf = (
  figures: Figures | null,
  { mode, silentMs }: Receiving,
  atWork: boolean,
): Health => {
  const stuck = (figures?.inboxOldestSeconds ?? 0) > STUCK_AFTER_SECONDS;
  const faults: Health["faults"] = [
    ...(figures === null ? (["database"] as const) : []),
    ...(mode === "polling" && (silentMs ?? 0) >= DEAF_AFTER_MS ? (["deaf"] as const) : []),
    ...(atWork && stuck ? (["stuck"] as const) : []),
  ];
  return {
    healthy: faults.length === 0,
    faults,
    mode,
    atWork,
    database: figures !== null,
    telegramSilentMs: rounded(silentMs),
    queue: figures && {
      inboxPending: figures.inboxPending,
      oldestUpdateSeconds: rounded(figures.inboxOldestSeconds),
      outboxPending: figures.outbox.pending,
      oldestMessageSeconds: rounded(figures.outboxOldestSeconds),
    },
  };
};

/** A poller that was never answered is as silent as it is old. */
const sinceStart = (receiving: () => Receiving): (() => Receiving) => {
  let pollingSince: number | null = null;
  return () => {
    const now = receiving();
    if (now.mode !== "polling") pollingSince = null;
    else pollingSince ??= performance.now();
    return pollingSince === null || now.silentMs !== null
      ? now
      : { ...now, silentMs: performance.now() - pollingSince };
  };
};

/** Serves GET /healthz (200, or 503 with what is wrong) and GET /metrics. Nothing to hide there. */
export const makeHealthApp = (deps: HealthDeps) => {
  const { db, atWork, metrics, clock = systemClock, patienceMs = PATIENCE_MS } = deps;
  const receiving = sinceStart(deps.receiving);
  receiving();
  const figures = askInTime(() => readFigures(db, clock.now()), patienceMs);
  const page = makeMetricsPage({ metrics, figures, receiving, atWork });
  return new Hono()
    .get("/healthz", async (context) => {
      const health = healthOf(await figures(), receiving(), atWork());
      return context.json(health, health.healthy ? 200 : 503);
    })
    .get("/metrics", async (context) =>
      context.body(await page(), 200, { "content-type": metrics.registry.contentType }),
    );
};
