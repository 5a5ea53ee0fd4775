// The real program (node src/main.ts) as an operator starts it: settings by environment, its log
// lines read from its standard output. It can be killed, stopped, frozen and looked at.
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { DatabaseTarget } from "#src/database/open.ts";

const program = path.join(import.meta.dirname, "../../../src/main.ts");

export type MainOrder = {
  database: DatabaseTarget;
  apiRoot: string;
  token: string;
  /** Where it serves health (and the webhook). */
  port: number;
  /** WEBHOOK_URL, CRON_…, LOG_LEVEL and the like. */
  settings?: Readonly<Record<string, string>>;
};

/** A line that it wrote, and when (performance.now()): of its log, or plain. */
export type Line = { at: number; level: string; msg: string; text: string };

export type MainProcess = {
  pid: number;
  port: number;
  lines: readonly Line[];
  /** Its exit code; null where a signal ended it. */
  gone: Promise<number | null>;
  isAlive: () => boolean;
  /** The first line like it, said already or later. @throws after `ms`, or when it ends before */
  says: (like: RegExp, ms?: number) => Promise<Line>;
  signal: (signal: "SIGKILL" | "SIGTERM" | "SIGSTOP" | "SIGCONT") => void;
  /** What its /healthz answers; null where nothing answers within two seconds. */
  health: () => Promise<{ status: number; body: unknown } | null>;
  /** SIGTERM, and SIGKILL where that does not end it within ten seconds. */
  stop: () => Promise<void>;
};

const readLine = (text: string): Line => {
  const at = performance.now();
  try {
    const { level, msg } = JSON.parse(text) as { level?: unknown; msg?: unknown };
    return { at, level: String(level), msg: String(msg), text };
  } catch {
    return { at, level: "plain", msg: text, text };
  }
};

/** Nothing of the caller's own settings reaches it. */
const environmentOf = ({ database, apiRoot, token, port, settings }: MainOrder) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_NO_WARNINGS: "1",
  BOT_TOKEN: token,
  TELEGRAM_API_ROOT: apiRoot,
  PORT: String(port),
  ...("url" in database ? { DATABASE_URL: database.url } : { DATA_DIR: database.dir }),
  ...settings,
});

/** Starts it; it is killed when the caller ends. */
export const startMain = (order: MainOrder): MainProcess => {
  const child = spawn(process.execPath, [program], {
    cwd: tmpdir(),
    env: environmentOf(order),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: Line[] = [];
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (text) => {
      lines.push(readLine(text));
      for (const listener of heard) listener();
    });
  }
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const gone = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      process.off("exit", kill);
      resolve(code);
      for (const listener of heard) listener();
    });
  });
  const isAlive = () => child.exitCode === null && child.signalCode === null;

  const says: MainProcess["says"] = (like, ms = 120_000) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = lines.find(({ text }) => like.test(text));
        if (found === undefined && isAlive()) return;
        clearTimeout(timer);
        heard.delete(look);
        if (found !== undefined) resolve(found);
        else reject(new Error(`it ended and never said ${like}: ${lines.at(-1)?.text}`));
      };
      const timer = setTimeout(() => {
        heard.delete(look);
        reject(new Error(`it did not say ${like} within ${ms} ms: ${lines.at(-1)?.text}`));
      }, ms);
      heard.add(look);
      look();
    });

  return {
    pid: child.pid ?? 0,
    port: order.port,
    lines,
    gone,
    isAlive,
    says,
    signal: (signal) => void child.kill(signal),
    health: async () => {
      const url = `http://127.0.0.1:${order.port}/healthz`;
      const signal = AbortSignal.timeout(2_000);
      try {
        const answer = await fetch(url, { signal });
        return { status: answer.status, body: await answer.json() };
      } catch {
        return null;
      }
    },
    stop: async () => {
      const late = setTimeout(kill, 10_000);
      child.kill("SIGTERM");
      await gone;
      clearTimeout(late);
    },
  };
};
