import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Config, type Environment, loadEnvFile, readConfig } from "#src/config.ts";

const KNOWN = ["CRON_WEEKLY_RANKING", "CRON_DEADLINE_ALERTS"];
const TOKEN = "123456789:AAF0abcDEF-secret_part";

const configOf = (env: Environment): Config => {
  const result = readConfig(env, KNOWN);
  if (!result.ok) throw new Error(result.mistakes.join("\n"));
  return result.config;
};

const mistakesIn = (env: Environment): string[] => {
  const result = readConfig(env, KNOWN);
  return result.ok ? [] : result.mistakes;
};

describe("configuration", () => {
  it("needs nothing: the playground, an embedded database, port 8080", () => {
    expect(configOf({})).toEqual({
      mode: { kind: "playground", port: 8080, dataDir: path.join("data", "playground") },
      database: { dir: path.join("data", "playground") },
      embeddedDir: path.join("data", "playground"),
      backupDir: path.join("data", "backups"),
      port: 8080,
      adminTelegramIds: [],
      logLevel: "info",
      crons: {},
    });
  });

  it("talks to Telegram where a token is set", () => {
    const config = configOf({ BOT_TOKEN: TOKEN, DATA_DIR: "/srv/dondoc" });
    expect(config.mode).toEqual({
      kind: "telegram",
      token: TOKEN,
      apiRoot: "https://api.telegram.org",
    });
    expect(config.database).toEqual({ dir: "/srv/dondoc" });
    expect(config.backupDir).toBe("/srv/dondoc/backups");
    expect(configOf({ BACKUP_DIR: "/mnt/nas/dondoc" }).backupDir).toBe("/mnt/nas/dondoc");
  });

  it("takes another Bot API server, without the slash at its end", () => {
    const config = configOf({ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: "http://127.0.0.1:9000/" });
    expect(config.mode).toMatchObject({ apiRoot: "http://127.0.0.1:9000" });
  });

  it("is posted to where an address and a secret are set, by https or on this machine", () => {
    const secret = "a".repeat(32);
    const webhookOf = (url: string) =>
      configOf({ BOT_TOKEN: TOKEN, WEBHOOK_URL: url, WEBHOOK_SECRET: secret }).mode;
    const url = "https://dondoc.example.vn:8443/tg/hook";
    expect(webhookOf(url)).toMatchObject({ webhook: { url, path: "/tg/hook", secret } });
    expect(webhookOf("http://127.0.0.1:8080/tg")).toMatchObject({ webhook: { path: "/tg" } });
  });

  it.each([
    "http://dondoc.example.vn/tg",
    "https://dondoc.example.vn/healthz",
    "https://dondoc.example.vn/:any*",
    "https://dondoc.example.vn/tg?key=1",
    "https://me@dondoc.example.vn/tg",
    "telegram",
  ])("refuses %s as the webhook's address", (url) => {
    const env = { BOT_TOKEN: TOKEN, WEBHOOK_URL: url, WEBHOOK_SECRET: "a".repeat(32) };
    expect(mistakesIn(env).join()).toContain("WEBHOOK_URL must be the https address");
  });

  it("wants address and secret of the webhook together, and never shows the secret", () => {
    const [url, secret] = ["https://dondoc.example.vn/tg", "a".repeat(32)];
    expect(mistakesIn({ BOT_TOKEN: TOKEN, WEBHOOK_URL: url }).join()).toContain(
      "WEBHOOK_URL is set but WEBHOOK_SECRET is not",
    );
    expect(mistakesIn({ BOT_TOKEN: TOKEN, WEBHOOK_SECRET: secret }).join()).toContain(
      "WEBHOOK_SECRET is set but WEBHOOK_URL is not",
    );
    expect(mistakesIn({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret }).join()).toContain(
      "WEBHOOK_URL is set but BOT_TOKEN is not",
    );
    const short = mistakesIn({ BOT_TOKEN: TOKEN, WEBHOOK_URL: url, WEBHOOK_SECRET: "ngan-qua" });
    expect(short.join()).toContain("WEBHOOK_SECRET must be 32 to 256");
    expect(short.join()).not.toContain("ngan-qua");
  });

  it("prefers DATABASE_URL in either mode", () => {
    const url = "postgresql://dondoc:geheim@db:5432/dondoc";
    expect(configOf({ DATABASE_URL: url }).database).toEqual({ url });
    expect(configOf({ DATABASE_URL: url, BOT_TOKEN: TOKEN }).database).toEqual({ url });
  });

  it("reads lists, levels and cron expressions", () => {
    const config = configOf({
      ADMIN_TELEGRAM_IDS: "11, 22",
      LOG_LEVEL: "debug",
      PORT: "9090",
      CRON_WEEKLY_RANKING: "15 8 * * 1",
    });
    expect(config).toMatchObject({
      adminTelegramIds: ["11", "22"],
      logLevel: "debug",
      port: 9090,
      crons: { CRON_WEEKLY_RANKING: "15 8 * * 1" },
    });
  });

  it("takes an empty value for none", () => {
    expect(configOf({ BOT_TOKEN: "", DATABASE_URL: " ", PORT: "", CRON_X: "" })).toEqual(
      configOf({}),
    );
  });
});

