// A message becomes a task: answered with /giao, in private or in a group, or passed on to the bot.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T14:00" });
  onTestFinished(() => province.close());
  return province;
};

it("in a group a message is answered with /giao: only its author reads it back, in private", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const group = province.server.createGroup({
    title: "Ban Chỉ đạo",
    members: [secretary.person, official.person],
  });
  await secretary.in(group).asks("/nhom ban chỉ đạo", /Đã đăng ký|nhóm/);
  const said = await official
    .in(group)
    .says("Đề nghị rà soát định mức chi; hạn chế trùng lặp.\nHoàn thành trước ngày 15/12/2026.");

  const room = secretary.in(group).room;
  room.say("/giao STC: Việc mới; hạn 30/11");
  // A refusal is for the asker's eyes.
  await secretary.hears(/Trong nhóm, lệnh \/giao dùng để trả lời tin nhắn/);

  room.say("/giao Sở Tài chính", { replyTo: said });
  const heard = await secretary.in(group).hears(/^Đã ghi\. Mời anh\/chị xem tin nhắn riêng/);
  expect(heard.text).not.toMatch(/định mức/);
  const draft = await secretary.hears(
    /^Giao nhiệm vụ, xin kiểm tra:\s+Chủ trì: Sở Tài chính\s+Nội dung: Đề nghị rà soát định mức chi; hạn chế trùng lặp\.\s+Hoàn thành trước ngày 15\/12\/2026\.\s+Hạn: trước 15\/12\/2026.*Hạn lấy từ nội dung: “trước ngày 15\/12\/2026”/s,
  );
  await province.restart();
  await secretary.asks("hạn 30/11", /Hạn: 30\/11\/2026/);
  await draft.button("Ghi nhận").click();
  await secretary.hears(/Biểu mẫu này không còn mở/);
  await secretary.asks("có", /Đã ghi nhận NV-001/);
  await official.hears(/Sở Tài chính được giao nhiệm vụ mới.*rà soát định mức chi; hạn chế/s);
  expect((await db.task.findFirstOrThrow()).restricted).toBe(false);

  // Who may only propose proposes, for the own agency.
  official.in(group).room.say("/giao Sở Tư pháp hạn 30/11", { replyTo: said });
  await official.hears(/đề xuất được nhiệm vụ cho cơ quan mình/);
});

it("in private: answering a message, passing one on after /giao, or first", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const note = await secretary.says("ghi nhớ: /tiendo NV-001 của STC; công khai ngân sách");
  await secretary.hears(/./s);
  secretary.room.say("/giao Sở Tài chính hạn 30/11", { replyTo: note });
  await secretary.hears(
    /Nội dung: ghi nhớ: \/tiendo NV-001 của STC; công khai ngân sách\s+Hạn: 30\/11\/2026/,
  );
  await secretary.asks("thôi", /Đã dừng/);

  // What belongs together comes as two messages: the comment, then what was passed on.
  const elsewhere = province.server.createGroup({
    title: "Lãnh đạo",
    members: [official.person],
    bot: "left",
  });
  const words = official
    .in(elsewhere)
    .room.say("/huy NV-002: rà soát lại\nChậm nhất ngày 5/12/2026 gửi về Sở Nội vụ");
  await secretary.asks("/giao", /^Cơ quan nào chủ trì\?/);
  await province.restart();
  secretary.room.forward(words);
  await secretary.hears(/^Cơ quan nào chủ trì\?/);
  await secretary.asks(
    "stp",
    /Chủ trì: Sở Tư pháp\s+Nội dung: \/huy NV-002: rà soát lại\s+Chậm nhất ngày 5\/12\/2026 gửi về Sở Nội vụ\s+Hạn: 05\/12\/2026/,
  );
  await secretary.asks("thôi", /Đã dừng/);
  await secretary.asks("/giao Sở Tư pháp hạn 10/12", /^Nhiệm vụ giao Sở Tư pháp là gì\?/);
  // Typed: it begins like a command, and is the content all the same.
  await secretary.asks(
    "Tiến độ NV-001 phải báo cáo hằng tuần",
    /Nội dung: Tiến độ NV-001 phải báo cáo hằng tuần\s+Hạn: 10\/12\/2026/,
  );
  await secretary.asks("thôi", /Đã dừng/);

  // Without a word before it: what is it for?
  await plant(province, "STP", "Rà soát", { dueOn: "2026-11-30" });
  secretary.room.forward(words);
  const asked = await secretary.hears(
    /^Tin chuyển tiếp này dùng để làm gì\? Chưa có gì được ghi nhận\./,
  );
  expect(asked.buttons).toContain("Giao thành nhiệm vụ");
  expect(asked.buttons).toContain("NV-002");
  await asked.button("Giao thành nhiệm vụ").click();
  await secretary.hears(/^Cơ quan nào chủ trì\?/);
  await secretary.asks("stp", /Nội dung: \/huy NV-002: rà soát lại/);
  await secretary.asks("có", /Đã ghi nhận NV-002/);
  expect((await db.task.findFirstOrThrow({ where: { id: 2 } })).content).toBe(
    "/huy NV-002: rà soát lại\nChậm nhất ngày 5/12/2026 gửi về Sở Nội vụ",
  );
  // An official may propose it.
  const mine = await official.says("mua máy quét cho bộ phận một cửa");
  await official.hears(/./s);
  official.room.forward(mine);
  const offered = await official.hears(/^Tin chuyển tiếp này/);
  expect(offered.buttons).toEqual(["Đề xuất thành nhiệm vụ"]);
});
