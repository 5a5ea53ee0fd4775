// The register is changed by those who keep it: put right, set aside, taken up again, given to
// another agency; and whoever wants to know finds who did what, and when.
import { expect, it, onTestFinished, vi } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (at = "2026-11-20T14:00"): Promise<Province> => {
  const province = await openProvince({ at });
  onTestFinished(() => province.close());
  return province;
};

it("the secretariat puts the wording right: read back from → to, and its agencies are told", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const other = await province.person("leader", undefined, "Thắng");
  const official = await province.official("STC");
  const coordinator = await province.official("STP");
  await plant(province, "STC", "Rà xoát định mức", { coordinating: ["STP"], dueOn: "2026-12-15" });
  const card = await official.asks("/viec NV-001", /Rà xoát định mức/);

  await official.asks("/sua NV-001 nội dung: khác", /^Lệnh \/sua dành cho cơ quan thường trực/);
  const fields = await secretary.asks("/sua NV-001", /^Sửa gì ở NV-001\?/);
  expect(fields.buttons).toEqual([
    "Nội dung",
    "Hạn",
    "Lĩnh vực",
    "Sản phẩm",
    "Lãnh đạo phụ trách",
    "Văn bản",
    "Mục",
    "Ghi chú",
    "Hạn chế",
  ]);
  await fields.button("Nội dung").click();
  await secretary.hears(/NV-001 · Nội dung đang ghi: Rà xoát định mức\./);
  await province.restart();
  // Whatever is typed now is the new content, though it begins like a command.
  await secretary.asks(
    "Tiến độ NV-001 được rà soát; định mức: 5 nhóm",
    /Sửa NV-001, xin kiểm tra:\s+Nội dung: Rà xoát định mức → Tiến độ NV-001 được rà soát; định mức: 5 nhóm/,
  );
  await secretary.asks(
    "lĩnh vực: tài chính công; sp bao cao; văn bản 45/KH-UBND",
    /Lĩnh vực: \(chưa có\) → Cải cách tài chính công\s+Sản phẩm: \(chưa có\) → bao cao\s+Mục: \(chưa có\) → 45\/KH-UBND\s+Văn bản này chưa có trong danh mục/,
  );
  await secretary.taps("Ghi nhận");
  await secretary.hears(/^Đã sửa NV-001:/);
  const told =
    /^NV-001 \(Sở .*\) được sửa:\s+Nội dung: Rà xoát định mức → Tiến độ NV-001.*Sản phẩm: \(chưa có\) → bao cao/s;
  await official.hears(told);
  await coordinator.hears(told);
  // The card that was posted before shows the new words.
  await card.expectEdit(/định mức: 5 nhóm/);
  const kinds = await db.taskEvent.findMany({ orderBy: { id: "asc" } });
  expect(kinds.map(({ kind }) => kind)).toEqual(["edited", "area_changed", "edited", "edited"]);

  await secretary.asks("/sua NV-001 lĩnh vực: tài chính công", /đã đúng như vậy/);
  await secretary.asks("/sua NV-001 gì đó", /Chưa rõ “gì đó” thuộc mục nào/);
  await secretary.asks("/sua NV-099 ghi chú: x", /^Không tìm thấy nhiệm vụ NV-099/);

  // Two at once: the second sees what the first did before anything of hers is recorded.
  await secretary.asks("/sua NV-001 ghi chú: gấp", /Ghi chú: \(chưa có\) → gấp/);
  await other.asks("/sua NV-001 ghi chú: không gấp", /Ghi chú: \(chưa có\) → không gấp/);
  await other.asks("có", /^Đã sửa NV-001/);
  await official.hears(/được sửa:\s+Ghi chú/);
  await coordinator.hears(/được sửa:\s+Ghi chú/);
  await secretary.asks("có", /đã được người khác sửa trong lúc này.*Ghi chú: không gấp → gấp/s);
  await secretary.asks("thôi", /Đã dừng/);
  expect((await db.task.findFirstOrThrow()).note).toBe("không gấp");
});

