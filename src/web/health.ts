// /healthz: the database answers, and Telegram was heard of lately (the age of the last
// *successful* getUpdates, not of the last call).
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Db } from "#src/database/client.ts";

const DEAF_AFTER_MS = 120_000;

export type HealthDeps = {
  db: Db;
  /** Monotonic milliseconds of the last successful getUpdates; null = none yet. */
  lastSuccess: () => number | null;
};

export const makeHealthApp = ({ db, lastSuccess }: HealthDeps) => {
  const startedAt = performance.now();
  return new Hono().get("/healthz", async (context) => {
    const database = await db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    const silentMs = Math.round(performance.now() - (lastSuccess() ?? startedAt));
    const healthy = database && silentMs < DEAF_AFTER_MS;
    return context.json({ healthy, database, telegramSilentMs: silentMs }, healthy ? 200 : 503);
  });
};

/** Serves the health page; the returned function closes it. */
export const serveHealth = (deps: HealthDeps, port: number): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: makeHealthApp(deps).fetch, port }, () =>
      resolve(
        () =>
          new Promise((closed) => {
            server.close(() => closed());
          }),
      ),
    );
    server.once("error", reject);
  });
