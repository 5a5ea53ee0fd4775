// The environment, read and checked once at start. Nothing else reads process.env.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { cronPlan } from "#src/calendar/cron.ts";

export type Environment = Record<string, string | undefined>;

export type Config = {
  /** Without a token the product runs on its own stand-in for Telegram. */
  mode:
    | { kind: "playground"; port: number; dataDir: string }
    | { kind: "telegram"; token: string; apiRoot: string; webhook?: WebhookConfig };
  database: { url: string } | { dir: string };
  /** Folder of the embedded database, also where a server is in use instead. */
  embeddedDir: string;
  /** Where the nightly backups are kept. */
  backupDir: string;
  /** Where people (playground) or machines (health, webhook) find this process. */
  port: number;
  adminTelegramIds: string[];
  logLevel: LogLevel;
  /** Only those that are set, by setting (`CRON_WEEKLY_RANKING`); a job has its own default. */
  crons: Record<string, string>;
};

/** Telegram posts updates to `url`; `path` is its route here. Without it: long polling. */
export type WebhookConfig = { url: string; path: string; secret: string };

export type ConfigResult = { ok: true; config: Config } | { ok: false; mistakes: string[] };

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Served here already. */
const PAGES = ["/healthz", "/metrics"];
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Telegram itself calls https only; a stand-in on this machine may do without. */
const isWebhookAddress = (address: string): boolean => {
  const url = URL.parse(address);
  if (url === null || url.search !== "" || url.hash !== "" || url.username !== "") return false;
  if (PAGES.includes(url.pathname) || !/^[\w./~%-]+$/.test(url.pathname)) return false;
  return url.protocol === "https:" || LOOPBACK.test(url.hostname);
};

const settings = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{3,}$/)
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().default("data"),
  BACKUP_DIR: z.string().optional(),
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)).default(8080),
  ADMIN_TELEGRAM_IDS: z
    .string()
    .transform((list) => list.split(",").map((id) => id.trim()))
    .pipe(z.array(z.string().regex(/^[1-9]\d*$/)))
    .default([]),
  LOG_LEVEL: z.enum(logLevels).default("info"),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isWebhookAddress)
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{32,256}$/)
    .optional(),
});

type Setting = keyof z.infer<typeof settings>;

const guide: Record<Setting, { must: string; example: string; secret?: true }> = {
  BOT_TOKEN: {
    must: "be the token that @BotFather gave",
    example: "123456789:AAF0abcDEF",
    secret: true,
  },
  TELEGRAM_API_ROOT: { must: "be an http(s) address", example: "https://api.telegram.org" },
  DATABASE_URL: {
    must: "be a PostgreSQL address",
    example: "postgresql://dondoc:secret@localhost:5432/dondoc",
    secret: true,
  },
  DATA_DIR: { must: "be a folder", example: "./data" },
  BACKUP_DIR: { must: "be a folder", example: "/srv/dondoc/backups" },
  PORT: { must: "be a number from 0 to 65535", example: "8080" },
  ADMIN_TELEGRAM_IDS: {
    must: "be numeric Telegram ids between commas",
    example: "123456789,987654321",
  },
  LOG_LEVEL: { must: `be one of ${logLevels.join(", ")}`, example: "info" },
  WEBHOOK_URL: {
    must: "be the https address that Telegram posts to, with a path of its own",
    example: "https://dondoc.example.vn/telegram",
  },
  WEBHOOK_SECRET: {
    must: "be 32 to 256 letters, digits, _ or -",
    example: "the output of: openssl rand -hex 32",
    secret: true,
  },
};

const CRON_GUIDE = "five fields: minute hour day month weekday";

const held = (value: string | undefined, secret = false): string =>
  secret ? `what it holds (${value?.length ?? 0} characters, not shown)` : JSON.stringify(value);

/** A line left as `NAME=` in `.env` or in a compose file sets nothing. */
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));

