// How quick the playground's page is: a later start, the first picture on a slow phone, the size of
// its script, scrolling through a thousand messages. A program, on a machine that does nothing else:
//   node bench/page.ts
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { startBotApiServer } from "#src/playground/server.ts";
import { launchChromium } from "#test/browser/support/chromium.ts";
import { longChat, wheelToBeginning } from "#test/browser/support/long-chat.ts";
import { untilDesk } from "#test/browser/support/page-api.ts";
import { visitor } from "#test/browser/support/visitor.ts";
import { openWindow } from "#test/browser/support/window.ts";

const print = (what: string, value: string): void => console.log(`${what.padEnd(58)} ${value}`);
const ms = (since: number): string => `${Math.round(performance.now() - since)} ms`;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
};

const untilAnswers = async (url: string): Promise<void> => {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

// ── The first start plants the province; a later one finds it ───────────────────────────────────

type Bot = { url: string; stop: () => Promise<void> };

const startBot = async (folder: string): Promise<Bot> => {
  const port = await freePort();
  const quiet = { BOT_TOKEN: "", DATABASE_URL: "", LOG_LEVEL: "error" };
  const bot = spawn(process.execPath, ["src/start.ts"], {
    env: { ...process.env, ...quiet, PORT: String(port), DATA_DIR: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      bot.kill("SIGTERM");
      await once(bot, "exit");
    },
  };
};

const atWork = (url: string) =>
  untilDesk(url, ({ busy, persons }) => busy === null && persons.length > 0);

const firstStart = async (folder: string): Promise<void> => {
  const began = performance.now();
  const bot = await startBot(folder);
  await untilAnswers(`${bot.url}/`);
  print("first start: the page answers", ms(began));
  await atWork(bot.url);
  print("first start: the province is planted, the bot at work", ms(began));
  await bot.stop();
};

const laterStart = async (browser: Browser, folder: string): Promise<void> => {
  // The visitor's browser is open already.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const began = performance.now();
  const bot = await startBot(folder);
  await untilAnswers(`${bot.url}/`);
  print("later start: the page answers", ms(began));
  await page.goto(bot.url, { waitUntil: "commit" });
  await page.getByRole("log").first().getByRole("listitem").first().waitFor();
  print("later start: the page is usable, messages shown", ms(began));
  await atWork(bot.url);
  print("later start: the bot is at work", ms(began));
  await context.close();

  await scriptSize(bot.url);
  await firstPicture(browser, bot.url);
  await bot.stop();
};

const scriptSize = async (url: string): Promise<void> => {
  const answer = await fetch(`${url}/playground/app.js`, {
    headers: { "accept-encoding": "identity" },
  });
  const script = Buffer.from(await answer.arrayBuffer());
  print("script, minified", `${(script.length / 1024).toFixed(1)} KB`);
  print("script, gzipped", `${(gzipSync(script).length / 1024).toFixed(1)} KB`);
};

// ── The first picture on a slow phone: CPU 4× slower, 150 ms round trip, 1.6 Mbit/s ─────────────

const slowPhone = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.enable");
  const throughput = (1.6 * 1024 * 1024) / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
};

const firstPicture = async (browser: Browser, url: string): Promise<void> => {
  const window = await openWindow(browser, "about:blank", { view: "phone" });
  const { page, context } = window;
  await slowPhone(page);
  const began = performance.now();
  await page.goto(url);
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const take = () => {
          const [entry] = performance.getEntriesByName("first-contentful-paint");
          if (entry === undefined) requestAnimationFrame(take);
          else resolve(entry.startTime);
        };
        take();
      }),
  );
  print("slow phone: first contentful paint", `${Math.round(painted)} ms`);
  await page.getByRole("navigation").getByRole("button").first().waitFor();
  print("slow phone: the list can be used", ms(began));
  await context.close();
};

// ── Scrolling ───────────────────────────────────────────────────────────────────────────────────

const MANY = 1_000;
const token = "123456:BENCH";

const caller = (url: string) => async (method: string, args: Record<string, unknown>) => {
  const response = await fetch(`${url}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  const answer: { ok: boolean } = await response.json();
  return answer;
};

const frames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { frameTimes: times });
    let last = performance.now();
    const next = (now: number) => {
      times.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });

const taken = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const found: unknown = Reflect.get(window, "frameTimes");
    return Array.isArray(found) ? found.map(Number) : [];
  });

const scrolling = async (browser: Browser): Promise<void> => {
  const playground = await startBotApiServer({
    port: 0,
    now: Date.now,
    bot: { id: 123456, firstName: "Đôn Đốc", username: "dondoc_bot", token },
    limits: { pace: false },
  });
  const lan = playground.createUser({ firstName: "Lan", username: "lan" });
  await longChat({ lan, call: caller(playground.url) }, MANY);
  // What was read before opens at its end.
  playground.markAllRead();
  const window = await openWindow(browser, playground.url);
  const desk = await visitor(window);
  const pane = await desk.openChat("Lan");
  await pane.hears(`tin số ${MANY}.`);
  await frames(desk.page);
  await wheelToBeginning(desk.page, pane, "tin số 1.");
  const times = (await taken(desk.page)).sort((a, b) => a - b);
  const at = (share: number): string =>
    `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
  print(`scrolling ${MANY} messages: frames`, String(times.length));
  print("scrolling: median frame", at(0.5));
  print("scrolling: 95 % of frames under", at(0.95));
  print("scrolling: longest frame", `${(times.at(-1) ?? 0).toFixed(1)} ms`);
  print("scrolling: frames over 50 ms", String(times.filter((time) => time > 50).length));
  await window.context.close();
  await playground.close();
};

const browser = await launchChromium();
const folder = await mkdtemp(path.join(tmpdir(), "dondoc-bench-"));
await firstStart(folder);
await laterStart(browser, folder);
await rm(folder, { recursive: true, force: true });
await scrolling(browser);
await browser.close();
process.exit(0);
