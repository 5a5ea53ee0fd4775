// The one HTTP server of the bot: health and figures for machines of the house, and, in webhook
// mode, the address that Telegram posts to.
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { readWithin } from "./read-within.ts";

export type PostTaker = (headers: Headers, body: () => Promise<string | null>) => Promise<number>;

export type WebDeps = {
  /** 0: any that is free. */
  port: number;
  /** Health and metrics. */
  pages: Hono;
  /** `take` reads the body itself, once it knows who posts; the status to answer with. */
  webhook?: { path: string; take: PostTaker };
};

export type Web = { port: number; close: () => Promise<void> };

/** Ten times what an update with a message of 4,096 letters and everything around it may need. */
const MOST_BYTES = 1_000_000;
/** A post that is not here by then is broken off; Telegram comes again. */
const REQUEST_MS = 30_000;

const appOf = ({ pages, webhook }: WebDeps): Hono => {
  const app = new Hono();
  app.route("/", pages);
  if (webhook === undefined) return app;
  app.post(webhook.path, async ({ req: { raw } }) => {
    const status = await webhook.take(raw.headers, () => readWithin(raw, MOST_BYTES));
    // What was not read to its end must not be taken for the next request.
    const left = status === 200 ? {} : { connection: "close" };
    return new Response(null, { status, headers: left });
  });
  app.all(webhook.path, () => new Response(null, { status: 405, headers: { allow: "POST" } }));
  return app;
};

/** Serves; rejects where the port is taken. */
export const serveWeb = (deps: WebDeps): Promise<Web> =>
  new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: appOf(deps).fetch,
        port: deps.port,
        serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS },
      },
      ({ port }: AddressInfo) =>
        resolve({
          port,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ("closeIdleConnections" in server) server.closeIdleConnections();
            }),
        }),
    );
    server.once("error", reject);
  });
