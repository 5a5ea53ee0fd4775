import { describe, expect, it } from "vitest";
import { onCheckpoint } from "#src/delivery/checkpoints.ts";
import type { Playground } from "#src/playground/server.ts";
import { encodeButton } from "#src/telegram/buttons.ts";
import { readIncoming } from "#src/telegram/incoming.ts";
import { makePolling, makeWebhook, type PollingDeps } from "#src/telegram/receive.ts";
import type { StoredPayload } from "#src/telegram/update-payload.ts";
import { soon, useInbox } from "./inbox-stage.ts";
import { atEnd, bot, clock, collectLog, makeApi, now, openPlayground, spoken } from "./stage.ts";

const { db, inbox, heard } = useInbox();

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
    const { log } = openPoll(playground);
    const polls = () => playground.calls("getUpdates").length;
    await soon(polls).toBe(1);
    await db().$executeRawUnsafe(`ALTER TABLE "InboxUpdate" RENAME TO "Away"`);
    lan.dm().say("đừng mất");
    await soon(polls).toBeGreaterThan(2);
    expect(playground.pendingUpdates()).toBe(1);
    await db().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "InboxUpdate"`);
    await soon(heard).toEqual(["đừng mất"]);
    await soon(() => log.lines.map(({ text }) => text)).toEqual([
      "receiving failed, trying again",
      "receiving again",
    ]);
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
    atEnd(intake.stop);
    const headers = new Headers({
      "X-Telegram-Bot-Api-Secret-Token": "s",
      "Content-Type": "application/json",
    });
    expect(await intake.take(headers, again)).toBe(200);
    expect(await heard()).toEqual(["một lần"]);
  });

  it("makes one submission of an album, and keeps the order of what follows", async () => {
    const playground = await openPlayground();
    const lan = playground.createUser({ firstName: "Lan" });
    const { stored } = openPoll(playground, { albumQuietMs: 60_000 });
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
