// The disaster: saved on Sunday night, lost on Monday after the ranking went out, restored at once.
// The people hear nothing a second time.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { jobs } from "#jobs/index.ts";
import { restore } from "#src/backup/restore.ts";
import { takeBackup } from "#src/backup/take-backup.ts";
import { makeClockMover } from "#src/clock-mover.ts";
import { openDatabase } from "#src/database/open.ts";
import { startTelegramBot } from "#src/telegram-bot.ts";
import { plant } from "#test/scenario/planted.ts";
import { databaseKinds } from "#test/support/database.ts";
import { openProvince, settled, TEST_TOKEN } from "#test/support/province.ts";
import { emptyPlace } from "./place.ts";

vi.setConfig({ testTimeout: 240_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-restored-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = (civil: string): Date => new Date(`${civil}:00+07:00`);
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe.each(databaseKinds)("a bot on a restored database (%s)", (kind) => {
  it("posts no ranking, alert or answer again, and goes on from there", async () => {
    const province = await openProvince({ at: "2026-11-20T09:00" });
    const place = await emptyPlace(kind);
    const { server, clock, db } = province;
    const secretary = await province.person("secretariat", "SNV", "Hà");
    const official = await province.official("STC");
    const group = server.createGroup({
      title: "Ban Chỉ đạo",
      members: [secretary.person, official.person],
    });
    const committee = secretary.in(group);
    await committee.asks("/nhom ban chỉ đạo", /^Đã đăng ký là nhóm Ban Chỉ đạo/);
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-18" });
    await secretary.asks("/moi cán bộ STP", /Thư mời dùng một lần/);
    await province.forwardTo("2026-11-22T22:00");
    await official.says("/tiendo NV-001 60%");
    await official.hears(/Đã ghi tiến độ NV-001: 60%/);
    await province.settle();

    // In the middle of things: an answer and a card wait, an update is not handled yet.
    const [chat] = await db.chat.findMany({ where: { externalId: `${official.room.chatId}` } });
    const message = { chatId: chat?.id ?? 0, priority: 5, createdAt: clock.now() };
    const reply = { blocks: [{ kind: "paragraph", runs: ["Tin cũ"] }] };
    await province.bot.stop();
    await db.outboxMessage.createMany({
      data: [
        { ...message, key: "old", kind: "reply", payload: { reply } },
        { ...message, key: "card", kind: "card", payload: { reply, editMessageId: "1" } },
      ],
    });
    const [known] = await db.inboxUpdate.findMany({ orderBy: { id: "desc" }, take: 1 });
    await db.inboxUpdate.create({
      data: {
        channel: "telegram",
        updateId: 99_000_000n,
        lane: known?.lane ?? "",
        payload: known?.payload ?? {},
        receivedAt: clock.now(),
      },
    });
    // The clock is the test's own; a register against Telegram has the machine's.
    await db.setting.deleteMany({ where: { key: "clock.offset" } });
    const file = path.join(folder, `${kind}.gz`);
    await takeBackup(db, file, clock.now());
    // And then handled, sent and drawn.
    await db.inboxUpdate.updateMany({
      where: { state: "pending" },
      data: { state: "done", doneAt: clock.now() },
    });
    await db.outboxMessage.updateMany({
      where: { key: { in: ["old", "card"] } },
      data: { state: "sent", sentAt: clock.now() },
    });

    // What is lost: Monday morning.
    await province.restart();
    await province.forwardTo("2026-11-23T08:02");
    await official.hears(/NV-001/);
    await committee.hears(/Kết quả thực hiện nhiệm vụ/);
    await official.asks("/tiendo NV-001 80%", /Đã ghi tiến độ NV-001: 80%/);
    await province.settle();
    await province.bot.stop();
    const said = () => server.calls().filter((call) => call.method.startsWith("send")).length;
    const before = said();

    const { target } = place;
    const now = new Date(clock.now().getTime());
    const done = await restore({ file, target, replace: false, untouched: false, jobs, now });
    expect(done.setAside).toMatchObject({
      unknownMessages: 1,
      redrawsDropped: 1,
      updatesFailed: 1,
      invitesRevoked: 1,
    });
    expect(done.setAside?.slotsSkipped.map(({ job, slot }) => `${job} ${slot}`)).toEqual([
      "nightly-backup 2026-11-23T01:30+07:00",
      "reorganisation 2026-11-23T06:00+07:00",
      "open-occurrences 2026-11-23T06:45+07:00",
      "deadline-alerts 2026-11-23T07:30+07:00",
      "weekly-ranking 2026-11-23T08:00+07:00",
    ]);

    const open = await openDatabase(target);
    const apiRoot = server.url;
    const bot = await startTelegramBot({
      ...{ db: open.db, token: TEST_TOKEN, apiRoot, clock, log: quiet, crons: {}, pace: false },
    });
    await bot.runDueSlots();
    await makeClockMover(open.db, clock, bot)(at("2026-11-23T08:59"));
    await settled(open.db, server, clock);
    expect(said()).toBe(before);
    expect(await open.db.progress.count()).toBe(1);

    // The house goes on: what is said now is heard, and no number of before is given again.
    await official.asks("/tiendo NV-001 90%", /Đã ghi tiến độ NV-001: 90%/);
    await official.hears(/Có một tin trước đó có thể chưa đến/);
    const task = await open.db.task.create({
      data: { content: "Việc mới", registeredOn: at("2026-11-23T00:00") },
    });
    expect(task.id).toBeGreaterThan(1_000);
    expect(await open.db.auditEntry.count({ where: { action: "restore" } })).toBe(1);

    // The ranking of the week after comes, once.
    await makeClockMover(open.db, clock, bot)(at("2026-11-30T08:02"));
    await settled(open.db, server, clock);
    await committee.hears(/Kết quả thực hiện nhiệm vụ/);
    await bot.stop();
    await open.close();
    await place.remove();
    await province.restart();
  });
});
