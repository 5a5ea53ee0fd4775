import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { makeMask } from "#src/log/mask-secrets.ts";
import { logInto } from "./lines.ts";

const TOKEN = "7812345678:AAF0abcDEF-ghiJKLmnoPQRstuVWXyz01_2";
const CODE = "kJ3xQ9-vLm2_aBcDeFgHiJkLmNoPqRsT";

const mask = makeMask();

describe("secrets are masked in a line, however they came into it", () => {
  test.each([
    ["a token by itself", `token ${TOKEN} is wrong`, TOKEN],
    [
      "a token in Telegram's address",
      `request to https://api.telegram.org/bot${TOKEN}/sendMessage`,
      TOKEN,
    ],
    ["a short token in an address", "http://localhost:8081/bot1:abc/getMe", "1:abc"],
    [
      "a token with its colon escaped",
      `/bot${TOKEN.replace(":", "%3A")}/getMe`,
      TOKEN.slice(TOKEN.indexOf(":") + 1),
    ],
    ["a code behind /start", `text: "/start ${CODE}"`, CODE],
    ["a wrong code behind /start", "/start mot-hai-ba", "mot-hai-ba"],
    ["a code in a link", `https://t.me/dondoc_bot?start=${CODE}`, CODE],
    ["a code by itself", JSON.stringify({ text: `mã\n${CODE}` }), CODE],
    [
      "a database's password",
      "postgres://dondoc:p@ss/wörd@db.example:5432/dondoc failed",
      "p@ss/wörd",
    ],
    ["a password among settings", "host=db password=geheim user=dondoc", "geheim"],
    ["a password in JSON", JSON.stringify({ password: "geheim" }), "geheim"],
    [
      "a password in JSON in JSON",
      JSON.stringify({ m: JSON.stringify({ password: "geheim" }) }),
      "geheim",
    ],
  ])("%s", (_, line, secret) => {
    expect(line).toContain(secret);
    expect(mask(line)).not.toContain(secret);
    expect(mask(line)).toMatch(/<(token|code|password)>/);
  });

  test("every code that can be made", () => {
    for (let n = 0; n < 2_000; n += 1) {
      const code = randomBytes(24).toString("base64url");
      expect(mask(JSON.stringify({ m: `đây:\n${code}\tạ` }))).not.toContain(code);
    }
  });

  test("what this process knows, in whatever spelling", () => {
    const known = makeMask([
      "bi-mat-cua-webhook",
      "postgresql://u:m%E1%BA%ADtkh%E1%BA%A9u-2026@h/db",
    ]);
    expect(known("x bi-mat-cua-webhook y mậtkhẩu-2026 z m%E1%BA%ADtkh%E1%BA%A9u-2026")).toBe(
      "x <secret> y <secret> z <secret>",
    );
    // A password that is no proper escape must not keep the bot from starting.
    expect(makeMask(["postgresql://u:100%sicher-sicher@h/db"])("100%sicher-sicher")).toBe(
      "<secret>",
    );
  });
});

test("what is no secret stays: times, slots, ids, checksums, names of ours", () => {
  const lines = [
    '{"time":"2026-11-23T01:00:00.000Z","slot":"2026-11-23T08:00+07:00"}',
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "dondoc_test_0b8f6a0c0d7b4f0a9a3e6d3c7f1a2b3c",
    "src/reorganisation/reorganisations-store.ts:120:15",
    "postgresql://127.0.0.1:5432/dondoc",
  ];
  for (const line of lines) expect(mask(line)).toBe(line);
});

test("the log masks whole lines: fields, messages, errors, at every level", () => {
  const log = logInto("debug", { secrets: ["bi-mat-cua-webhook"] });
  log.debug({ url: `https://x/bot${TOKEN}/getMe` }, `/start ${CODE}`);
  log.error({ err: new Error(`bi-mat-cua-webhook ${TOKEN}`) }, "failed");
  log.error({ err: `${TOKEN} was thrown as a string` }, "failed");
  log.info({ deep: { list: [{ code: CODE }] } }, "nested");
  for (const secret of [TOKEN, CODE, "bi-mat-cua-webhook"]) expect(log.all()).not.toContain(secret);
  expect(log.all().match(/<(token|code|secret)>/g)).toHaveLength(8);
});
