// Chats that the bot may no longer write to: the secretariat hears of it once each time, nothing
// that waits is lost, and what cannot arrive stands in /choxuly until somebody decides.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type DatabaseKind, databaseKinds } from "#test/support/database.ts";
import { openProvince, type Province, type ProvinceOptions } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const SENDING = ["sendMessage", "sendRichMessage"] as const;

const open = async (
  kind: DatabaseKind,
  at = "2026-11-20T09:00",
  options: Partial<ProvinceOptions> = {},
): Promise<Province> => {
  const province = await openProvince({ at, kind, ...options });
  onTestFinished(() => province.close());
  return province;
};

const BLOCKED = /^Không gửi được tin cho official STC \(cán bộ đầu mối – Sở Tài chính\)/;
const FORBIDDEN = {
  kind: "error",
  code: 403,
  description: "Forbidden: bot was blocked by the user",
} as const;

describe.each(databaseKinds)("a person who blocked the bot (%s)", (kind) => {
  it("is told of to everybody of the secretariat, once each time; what waits arrives later", async () => {
    const province = await open(kind);
    const ha = await province.person("secretariat", "SNV", "Hà");
    const binh = await province.person("secretariat", "SNV", "Bình");
    const official = await province.official("STC");
    official.person.block();
    await ha.hears(BLOCKED);
    await binh.hears(BLOCKED);
    await ha.asks("/giao STC: Rà soát; hạn 27/11", /xin kiểm tra/);
    await ha.taps("Ghi nhận");
    await ha.hears(/Đã ghi nhận NV-001/);
    const chat = await province.db.chat.findFirstOrThrow({
      where: { externalId: String(official.room.chatId) },
    });
    expect(chat).toMatchObject({ status: "blocked", statusAt: expect.any(Date) });

    const waiting = await binh.asks(
      "/choxuly chưa gửi được",
      /Tin chưa gửi được \(1\)[\s\S]*official STC \(Sở Tài chính\): 1 thông báo không đến được/,
    );
    await waiting.button("Cách xử lý · official STC").click();
    const how = await binh.hears(/^official STC đã chặn trợ lý.*gọi điện/);
    expect(how.buttons).toEqual(["Bỏ 1 tin"]);

    official.person.unblock();
    await official.asks("/start", /^Chào/);
    await official.hears(/nhiệm vụ mới.*NV-001/s);
    // An old button: there is nothing left to let go.
    await how.button("Bỏ 1 tin").click();
    await binh.hears(/^Không có tin nào như vậy để bỏ/);
    await binh.asks("/choxuly chưa gửi được", /^Không có mục nào như vậy/);

    official.person.block();
    await ha.hears(BLOCKED);
    await binh.hears(BLOCKED);
  });

  it("is found out by a message that Telegram refuses, and that one arrives when the person is back", async () => {
    const province = await open(kind);
    const ha = await province.person("secretariat", "SNV", "Hà");
    const official = await province.official("STC");
    const room = official.room.chatId;
    province.server.faults.add({ fault: FORBIDDEN, method: SENDING, chat: room });
    await ha.asks("/giao STC: Rà soát; hạn 27/11", /xin kiểm tra/);
    await ha.taps("Ghi nhận");
    await ha.hears(/Đã ghi nhận NV-001/);
    await ha.hears(BLOCKED);
    // Telegram says so in an update as well: told is told.
    official.person.block();
    await province.settle();
    await ha.asks("/choxuly chưa gửi được", /official STC .*: 1 thông báo không đến được/);
    official.person.unblock();
    await official.asks("/toi", /Anh\/chị là official STC/);
    await official.hears(/nhiệm vụ mới.*NV-001/s);
    await ha.asks("/choxuly chưa gửi được", /^Không có mục nào như vậy/);
  });

  it("is not told of it, nor is anybody of a stranger, or of somebody who holds no role", async () => {
    const province = await open(kind);
    const ha = await province.person("secretariat", "SNV", "Hà");
    const binh = await province.person("secretariat", "SNV", "Bình");
    const former = await province.official("STP");
    const stranger = province.stranger("Người lạ");
    await stranger.asks("xin chào", /mở đường liên kết mời/);
    await province.db.membership.updateMany({
      where: { agency: { code: "STP" } },
      data: { endedAt: province.clock.now() },
    });
    former.person.block();
    stranger.person.block();
    await province.settle();
    ha.person.block();
    await binh.hears(/^Không gửi được tin cho Hà \(cơ quan thường trực – Sở Nội vụ\)/);
    ha.person.unblock();
    await ha.asks("/start", /^Chào Hà/);
  });
});

const LOST = /^Trợ lý không còn trong nhóm “Ban Chỉ đạo”: tin gửi nhóm \(xếp hạng tuần\)/;

