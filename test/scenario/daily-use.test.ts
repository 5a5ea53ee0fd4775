// How the bot is used from day to day: a leader's four keys, long lists, English, groups.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  return province;
};

it("a leader gets four keys at /start, and each is understood as it is tapped", async () => {
  const province = await open();
  const leader = await province.person("leader", undefined, "Thắng");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
  await plant(province, "STP", "Kiểm tra", { dueOn: "2026-11-25" });
  await plant(province, "STP", "Báo cáo", { dueOn: "2026-11-30", awaiting: true });
  let keyboard: unknown;
  leader.room.say("/start");
  await leader.hears((text, record) => {
    keyboard = record.replyInterface;
    return text === "Chào Thắng.";
  });
  const labels = [...JSON.stringify(keyboard).matchAll(/"text":"([^"]+)"/g)].map(
    ([, text]) => text,
  );
  expect(labels).toEqual(["Quá hạn", "Đến hạn", "Xếp hạng", "Chờ quyết định"]);
  await leader.asks("Quá hạn", /Việc quá hạn \(1\)\s+• NV-001 Sở Tài chính: Rà soát/);
  await leader.asks("Đến hạn", /Việc sắp đến hạn trong 7 ngày tới \(1\)\s+• NV-002 Sở Tư pháp/);
  await leader.asks("Xếp hạng", /Kết quả thực hiện nhiệm vụ.*Sở Tài chính.*0,00%/s);
  const waiting = await leader.asks("Chờ quyết định", /Kết quả chờ xác nhận \(1\)/);
  // From the list to the decision by tapping alone.
  await waiting.button("NV-003 · Sở Tư pháp").click();
  const card = await leader.hears(/NV-003 · Sở Tư pháp/);
  await card.button("Xác nhận").click();
  await leader.hears(/Đã xác nhận NV-003 của Sở Tư pháp/);
});

it("a long list is turned over in its place, and each line is a tap away from its card", async () => {
  const province = await open();
  const official = await province.official("STC");
  for (let n = 1; n <= 20; n += 1) {
    await plant(province, "STC", `Việc thứ ${n}`, {
      dueOn: `2026-12-${String(n).padStart(2, "0")}`,
    });
  }
  const list = await official.asks("/viec", /Việc đang thực hiện \(20\).*Trang 1\/3/s);
  expect(list.buttons).toHaveLength(9);
  expect(list.buttons.at(-1)).toBe("Trang sau ›");
  await list.button("Trang sau ›").click();
  await list.expectEdit(/NV-009.*NV-016.*Trang 2\/3/s);
  expect(list.buttons.slice(-2)).toEqual(["‹ Trang trước", "Trang sau ›"]);
  await list.button("Trang sau ›").click();
  await list.expectEdit(/NV-017.*NV-020.*Trang 3\/3/s);
  expect(list.buttons.at(-1)).toBe("‹ Trang trước");
  await list.button("NV-020").click();
  await official.hears(/NV-020 · Sở Tài chính\s+Việc thứ 20/);
  await list.button("‹ Trang trước").click();
  await list.expectEdit(/Trang 2\/3/);
});

it("whoever chose English is spoken to in English, about everything", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  await official.asks("/toi english", "The bot will answer in English.");
  await secretary.asks("/giao STC: Rà soát; hạn 20/11", /xin kiểm tra/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(/Đã ghi nhận NV-001/);
  const card = await official.hears(
    /^A new task for Sở Tài chính:.*Due: 20\/11\/2026 · due today/s,
  );
  expect(card.buttons).toEqual(["Received", "Report progress", "Submit result"]);
  await official.asks("/progress NV-001 50%", "Progress of NV-001 recorded: 50%.");
  await official.asks("/tasks", /^Open tasks \(1\)/);
  await official.asks("hello", /^Hello\. Type \/viec for your tasks/);
  await official.asks("/prgress NV-001 60%", /^There is no command “\/prgress”\.\s+Did you mean:/);
  await official.asks(
    "/done NV-001 reported",
    /^Result of NV-001 submitted\. Awaiting confirmation\.$/,
  );
  const decide = await secretary.hears(/nộp kết quả NV-001/);
  await decide.button("Xác nhận").click();
  await secretary.hears(/Đã xác nhận/);
  await official.hears("The result of NV-001 was confirmed, done on 20/11/2026.");
});

it("a question in a group is answered for the asker's eyes; talk is left alone", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const stranger = province.stranger("Khách");
  const group = province.server.createGroup({
    title: "Sở Tài chính",
    members: [secretary.person, official.person, stranger.person],
  });
  const inGroup = official.in(group);
  await secretary.in(group).asks("/nhom Sở Tài chính", /nhóm của Sở Tài chính/);
  await plant(province, "STC", "Chuyện kín", { dueOn: "2026-11-27", restricted: true });
  const list = await inGroup.asks("/viec", /NV-001 Chuyện kín/);
  expect(list.isEphemeral).toBe(true);
  expect(
    secretary
      .in(group)
      .room.messages()
      .some(({ text }) => text.includes("kín")),
  ).toBe(false);
  const refused = await inGroup.asks("/choxuly", /^Lệnh \/choxuly dành cho/);
  expect(refused.isEphemeral || refused.message.chat.id !== group.id).toBe(true);
  await inGroup.says("mọi người đã xem NV-001 chưa?");
  await inGroup.says("cảm ơn cả nhà");
  await inGroup.says("quá hạn rồi");
  await stranger.in(group).says("xin chào");
  // A report is for all to read.
  const report = await inGroup.asks("/tiendo NV-001 30%", "Đã ghi tiến độ NV-001: 30%.");
  expect(report.isEphemeral).toBe(false);
});