const readCrons = (env: Environment, known: readonly string[]) => {
  const crons: Record<string, string> = {};
  const mistakes: string[] = [];
  for (const [name, cron] of Object.entries(env)) {
    if (!name.startsWith("CRON_") || cron === undefined) continue;
    if (!known.includes(name)) {
      const names = known.length === 0 ? "none" : known.join(", ");
      mistakes.push(`${name} is no setting of any job. Known: ${names}.`);
      continue;
    }
    try {
      cronPlan(cron);
      crons[name] = cron;
    } catch (error) {
      const [cause] = (error as Error).message.split(":");
      mistakes.push(
        `${name} is ${held(cron)}, ${cause} (${CRON_GUIDE}). Example: ${name}="30 7 * * 1-5"`,
      );
    }
  }
  return { crons, mistakes };
};

const webhookOf = ({
  WEBHOOK_URL: url,
  WEBHOOK_SECRET: secret,
}: z.infer<typeof settings>): { webhook?: WebhookConfig } =>
  url === undefined || secret === undefined
    ? {}
    : { webhook: { url, path: new URL(url).pathname, secret } };

const webhookMistakes = (env: Environment): string[] => {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret } = env;
  if (url === undefined && secret === undefined) return [];
  if (url === undefined || secret === undefined) {
    const [set, missing] =
      url === undefined ? ["WEBHOOK_SECRET", "WEBHOOK_URL"] : ["WEBHOOK_URL", "WEBHOOK_SECRET"];
    return [
      `${set} is set but ${missing} is not: set both, or none for long polling. Example: WEBHOOK_URL=${guide.WEBHOOK_URL.example}`,
    ];
  }
  return env.BOT_TOKEN === undefined
    ? [
        `WEBHOOK_URL is set but BOT_TOKEN is not: set both, or none for the playground. Example: BOT_TOKEN=${guide.BOT_TOKEN.example}`,
      ]
    : [];
};

/** `knownCrons`: the settings of all jobs. One line for each mistake, none with a secret in it. */
export const readConfig = (
  environment: Environment,
  knownCrons: readonly string[] = [],
): ConfigResult => {
  const env = withoutEmpty(environment);
  const read = settings.safeParse(env);
  const { crons, mistakes } = readCrons(env, knownCrons);
  const wrong = new Set(read.error?.issues.map((issue) => issue.path[0] as Setting));
  const lines = [...wrong].map((name) => {
    const { must, example, secret } = guide[name];
    return `${name} must ${must}; it is ${held(env[name], secret)}. Example: ${name}=${example}`;
  });
  if (env.TELEGRAM_API_ROOT !== undefined && env.BOT_TOKEN === undefined) {
    lines.push(
      `TELEGRAM_API_ROOT is set but BOT_TOKEN is not: set both, or none for the playground. Example: BOT_TOKEN=${guide.BOT_TOKEN.example}`,
    );
  }
  lines.push(...webhookMistakes(env));
  if (!read.success || lines.length + mistakes.length > 0) {
    return { ok: false, mistakes: [...lines, ...mistakes] };
  }

  const { BOT_TOKEN: token, DATABASE_URL: url, DATA_DIR: dataDir, PORT: port } = read.data;
  const playground = path.join(dataDir, "playground");
  const embeddedDir = token === undefined ? playground : dataDir;
  const apiRoot = read.data.TELEGRAM_API_ROOT ?? "https://api.telegram.org";
  return {
    ok: true,
    config: {
      mode:
        token === undefined
          ? { kind: "playground", port, dataDir: playground }
          : { kind: "telegram", token, apiRoot, ...webhookOf(read.data) },
      database: url !== undefined ? { url } : { dir: embeddedDir },
      embeddedDir,
      backupDir: read.data.BACKUP_DIR ?? path.join(dataDir, "backups"),
      port,
      adminTelegramIds: read.data.ADMIN_TELEGRAM_IDS,
      logLevel: read.data.LOG_LEVEL,
      crons,
    },
  };
};

/** The environment with what a file adds to it; the environment wins. No file adds nothing. */
export const loadEnvFile = (
  file: string = ".env",
  environment: Environment = process.env,
): Environment =>
  existsSync(file) ? { ...parseEnv(readFileSync(file, "utf8")), ...environment } : environment;