it("a later date is a correction with its reason, or an extension, never just another date", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const official = await province.official("STC");
  const own = await province.official("SNV");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-30" });
  await plant(province, "SNV", "Tập huấn", { dueOn: "2026-11-30" });

  const ask =
    /Hạn mới 15\/12\/2026 muộn hơn hạn đang ghi 30\/11\/2026\. Đây là sửa cho đúng văn bản hay gia hạn\?/;
  await secretary.asks("/sua NV-001 hạn 15/12", ask);
  await secretary.asks("gia hạn", /^Chưa có gì được ghi nhận\. Gia hạn NV-001 do cơ quan chủ trì/);
  await secretary.asks("/sua NV-001 han 15/12", ask);
  await secretary.taps("Sửa cho đúng văn bản");
  await secretary.hears(/Căn cứ nào cho thấy hạn của NV-001 ghi chưa đúng\?/);
  await province.restart();
  await secretary.asks(
    "Kế hoạch 45/KH-UBND ghi trước ngày 15/12",
    /Hạn \(Sở Tài chính\): 30\/11\/2026 → 15\/12\/2026\s+Căn cứ sửa hạn: Kế hoạch 45\/KH-UBND ghi trước ngày 15\/12/,
  );
  await secretary.taps("Ghi nhận");
  await secretary.hears(/^Đã sửa NV-001/);
  await official.hears(
    /được sửa:\s+Hạn: 30\/11\/2026 → 15\/12\/2026\s+Căn cứ sửa hạn.*Hạn: 15\/12\/2026/s,
  );
  const row = await db.assignment.findFirstOrThrow({ where: { taskId: 1 } });
  expect([row.dueOn, row.originalDueOn].map((day) => day?.toISOString().slice(0, 10))).toEqual([
    "2026-12-15",
    "2026-12-15",
  ]);
  expect(row.extensionCount).toBe(0);
  const event = await db.taskEvent.findFirstOrThrow({ where: { kind: "due_changed" } });
  expect(event.data).toEqual({
    from: "2026-11-30",
    to: "2026-12-15",
    authority: "sửa hạn: Kế hoạch 45/KH-UBND ghi trước ngày 15/12",
    correction: true,
    deadlineKind: "date",
  });

  // Earlier needs no such question, only the reason; a date that is none is asked again.
  await secretary.asks("/sua NV-001 hạn 31/11", /Không có ngày này; gần nhất là 30\/11\/2026/);
  await secretary.asks(
    "hạn 1/12/2026 theo Công văn 50/UBND-NC",
    /15\/12\/2026 → 01\/12\/2026\s+Căn cứ sửa hạn: Công văn 50\/UBND-NC/,
  );
  await secretary.asks("không", /Đã dừng/);

  // Nobody moves a date of the own agency.
  await secretary.asks(
    "/sua NV-002 hạn 25/11 theo 45/KH-UBND",
    /Việc của Sở Nội vụ do lãnh đạo phụ trách quyết định/,
  );
  await leader.asks("/sua NV-002 hạn 25/11 theo 45/KH-UBND", /30\/11\/2026 → 25\/11\/2026/);
  await leader.taps("Ghi nhận");
  await leader.hears(/^Đã sửa NV-002/);
  await own.hears(/NV-002 \(Sở Nội vụ\) được sửa/);
});

