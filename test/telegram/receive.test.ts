import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import { beforeEach, describe, expect, it } from "vitest";
import { onCheckpoint } from "#src/delivery/checkpoints.ts";
import type { Playground } from "#src/playground/server.ts";
import { encodeButton } from "#src/telegram/buttons.ts";
import { readIncoming } from "#src/telegram/incoming.ts";
import { makePolling, makeWebhook, type PollingDeps } from "#src/telegram/receive.ts";
import type { StoredPayload } from "#src/telegram/update-payload.ts";
import {
  atEnd,
  bot,
  clock,
  collectLog,
  makeApi,
  now,
  openPlayground,
  spoken,
  useDatabase,
} from "./stage.ts";

const db = useDatabase();

beforeEach(async () => {
  // Rows that history refers to cannot be deleted; here no history is written.
  await db().$transaction([
    db().$executeRawUnsafe("SET LOCAL session_replication_role = 'replica'"),
    db().inboxUpdate.deleteMany(),
    db().buttonToken.deleteMany(),
  ]);
});

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 5000, interval: 20 });

const inbox = () =>
  db().inboxUpdate.findMany({ where: { channel: "telegram" }, orderBy: { id: "asc" } });

/** What the inbox says, in the order in which it will be handled. */
const heard = async () =>
  (await inbox()).map(({ payload }) => {
    const incoming = readIncoming(payload as unknown as StoredPayload, bot);
    return incoming === null || incoming.kind !== "message"
      ? (incoming?.kind ?? "nothing")
      : [incoming.text, ...incoming.files.map(({ name }) => name)].join("|");
  });

const openPoll = (playground: Playground, more: Partial<PollingDeps> = {}) => {
  const log = collectLog();
  let stored = 0;
  const polling = makePolling({
    api: makeApi(playground.url),
    db: db(),
    clock,
    log,
    onStored: () => {
      stored += 1;
    },
    albumQuietMs: 60,
    pauses: { first: 10, conflict: 40, unauthorized: 40 },
    ...more,
  });
  atEnd(() => polling.stop());
  return { polling, log, stored: () => stored };
};

