import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { makeWebhook } from "#src/telegram/receive.ts";
import { soon, useInbox } from "./inbox-stage.ts";
import { clock, collectLog, makeApi, openPlayground } from "./stage.ts";

const { db, heard } = useInbox();

describe("the webhook", () => {
  const said = (id: number, text: string): Update =>
    ({
      update_id: id,
      message: {
        message_id: id,
        date: 1,
        chat: { id: 7, type: "private" },
        from: { id: 7, first_name: "Lan" },
        text,
      },
    }) as unknown as Update;
  const headers = (secret: string) => new Headers({ "X-Telegram-Bot-Api-Secret-Token": secret });
  const open = () => {
    const log = collectLog();
    const webhook = makeWebhook({
      secret: "bi-mat",
      db: db(),
      clock,
      log,
      onStored: () => {},
      albumQuietMs: 100,
    });
    return { webhook, log };
  };

  it.each([
    ["the secret is wrong", headers("bi-matx"), JSON.stringify(said(1, "a")), 401],
    ["there is no secret", new Headers(), JSON.stringify(said(1, "a")), 401],
    ["the body is no JSON", headers("bi-mat"), "{", 400],
    ["the body is no update", headers("bi-mat"), `{"message":{}}`, 400],
    ["the body is null", headers("bi-mat"), "null", 400],
  ])("stores nothing where %s", async (_, given, body, status) => {
    expect(await open().webhook(given, body)).toBe(status);
    expect(await heard()).toEqual([]);
  });

  it("answers 200 when the update is stored, and stores it once", async () => {
    const { webhook } = open();
    const post = () => webhook(headers("bi-mat"), JSON.stringify(said(5, "/viec")));
    expect([await post(), await post()]).toEqual([200, 200]);
    expect(await heard()).toEqual(["/viec"]);
  });

  it("stores letters that PostgreSQL refuses without them", async () => {
    const { webhook } = open();
    const body = JSON.stringify(said(6, "a\u0000b")).replace('b"', 'b\\ud83d"');
    expect(await webhook(headers("bi-mat"), body)).toBe(200);
    expect(await heard()).toEqual(["ab\ufffd"]);
  });

  it("answers 500 where it cannot store, so that Telegram comes again", async () => {
    const { webhook, log } = open();
    await sleep(20);
    await db().$executeRawUnsafe(`ALTER TABLE "InboxUpdate" RENAME TO "Away"`);
    expect(await webhook(headers("bi-mat"), JSON.stringify(said(7, "a")))).toBe(500);
    expect(log.lines.at(-1)).toMatchObject({ level: "error" });
    await db().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "InboxUpdate"`);
  });

  it("makes one submission of an album whose parts come one after the other", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    lan.dm().sendAlbum(["a.pdf", "b.pdf"], "/hoanthanh NV-012");
    const { webhook } = open();
    for (const update of await makeApi(playground.url).getUpdates()) {
      expect(await webhook(headers("bi-mat"), JSON.stringify(update))).toBe(200);
    }
    expect(await heard()).toEqual([]);
    await soon(heard).toEqual(["/hoanthanh NV-012|a.pdf|b.pdf", "nothing"]);
  });

  it("is not opened without a secret", () => {
    expect(() =>
      makeWebhook({ secret: "", db: db(), clock, log: collectLog(), onStored: () => {} }),
    ).toThrow();
  });
});
