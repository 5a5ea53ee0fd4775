import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Backend } from "./api/backend.ts";
import { createCallLog } from "./api/call-log.ts";
import { runCall } from "./api/dispatch.ts";
import { createFaultBook } from "./api/faults.ts";
import { telegramLimits } from "./api/limits.ts";
import { createPace } from "./api/pace.ts";
import { createPolling } from "./api/polling.ts";
import { createQuestions } from "./api/questions.ts";
import { createTyping } from "./api/typing.ts";
import { createWebhookSender } from "./api/webhook.ts";
import { createControl, type Playground } from "./control.ts";
import { createListener } from "./http/listener.ts";
import type { BotApiServerOptions } from "./options.ts";
import { startBundling } from "./page/assets.ts";
import { createPage } from "./page/page.ts";
import { createObserver } from "./people/observer.ts";
import { openWorld } from "./state/world.ts";

/**
 * Starts a stand-in for api.telegram.org on 127.0.0.1, with people and chats that tests and
 * the page at `/` move. Point a bot's `apiRoot` at the handle's `url`.
 *
 * @throws when the port is taken or the store can't be opened
 */
export async function startBotApiServer(options: BotApiServerOptions): Promise<Playground> {
  const limits = { ...telegramLimits, ...options.limits };
  const world = openWorld({
    bot: options.bot,
    now: options.now,
    storeDir: options.storeDir,
    readsAllGroupMessages: options.readsAllGroupMessages ?? false,
  });

  const monotonic = options.monotonic ?? (() => performance.now());
  const stopped = new AbortController();
  const backend: Backend = {
    world,
    stopped: stopped.signal,
    typing: createTyping(world),
    limits,
    pace: createPace(limits.pace, monotonic),
    faults: createFaultBook(),
    log: createCallLog(options.now, monotonic),
    polling: createPolling(world),
    webhook: createWebhookSender(world, limits.webhook, async (method, fields) => {
      await runCall(backend, method, { fields, uploads: new Map() }, stopped.signal);
    }),
    taps: createQuestions(options.now, limits.callbackQuerySeconds),
    inlineQueries: createQuestions(options.now, limits.callbackQuerySeconds),
  };
  const observer = createObserver(world, options.strict ?? false);

  const playing = { backend, observer };
  const page = createPage(playing, options.house);
  // Somebody will open the page: its script is ready by then.
  if (options.house) void startBundling();

  const server = createServer(createListener(page));
  // A long poll may be silent for longer than the default patience of five minutes.
  server.requestTimeout = 0;
  // A server that closes idle connections resets calls that are just being sent on them.
  server.keepAliveTimeout = 0;

  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  const unlisten = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  await listen(options.port);
  const { port } = server.address() as AddressInfo;
  backend.webhook.restart();

  let comingBack: NodeJS.Timeout | undefined;
  return createControl({
    playing,
    setBusy: page.busy.set,
    port,
    refuseConnections: async (ms, inFlight = "cut") => {
      if (server.listening && inFlight === "cut") await unlisten();
      // Idle connections are closed by this, those with a call under way are not.
      else if (server.listening) server.close();
      clearTimeout(comingBack);
      comingBack = setTimeout(() => void listen(port), ms);
    },
    close: async () => {
      if (stopped.signal.aborted) return;
      stopped.abort();
      clearTimeout(comingBack);
      backend.webhook.stop();
      page.close();
      if (server.listening) await unlisten();
      world.store.close();
    },
  });
}

export type { CallbackAnswer } from "./api/backend.ts";
export type { BotCall } from "./api/call-log.ts";
export type { Fault, FaultBook, FaultRule } from "./api/faults.ts";
export type { Limits } from "./api/limits.ts";
export type { PaceFigures } from "./api/pace.ts";
export type { GroupOptions, Playground } from "./control.ts";
export type { CastMember, ClockStop, House } from "./house.ts";
export type { BotApiServerOptions } from "./options.ts";
export type { GroupHandle } from "./people/group.ts";
export type { Expected } from "./people/observer.ts";
export type { Person } from "./people/person.ts";
export type { FileOptions, Room } from "./people/room.ts";
export type { SentMessage } from "./people/sent-message.ts";