describe("mistakes in the configuration", () => {
  it.each<[Environment, string]>([
    [{ PORT: "http" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ ADMIN_TELEGRAM_IDS: "11,@an" }, "ADMIN_TELEGRAM_IDS"],
    [{ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: "api.telegram.org" }, "TELEGRAM_API_ROOT"],
    [{ CRON_WEEKLY_RANKING: "0 8 * *" }, "CRON_WEEKLY_RANKING"],
    [{ CRON_WEEKLY_RANKING: "0 25 * * 1" }, "CRON_WEEKLY_RANKING"],
    [{ CRON_WEEKLY_RANKING: "whenever it suits us all" }, "CRON_WEEKLY_RANKING"],
  ])("%o is one line with the name, the value and an example", (env, name) => {
    const mistakes = mistakesIn(env);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name} .*Example: ${name}=`));
    expect(mistakes[0]).toContain(JSON.stringify(env[name]));
    expect(mistakes[0]).not.toContain("\n");
  });

  it("never shows a token or a password", () => {
    const mistakes = mistakesIn({
      BOT_TOKEN: "sesame-open",
      DATABASE_URL: "mysql://root:sesame@db/dondoc",
    });
    expect(mistakes.map((line) => line.split(" ")[0])).toEqual(["BOT_TOKEN", "DATABASE_URL"]);
    expect(mistakes.join()).not.toContain("sesame");
  });

  it("are all told at once", () => {
    expect(mistakesIn({ PORT: "x", LOG_LEVEL: "x", CRON_WEEKLY_RANKING: "x" })).toHaveLength(3);
  });

  it("an unknown job setting is told with those that there are", () => {
    expect(mistakesIn({ CRON_WEEKLY_RANKINGS: "0 8 * * 1" })).toEqual([
      "CRON_WEEKLY_RANKINGS is no setting of any job. Known: CRON_WEEKLY_RANKING, CRON_DEADLINE_ALERTS.",
    ]);
  });

  it("a server without a token is not silently a playground", () => {
    expect(mistakesIn({ TELEGRAM_API_ROOT: "http://127.0.0.1:9000" })).toHaveLength(1);
  });
});

describe(".env", () => {
  it("adds to the environment, which wins; no file is no mistake", () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "dondoc-env-")), ".env");
    expect(loadEnvFile(file, { PORT: "9000" })).toEqual({ PORT: "9000" });
    writeFileSync(file, '# a comment\nPORT=8081\nLOG_LEVEL="debug"\n');
    expect(loadEnvFile(file, { PORT: "9000" })).toEqual({ PORT: "9000", LOG_LEVEL: "debug" });
  });
});