describe("polling", () => {
  it("stores what people say and tap, then confirms it", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    const { polling, stored } = openPoll(playground);
    expect(polling.lastSuccess()).toBeNull();
    const typed = lan.dm().say("/viec");
    await soon(heard).toEqual(["/viec"]);
    typed.edit("/viec quá hạn");
    await soon(heard).toEqual(["/viec", "/viec quá hạn"]);
    await playground.quiet();
    const [row, edit] = await inbox();
    expect(row).toMatchObject({ lane: `${lan.id}:${lan.id}`, state: "pending", receivedAt: now });
    expect(row?.messageKey).toBe(`${lan.id}:${typed.id}`);
    expect(edit?.messageKey).toBe(row?.messageKey);
    expect(stored()).toBeGreaterThan(0);
    expect(performance.now() - (polling.lastSuccess() ?? 0)).toBeLessThan(5000);
    const [poll] = playground.calls("getUpdates");
    expect(poll?.payload).toMatchObject({
      timeout: 25,
      allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
    });
  });

  it("does not confirm what could not be stored", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    await db().$executeRawUnsafe(`ALTER TABLE "InboxUpdate" RENAME TO "Away"`);
    const { log } = openPoll(playground);
    lan.dm().say("đừng mất");
    await soon(() => log.lines.map(({ text }) => text)).toContain("receiving failed, trying again");
    expect(playground.pendingUpdates()).toBe(1);
    await db().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "InboxUpdate"`);
    await soon(heard).toEqual(["đừng mất"]);
    await soon(() => log.lines.at(-1)?.text).toBe("receiving again");
  });

  it("names the moments at which it may die, and takes twice what it stored once", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    lan.dm().say("một lần");
    const moments: string[] = [];
    onCheckpoint((name) => moments.push(name));
    atEnd(() => onCheckpoint(() => undefined));
    const first = openPoll(playground);
    await soon(heard).toEqual(["một lần"]);
    expect(moments.slice(0, 2)).toEqual(["inbox.received", "inbox.stored"]);
    await first.polling.stop();
    // A process that died before the next poll confirmed nothing: here is its successor.
    const intake = makeWebhook({
      secret: "s",
      db: db(),
      clock,
      log: collectLog(),
      onStored: () => {},
    });
    const [row] = await inbox();
    const again = JSON.stringify(row?.payload);
    expect(await intake(new Headers({ "X-Telegram-Bot-Api-Secret-Token": "s" }), again)).toBe(200);
    expect(await heard()).toEqual(["một lần"]);
  });

  it("makes one submission of an album, and keeps the order of what follows", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    const { stored } = openPoll(playground, { albumQuietMs: 600 });
    lan.dm().sendAlbum(["a.pdf", "b.pdf", "c.pdf"], "/hoanthanh NV-012");
    await soon(() => playground.pendingUpdates()).toBe(0);
    expect(await heard()).toEqual([]);
    const before = stored();
    lan.dm().say("xong rồi");
    await soon(heard).toEqual([
      "/hoanthanh NV-012|a.pdf|b.pdf|c.pdf",
      "nothing",
      "nothing",
      "xong rồi",
    ]);
    expect(stored()).toBeGreaterThan(before);
    const rows = await inbox();
    const ids = rows.map(({ updateId }) => Number(updateId));
    expect(ids.slice(1)).toEqual([1, 2, 3].map((step) => (ids[0] ?? 0) + step));
    expect(rows[1]?.payload).toEqual({ partOf: ids[0] });
  });

  it("waits for the rest of an album, and closes at start what a dead process left open", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    const dying = openPoll(playground, { albumQuietMs: 60_000 });
    lan.dm().sendAlbum(["a.pdf", "b.pdf"], "/hoanthanh NV-012");
    await soon(() => playground.pendingUpdates()).toBe(0);
    await dying.polling.stop();
    expect(await heard()).toEqual([]);
    openPoll(playground);
    await soon(heard).toEqual(["/hoanthanh NV-012|a.pdf|b.pdf", "nothing"]);
    lan.dm().sendAlbum(["c.pdf", "d.pdf"]);
    await soon(heard).toEqual([
      "/hoanthanh NV-012|a.pdf|b.pdf",
      "nothing",
      "|c.pdf|d.pdf",
      "nothing",
    ]);
  });

  it("puts the meaning of a token into what it stores; an unknown one says that it is gone", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    lan.dm().say("/start");
    const long = { command: `/giao ${"rà soát ".repeat(12)}`, inPlace: true };
    const { data, kept } = encodeButton(long);
    await db().buttonToken.create({
      data: { token: kept?.token ?? "", command: kept?.whole ?? "", createdAt: now },
    });
    const inline_keyboard = [
      [
        { text: "Biết", callback_data: data },
        { text: "Lạ", callback_data: `#${"x".repeat(22)}` },
      ],
    ];
    await makeApi(playground.url).sendMessage(lan.id, "nút", { reply_markup: { inline_keyboard } });
    openPoll(playground);
    for (const label of ["Biết", "Lạ"])
      void lan
        .dm()
        .click(label)
        .catch(() => undefined);
    await soon(heard).toEqual(["/start", long.command, "/dongy"]);
    const [, known, strange] = (await inbox()).map(({ payload }) =>
      spoken(readIncoming(payload as unknown as StoredPayload, bot)),
    );
    expect(known?.tap?.inPlace).toBe(true);
    expect(strange?.drawnFrom).toEqual({ of: "form", id: 0, version: 0 });
  });

  it("takes a webhook away that is set, and calls deleteWebhook only then", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    await makeApi(playground.url).setWebhook("http://127.0.0.1:1/");
    openPoll(playground);
    lan.dm().say("chào");
    await soon(heard).toEqual(["chào"]);
    expect(playground.calls("deleteWebhook")).toHaveLength(1);
    const other = await openPlayground();
    const { polling } = openPoll(other);
    await soon(() => other.calls("getUpdates").length).toBe(1);
    expect(other.calls("deleteWebhook")).toEqual([]);
    await polling.stop();
  });

  it.each([
    [409, "Conflict: terminated by other getUpdates request", "another process polls"],
    [401, "Unauthorized", "does not know the bot's token"],
    [500, "Internal Server Error", "receiving failed"],
  ])("after %i says so once, and goes on", async (code, description, words) => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    const fault = { kind: "error" as const, code, description };
    playground.faults.add({ method: "getUpdates", fault, times: 3 });
    const { log, polling } = openPoll(playground);
    lan.dm().say("chào");
    await soon(heard).toEqual(["chào"]);
    expect(log.lines.filter(({ text }) => text.includes(words))).toHaveLength(1);
    expect(polling.lastSuccess()).not.toBeNull();
    expect(JSON.stringify(log.lines)).not.toContain("TEST");
  });

  it("goes on after the server was away", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    const { log } = openPoll(playground);
    await soon(() => playground.calls("getUpdates").length).toBe(1);
    await playground.refuseConnections(60);
    lan.dm().say("chào");
    await soon(heard).toEqual(["chào"]);
    expect(JSON.stringify(log.lines)).not.toContain("TEST");
  });

  it("stops within a second, in the middle of a poll or a pause", async () => {
    const playground = await openPlayground();
    const { polling } = openPoll(playground);
    await soon(() => playground.calls("getUpdates").length).toBe(1);
    const before = performance.now();
    await polling.stop();
    playground.faults.add({ method: "getUpdates", fault: { kind: "500" } });
    const second = openPoll(playground, { pauses: { first: 60_000 } });
    await soon(() => second.log.lines.length).toBe(1);
    await second.polling.stop();
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

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
