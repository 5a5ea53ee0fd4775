// What may or may not have arrived: nothing is said twice, nothing is lost, and whoever waits is
// offered to see it again with one tap.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type DatabaseKind, databaseKinds } from "#test/support/database.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const SENDING = ["sendMessage", "sendRichMessage"] as const;

const open = async (kind: DatabaseKind, at = "2026-11-20T09:00"): Promise<Province> => {
  const province = await openProvince({ at, kind });
  onTestFinished(() => province.close());
  return province;
};

const outbox = ({ db }: Province, key: string) =>
  db.outboxMessage.findFirstOrThrow({
    where: { key: { startsWith: key } },
    orderBy: { id: "desc" },
  });

describe.each(databaseKinds)("an uncertain outcome (%s)", (kind) => {
  it("of a reply and a notice: offered when the person writes next, shown by tapping, once", async () => {
    const province = await open(kind);
    const { faults } = province.server;
    const secretary = await province.person("secretariat", "SNV", "Hà");
    const official = await province.official("STC");
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });

    // The reply to the official was taken, but nobody told the bot.
    const reset = { kind: "reset-after" } as const;
    faults.add({ fault: reset, method: SENDING, chat: official.room.chatId });
    await official.says("/tiendo NV-001 70%");
    await official.hears(/Đã ghi tiến độ NV-001: 70%/);
    await province.settle();
    expect(await province.db.outboxMessage.count({ where: { state: "unknown" } })).toBe(1);
    expect(await province.db.progress.count()).toBe(1);

    await official.asks("/viec", /Việc đang thực hiện \(1\)/);
    const offer = await official.hears("Có một tin trước đó có thể chưa đến máy của anh/chị.");
    expect(offer.buttons).toEqual(["Xem lại"]);
    await official.taps("Xem lại");
    await official.hears("Đang gửi lại 1 tin.");
    await official.hears(/Đã ghi tiến độ NV-001: 70%/);
    // Tapped once more, and asked once more: there is nothing left.
    await official.taps("Xem lại");
    await official.hears("Không có tin nào cần gửi lại.");
    await official.asks("/viec", /Việc đang thực hiện \(1\)/);
    await province.settle();

    // A notice to the secretary, cut off before it was taken by anybody: sent again by itself.
    faults.add({ fault: { kind: "500" }, method: SENDING, chat: secretary.room.chatId });
    await official.asks("/hoanthanh NV-001 đã báo cáo", /Đã nộp kết quả NV-001/);
    const notice = await secretary.hears(/Sở Tài chính nộp kết quả NV-001/);
    await province.settle();

    // And one that was taken: unknown, offered, shown again, its buttons at work.
    faults.add({ fault: reset, method: SENDING, chat: official.room.chatId });
    await notice.button("Xác nhận").click();
    await secretary.hears(/Đã xác nhận NV-001/);
    await official.hears(/Kết quả NV-001 đã được xác nhận/);
    await province.settle();
    expect(await outbox(province, "confirmed:")).toMatchObject({ state: "unknown" });
    await official.asks("cảm ơn", "Vâng, cảm ơn anh/chị.");
    await official.hears(/Có một tin trước đó/);
    await official.asks("/guilai", "Đang gửi lại 1 tin.");
    await official.hears(/Kết quả NV-001 đã được xác nhận/);
    expect(await province.db.auditEntry.count({ where: { action: "send again" } })).toBe(2);
  });

  it("none where Telegram asks for a pause: the answer waits as long as it asked, and comes once", async () => {
    const province = await open(kind);
    const official = await province.official("STC");
    const { faults } = province.server;
    const room = official.room.chatId;
    faults.add({ fault: { kind: "429", retryAfter: 2 }, method: SENDING, chat: room });
    await official.asks("/viec", /Không có nhiệm vụ nào/);
    await province.settle();
    const sending: readonly string[] = SENDING;
    const [refused, taken, ...more] = province.server
      .calls()
      .filter(({ method, payload }) => sending.includes(method) && payload.chat_id === room)
      .slice(-2);
    expect(refused?.outcome).toMatchObject({ ok: false, error_code: 429 });
    expect(taken?.outcome).toMatchObject({ ok: true });
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
    expect(more).toEqual([]);
  });

  it("of a ranking in a group: shown to the secretariat, sent again by one tap, once", async () => {
    const province = await open(kind, "2026-11-22T09:00");
    const secretary = await province.person("secretariat", "SNV", "Hà");
    const group = province.server.createGroup({
      title: "Ban Chỉ đạo",
      members: [secretary.person],
    });
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
    await secretary.in(group).asks("/nhom ban chỉ đạo", /nhận: xếp hạng tuần/);
    await province.settle();
    const fault = { kind: "reset-after" } as const;
    province.server.faults.add({ fault, method: SENDING, chat: group.id });
    await province.forwardTo("2026-11-23T08:01");
    await secretary.in(group).hears(/Kết quả thực hiện nhiệm vụ/);
    expect(await outbox(province, "weekly-ranking:2026-W47:")).toMatchObject({ state: "unknown" });

    const waiting = await secretary.asks("/choxuly", /Tin nhóm chưa rõ đã đến hay chưa \(1\)/);
    await waiting.button("Gửi lại · Ban Chỉ đạo").click();
    await secretary.hears("Đang gửi lại 1 tin.");
    await secretary.in(group).hears(/Kết quả thực hiện nhiệm vụ/);
    await waiting.button("Gửi lại · Ban Chỉ đạo").click();
    await secretary.hears("Không có tin nào cần gửi lại.");
    await secretary.asks("/choxuly tin", /^Không có mục nào như vậy/);
    // The same week is never queued again.
    await province.restart();
    await province.settle();
  });

  it("429 is waited for, and what was said meanwhile keeps its order in the chat", async () => {
    const province = await open(kind);
    const official = await province.official("STC");
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
    const fault = { kind: "429", retryAfter: 2 } as const;
    province.server.faults.add({ fault, method: SENDING, chat: official.room.chatId });
    const started = performance.now();
    await official.says("/tiendo NV-001 10%");
    await official.says("/tiendo NV-001 20%");
    await official.says("/tiendo NV-001 30%");
    const order: string[] = [];
    for (let n = 0; n < 3; n += 1) order.push((await official.hears(/Đã ghi tiến độ/)).text);
    expect(order.map((text) => /\d0%/.exec(text)?.[0])).toEqual(["10%", "20%", "30%"]);
    expect(performance.now() - started).toBeGreaterThan(1_900);
  });

  it("a chat that is blocked is left alone, and served again after /start", async () => {
    const province = await open(kind);
    const secretary = await province.person("secretariat", "SNV", "Hà");
    const official = await province.official("STC");
    official.person.block();
    await secretary.hears(/^Không gửi được tin cho official STC/);
    await secretary.asks("/giao STC: Rà soát; hạn 27/11", /xin kiểm tra/);
    await secretary.taps("Ghi nhận");
    await secretary.hears(/Đã ghi nhận NV-001/);
    await province.settle();
    const chatOf = () =>
      province.db.chat.findFirstOrThrow({
        where: { externalId: String(official.room.chatId) },
      });
    expect((await chatOf()).status).toBe("blocked");
    official.person.unblock();
    await official.says("/start");
    await official.hears(/^Chào/);
    // The task that was assigned meanwhile is still news.
    await official.hears(/nhiệm vụ mới.*NV-001/s);
    expect((await chatOf()).status).toBe("active");
  });

  it("a ranking follows a group that became a supergroup; a strangers' group hears one sentence", async () => {
    const province = await open(kind, "2026-11-22T09:00");
    const secretary = await province.person("secretariat", "SNV", "Hà");
    const stranger = province.stranger("Người lạ");
    const { server } = province;
    const group = server.createGroup({
      title: "Ban Chỉ đạo",
      type: "group",
      members: [secretary.person],
    });
    const strange = server.createGroup({
      title: "Chợ",
      members: [stranger.person, secretary.person],
    });
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
    await secretary.in(group).asks("/nhom ban chỉ đạo", /nhận: xếp hạng tuần/);
    group.upgradeToSupergroup(secretary.person);
    await province.forwardTo("2026-11-23T08:01");
    await secretary.in(group).hears(/Kết quả thực hiện nhiệm vụ/);

    await stranger.in(strange).asks("/viec", /^Nhóm này chưa được cơ quan thường trực đăng ký/);
    await stranger.in(strange).says("/xephang");
    await secretary.in(strange).says("/viec");
    await stranger.in(strange).says("cả nhà ơi");
    await province.settle();
  });
});