it("a task is cancelled with a reason, of one agency or of all, never of one's own", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const stc = await province.official("STC");
  const stp = await province.official("STP");
  await plant(province, "STC", "Rà soát", { coordinating: ["STP"], dueOn: "2026-11-30" });
  await plant(province, "SNV", "Tập huấn", { dueOn: "2026-11-30" });

  await stc.asks("/huy NV-001 thôi không làm", /^Lệnh \/huy dành cho/);
  await secretary.asks(
    "/huy NV-002 hết việc",
    /Việc của Sở Nội vụ do lãnh đạo phụ trách quyết định/,
  );
  // "Hủy" alone is an answer, not this command.
  await secretary.asks("hủy", /Hiện không có biểu mẫu nào đang chờ trả lời/);
  await secretary.asks("/huy", /cho biết mã nhiệm vụ/);
  await secretary.asks("NV-001", /cho biết lý do hủy NV-001 \(trả lời tin này\)/);
  await province.restart();
  await secretary.asks(
    "đã lồng ghép vào kế hoạch năm",
    /^Hủy NV-001 của Sở Tài chính, Sở Tư pháp, lý do: đã lồng ghép vào kế hoạch năm\. Việc đã hủy không mở lại được/,
  );
  await secretary.asks("hủy", "Đã dừng. Chưa có gì được ghi nhận.");
  const assignment = await db.assignment.findFirstOrThrow({ where: { taskId: 1, role: "lead" } });
  const at = province.clock.now();
  await db.extension.create({
    data: {
      assignmentId: assignment.id,
      fromDueOn: new Date("2026-11-30"),
      toDueOn: new Date("2026-12-15"),
      reason: "chờ Bộ",
      askedOn: new Date("2026-11-20"),
      askedAt: at,
    },
  });
  await db.blocker.create({
    data: { taskId: 1, assignmentId: assignment.id, text: "thiếu người", raisedAt: at },
  });
  await secretary.asks("hủy NV-001 đã lồng ghép", /^Hủy NV-001.*đã lồng ghép/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(
    /^Đã hủy NV-001 của Sở Tài chính, Sở Tư pháp\.\s+Đã đóng kèm: 1 đề nghị gia hạn\. 1 vướng mắc\./,
  );
  await stc.hears(/^NV-001 \(Sở Tài chính\) đã được hủy, lý do: đã lồng ghép\./);
  await stp.hears(/^NV-001 \(Sở Tư pháp\) đã được hủy/);
  expect((await db.extension.findFirstOrThrow()).status).toBe("withdrawn");
  expect((await db.blocker.findFirstOrThrow()).closedAt).not.toBeNull();
  // An edited message changes nothing that was recorded, and asks nothing anew.
  const typed = await secretary.says("/tamdung NV-002 chờ Bộ");
  await secretary.hears(/do lãnh đạo phụ trách quyết định/);
  typed.edit("/huy NV-002 hết việc");
  await secretary.hears(/^Việc sửa tin nhắn không làm thay đổi/);
  await secretary.asks(
    "/huy NV-001 lần nữa",
    /đang ở trạng thái “hủy” nên không thực hiện được lệnh này/,
  );
  await secretary.asks("/tieptuc NV-001", /đang ở trạng thái “hủy”/);
});

it("a task of several agencies is paused for which, or for all, and goes on where it was", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const stc = await province.official("STC");
  const stp = await province.official("STP");
  await secretary.asks("/giao STC, STP: Báo cáo; hạn 30/11", /xin kiểm tra/);
  await secretary.asks("có", /Đã ghi nhận NV-001, giao 2 cơ quan/);
  await stc.hears(/nhiệm vụ mới/);
  await stp.hears(/nhiệm vụ mới/);
  await stc.asks("/tiendo NV-001 40%", /40%/);

  const which = await secretary.asks(
    "/tamdung NV-001 chờ hướng dẫn của Bộ",
    /tạm dừng của cơ quan nào, hay tất cả\?/,
  );
  expect(which.buttons).toEqual(["Tất cả", "Sở Tài chính", "Sở Tư pháp"]);
  await which.button("Sở Tài chính").click();
  await secretary.hears(
    /^Đã tạm dừng NV-001 của Sở Tài chính\.\s+Hạn vẫn là 30\/11\/2026: ngày tạm dừng không được cộng vào hạn/,
  );
  await stc.hears(/^NV-001 \(Sở Tài chính\) được tạm dừng, lý do: chờ hướng dẫn của Bộ\./);
  await stc.asks("/tiendo NV-001 50%", /“tạm dừng” nên không thực hiện được lệnh này/);
  await secretary.asks("/tamdung NV-001 tất cả chờ Bộ", /Đã tạm dừng NV-001 của Sở Tư pháp\./);
  await stp.hears(/được tạm dừng/);

  await province.forwardTo("2026-11-25T14:00");
  await secretary.asks(
    "/tieptuc NV-001 tat ca",
    /^Đã tiếp tục NV-001 của Sở Tài chính, Sở Tư pháp\./,
  );
  await stc.hears(/NV-001 \(Sở Tài chính\) được tiếp tục thực hiện\. Hạn vẫn là 30\/11\/2026/);
  await stp.hears(/được tiếp tục thực hiện/);
  const states = await db.assignment.findMany({ orderBy: { agencyId: "asc" } });
  expect(new Set(states.map(({ state }) => state))).toEqual(new Set(["in_progress", "assigned"]));
  await secretary.asks("/tieptuc NV-001 STC", /không thực hiện được lệnh này/);
});