describe.each(databaseKinds)("a registered group that the bot was removed from (%s)", (kind) => {
  it("is told of; its ranking waits for a decision, and is posted once the bot is back", async () => {
    const province = await open(kind, "2026-11-22T09:00");
    const ha = await province.person("secretariat", "SNV", "Hà");
    const group = province.server.createGroup({ title: "Ban Chỉ đạo", members: [ha.person] });
    const strange = province.server.createGroup({ title: "Chợ", members: [ha.person] });
    await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
    await ha.in(group).asks("/nhom ban chỉ đạo thứ ba 09:00", /nhận: xếp hạng tuần/);
    await ha.in(strange).asks("/viec", /^Nhóm này chưa được/);
    await province.forwardTo("2026-11-23T08:01");
    group.setBot("kicked");
    strange.setBot("left");
    await ha.hears(LOST);
    await province.forwardTo("2026-11-24T10:00");

    const waiting = await ha.asks(
      "/choxuly",
      /Nhóm “Ban Chỉ đạo”: trợ lý không còn trong nhóm từ 23\/11\/2026; 1 tin chưa gửi/,
    );
    await waiting.button("Cách xử lý · Ban Chỉ đạo").click();
    const how = await ha.hears(/^Trợ lý chưa ở trong nhóm “Ban Chỉ đạo” nên chưa gửi được/);
    expect(how.buttons).toEqual(["Bỏ đăng ký nhóm"]);

    group.setBot("member");
    await province.settle();
    // An old button: the bot is back, and the group stays registered.
    await how.button("Bỏ đăng ký nhóm").click();
    await ha.hears(/^Trợ lý đang ở trong nhóm “Ban Chỉ đạo”: đăng ký được giữ nguyên/);
    const refused = await ha.asks("/choxuly", /Nhóm “Ban Chỉ đạo”: xếp hạng 2026-W47 không gửi/);
    await refused.button("Gửi lại · Ban Chỉ đạo").click();
    await ha.hears("Đang gửi lại 1 tin.");
    const posted = await ha.in(group).hears(/Kết quả thực hiện nhiệm vụ/);
    expect(posted.text).not.toContain("(Gửi lại)");
    await refused.button("Gửi lại · Ban Chỉ đạo").click();
    await ha.hears("Không có tin nào cần gửi lại.");
  });

  it("is let go of by one tap, after it was said what that means", async () => {
    const province = await open(kind);
    const ha = await province.person("secretariat", "SNV", "Hà");
    const official = await province.official("STC");
    const group = province.server.createGroup({ title: "Ban Chỉ đạo", members: [ha.person] });
    await ha.in(group).asks("/nhom ban chỉ đạo", /nhận: xếp hạng tuần/);
    group.setBot("left");
    await ha.hears(LOST);
    const waiting = await ha.asks("/choxuly chưa gửi được", /Tin chưa gửi được \(1\)/);
    await waiting.button("Cách xử lý · Ban Chỉ đạo").click();
    const how = await ha.hears(/bỏ đăng ký nhóm; các tin chưa gửi cũng được bỏ/);

    // What the button says, typed by somebody who may not.
    const { id } = await province.db.chat.findFirstOrThrow({ where: { title: "Ban Chỉ đạo" } });
    await official.asks(`/guilai bỏ nhóm ${id}`, /cơ quan thường trực gõ \/choxuly/);
    expect(await province.db.chatBinding.count({ where: { endedAt: null } })).toBe(1);

    await how.button("Bỏ đăng ký nhóm").click();
    await ha.hears(/^Đã bỏ đăng ký nhóm “Ban Chỉ đạo”\. Khi cần dùng lại/);
    expect(await province.db.chatBinding.count({ where: { endedAt: null } })).toBe(0);
    await ha.asks("/choxuly chưa gửi được", /^Không có mục nào như vậy/);
    expect(
      await province.db.auditEntry.count({
        where: { action: "unbind group", subject: `chat:${id}` },
      }),
    ).toBe(1);
  });
});

it("a ranking that Telegram refuses for good stands in /choxuly until it is let go", async () => {
  const province = await open("embedded", "2026-11-22T09:00", { ignoreErrors: /message refused/ });
  const ha = await province.person("secretariat", "SNV", "Hà");
  const group = province.server.createGroup({ title: "Ban Chỉ đạo", members: [ha.person] });
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
  await ha.in(group).asks("/nhom ban chỉ đạo", /nhận: xếp hạng tuần/);
  const fault = {
    kind: "error",
    code: 400,
    description: "Bad Request: not enough rights",
  } as const;
  const heal = province.server.faults.add({ fault, method: SENDING, chat: group.id, times: 50 });
  await province.forwardTo("2026-11-23T08:01");
  heal();
  const { id } = await province.db.outboxMessage.findFirstOrThrow({ where: { state: "failed" } });
  const waiting = await ha.asks("/choxuly", /xếp hạng 2026-W47 không gửi được.*\/guilai bỏ \d+/);
  await ha.asks(`/guilai bỏ ${id}`, "Đã bỏ 1 tin, không gửi nữa.");
  await ha.asks(`/guilai bỏ ${id}`, /^Không có tin nào như vậy để bỏ/);
  await waiting.button("Gửi lại · Ban Chỉ đạo").click();
  await ha.hears("Không có tin nào cần gửi lại.");
  await ha.asks("/guilai bỏ", /chưa hiểu cần gửi lại tin nào/);
  await province.settle();
  expect(group.messages().filter(({ text }) => text?.includes("Kết quả") === true)).toEqual([]);
});
