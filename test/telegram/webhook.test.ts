import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { makeWebhook } from "#src/telegram/receive.ts";
import { soon, useInbox } from "./inbox-stage.ts";
import { atEnd, clock, collectLog, makeApi, openPlayground } from "./stage.ts";

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
  const headers = (secret: string, type = "application/json") =>
    new Headers({ "X-Telegram-Bot-Api-Secret-Token": secret, "Content-Type": type });
  const open = (albumQuietMs = 100) => {
    const log = collectLog();
    const webhook = makeWebhook({
      secret: "bi-mat",
      db: db(),
      clock,
      log,
      onStored: () => {},
      albumQuietMs,
    });
    atEnd(webhook.stop);
    return { webhook: webhook.take, stop: webhook.stop, log };
  };

  it.each([
    ["the secret is wrong", headers("bi-matx"), JSON.stringify(said(1, "a")), 401],
    ["there is no secret", new Headers(), JSON.stringify(said(1, "a")), 401],
    ["the body is a form", headers("bi-mat", "text/plain"), JSON.stringify(said(1, "a")), 415],
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

  describe("of several processes", () => {
    const part = (id: number, caption?: string) =>
      JSON.stringify({
        update_id: id,
        message: {
          message_id: id,
          date: 1,
          chat: { id: 7, type: "private" },
          from: { id: 7, first_name: "Lan" },
          media_group_id: "album",
          document: { file_id: `f${id}`, file_unique_id: `u${id}`, file_name: `${id}.pdf` },
          ...(caption === undefined ? {} : { caption }),
        },
      });
    const post = (webhook: ReturnType<typeof open>["webhook"], body: string) =>
      webhook(headers("bi-mat"), body);

    it("makes one submission of parts that reached different ones", async () => {
      const [first, second] = [open(300), open(300)];
      await post(first.webhook, part(11, "/hoanthanh NV-012"));
      await sleep(200);
      // Its process would have waited long enough by the time of the last part.
      await post(second.webhook, part(12));
      await sleep(200);
      expect(await heard()).toEqual([]);
      await post(first.webhook, part(13));
      await soon(heard).toEqual(["/hoanthanh NV-012|11.pdf|12.pdf|13.pdf", "nothing", "nothing"]);
    });

    it("closes an album of another one when its sender goes on, but not for what was said before", async () => {
      const [first, second] = [open(60_000), open(60_000)];
      await post(first.webhook, part(21));
      await post(first.webhook, part(22));
      await post(second.webhook, JSON.stringify(said(20, "trước đó")));
      expect(await heard()).toEqual(["trước đó"]);
      await post(second.webhook, JSON.stringify(said(23, "xong rồi")));
      expect(await heard()).toEqual(["trước đó", "|21.pdf|22.pdf", "nothing", "xong rồi"]);
    });

    it("takes over the open album of one that died", async () => {
      const dead = open(60_000);
      await post(dead.webhook, part(31));
      dead.stop();
      open(50);
      await soon(heard).toEqual(["|31.pdf"]);
    });
  });

  it("is not opened without a secret", () => {
    expect(() =>
      makeWebhook({ secret: "", db: db(), clock, log: collectLog(), onStored: () => {} }),
    ).toThrow();
  });
});