it("a task goes to another agency with its authority, and history keeps where it was before", async () => {
  const province = await open("2026-11-19T14:00");
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const stc = await province.official("STC");
  const stp = await province.official("STP");
  const syt = await province.official("SYT");
  await secretary.asks("/giao STC: Báo cáo; hạn 30/11; phối hợp SYT", /xin kiểm tra/);
  await secretary.asks("có", /Đã ghi nhận NV-001/);
  await stc.hears(/nhiệm vụ mới/);
  await syt.hears(/phối hợp thực hiện NV-001/);
  await stc.asks("/tiendo NV-001 40% đã lấy ý kiến", /40%/);
  await province.forwardTo("2026-11-20T14:00");

  await stc.asks("/chuyen NV-001 sang STP", /^Lệnh \/chuyen dành cho/);
  await secretary.asks("/chuyen NV-001 sang SNV theo ý kiến", /Việc của Sở Nội vụ do lãnh đạo/);
  await secretary.asks("/chuyen NV-001 sang STC theo ý kiến", /đang do Sở Tài chính chủ trì/);
  await secretary.asks("/chuyen NV-001 sang Sở Xyz", /Sở Xyz/);
  await secretary.asks("/chuyen NV-001", /^Chuyển NV-001 của Sở Tài chính sang cơ quan nào\?/);
  await secretary.asks("sang so tu phap", /sang Sở Tư pháp theo văn bản hoặc ý kiến nào\?/);
  await province.restart();
  await secretary.asks(
    "theo 45/UBND-NC ngày 3/11",
    /^Chuyển NV-001: Sở Tài chính → Sở Tư pháp, theo 45\/UBND-NC ngày 3\/11\. Ghi nhận như vậy\?\s+Hạn giữ nguyên 30\/11\/2026\. Tiến độ 40% ở lại với cơ quan cũ\./,
  );
  await secretary.taps("Ghi nhận");
  await secretary.hears(
    /^Đã chuyển NV-001 từ Sở Tài chính sang Sở Tư pháp, theo 45\/UBND-NC ngày 3\/11\./,
  );
  const card = await stp.hears(
    /^Sở Tư pháp được giao chủ trì, chuyển từ Sở Tài chính theo 45\/UBND-NC.*NV-001 · Sở Tư pháp.*Hạn: 30\/11\/2026/s,
  );
  expect(card.buttons.join()).toMatch(/Báo tiến độ/);
  await stc.hears(/^NV-001 \(Sở Tài chính\) được chuyển sang Sở Tư pháp chủ trì/);
  await syt.hears(/được chuyển sang Sở Tư pháp chủ trì/);
  await stc.asks("/tiendo NV-001 50%", /đã chuyển/);
  await stp.asks("/tiendo NV-001 10%", /NV-001: 10%/);
  await secretary.asks("/viec NV-001", /NV-001 · Sở Tư pháp/);

  // As of each day its own agency carries it; columns and history agree.
  const named = async (on: string) => {
    const facts = await loadFacts(db, { role: "lead" }, civilDate(on));
    const agencies = await db.agency.findMany();
    return facts
      .filter(({ state }) => state !== "transferred")
      .map(({ agencyId }) => agencies.find(({ id }) => id === agencyId)?.code);
  };
  expect(await named("2026-11-19")).toEqual(["STC"]);
  expect(await named("2026-11-20")).toEqual(["STP"]);

  // Lead beats coordinating: the row of the one that coordinated becomes the lead one.
  await secretary.asks("/chuyen NV-001 STP sang SYT theo 46/UBND-NC", /Sở Tư pháp → Sở Y tế/);
  await secretary.asks("có", /Đã chuyển NV-001/);
  await syt.hears(/Sở Y tế được giao chủ trì/);
  await stp.hears(/được chuyển sang Sở Y tế/);
  expect(
    await db.assignment.count({ where: { role: "lead", state: { not: "transferred" } } }),
  ).toBe(1);
  // And back to where it began: that row begins anew.
  await secretary.asks("/chuyen NV-001 SYT sang STC theo 47/UBND-NC", /Sở Y tế → Sở Tài chính/);
  await secretary.asks("có", /Đã chuyển NV-001/);
  await stc.hears(/Sở Tài chính được giao chủ trì/);
  await syt.hears(/được chuyển sang Sở Tài chính/);
  expect(await named("2026-11-20")).toEqual(["STC"]);
  expect(await named("2026-11-19")).toEqual(["STC"]);

  await stc.asks("/hoanthanh NV-001 xong", /Đã nộp kết quả/);
  await secretary.hears(/nộp kết quả NV-001/);
  await secretary.asks("/chuyen NV-001 sang STP theo 48/UBND-NC", /xác nhận hoặc trả lại trước/);
});

it("who did what and when is told, the newest first, to those who may see it", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const stc = await province.official("STC");
  const syt = await province.official("SYT");
  const group = province.server.createGroup({
    title: "Sở Tài chính",
    members: [secretary.person, stc.person],
  });
  await secretary.in(group).asks("/nhom STC", /nhóm của Sở Tài chính/);
  await secretary.asks("/giao STC: Báo cáo; hạn 30/11", /xin kiểm tra/);
  await secretary.asks("có", /Đã ghi nhận NV-001/);
  await stc.hears(/nhiệm vụ mới/);
  await stc.in(group).asks("/tiendo NV-001 40% đã lấy ý kiến", /40%/);
  await stc.asks("/hoanthanh NV-001 số 12/BC-STC ngày 19/11 xong", /Đã nộp kết quả/);
  await secretary.hears(/nộp kết quả NV-001/);
  await secretary.asks("/tralai NV-001 thiếu phụ lục", /Đã trả lại/);
  await stc.hears(/trả lại/);
  const db = province.db;
  const { id: assignmentId } = await db.assignment.findFirstOrThrow();
  await db.nudge.createMany({
    data: ["18", "19"].map((day) => ({
      assignmentId,
      kind: "deadline:in_7",
      key: `deadline:2026-11-${day}:${assignmentId}`,
      effectiveOn: new Date(`2026-11-${day}`),
      recordedAt: new Date(`2026-11-${day}T07:30:00+07:00`),
    })),
  });
  const history = await stc.asks("/lichsu NV-001", /^Diễn biến NV-001/);
  const at = (text: string) => history.text.indexOf(text);
  const order = [
    "Trả lại kết quả, số 12/BC-STC ngày 19/11/2026: thiếu phụ lục",
    "Nộp kết quả, số 12/BC-STC ngày 19/11/2026: xong",
    "Tiến độ 40%: đã lấy ý kiến",
    "Giao chủ trì, hạn 30/11/2026",
    "Vào sổ nhiệm vụ",
    "Nhắc tự động 2 lần, gần nhất ngày 19/11/2026",
  ];
  for (const text of order) expect(at(text), text).toBeGreaterThan(0);
  expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b));
  expect(history.text).toMatch(/Tiến độ 40%: đã lấy ý kiến \[nhóm Sở Tài chính, tin số \d+\]/);
  expect(history.text).toMatch(/20\/11\/2026 14:\d\d · Hà: Trả lại/);
  await syt.asks("/lichsu NV-001", /^Không tìm thấy nhiệm vụ NV-001/);
  await stc.asks("/lichsu", /cho biết mã nhiệm vụ/);
  await stc.asks("NV-001", /^Diễn biến NV-001/);
  for (let n = 1; n <= 9; n += 1) await stc.asks(`/tiendo NV-001 ${40 + n}%`, /Đã ghi tiến độ/);
  const long = await secretary.asks("/lichsu NV-001 STC", /Tiến độ 49%.*Trang 1\/2/s);
  await long.button("Trang sau ›").click();
  await long.expectEdit(/Vào sổ nhiệm vụ.*Trang 2\/2/s);
});
