// Vướng mắc and giải trình: asked with a code of their own, answered, closed, not forgotten.
import { expect, it, onTestFinished, vi } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { overdueExplanations } from "#src/tasks/explanation-store.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T13:00" });
  onTestFinished(() => province.close());
  return province;
};

it("an agency says what blocks it, the secretariat or the leader in charge answers", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const other = await province.person("leader", undefined, "Dũng");
  const official = await province.official("STC");
  const stranger = await province.official("STP");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
  const inCharge = await db.person.findFirstOrThrow({ where: { fullName: "Thắng" } });
  await db.task.update({ where: { id: 1 }, data: { leaderInChargeId: inCharge.id } });

  await stranger.asks("/vuongmac NV-001 khó", /^Không tìm thấy nhiệm vụ NV-001/);
  await official.asks(
    "/vuongmac NV-001",
    /^NV-001 vướng mắc nội dung gì, đề nghị cơ quan nào hỗ trợ\?/,
  );
  await province.restart();
  await official.attaches("mau.txt", "mẫu", "chưa có mẫu biểu của Bộ");
  await official.hears(
    "Đã ghi vướng mắc VM-1 của NV-001, kèm 1 tệp và chuyển đến cơ quan thường trực, lãnh đạo phụ trách. Hạn của nhiệm vụ không thay đổi.",
  );
  const raised = await secretary.hears(
    /^Sở Tài chính báo vướng mắc VM-1 khi thực hiện NV-001: chưa có mẫu biểu của Bộ.*Vướng mắc VM-1, 20\/11\/2026: chưa có mẫu biểu của Bộ \[Tệp: mau\.txt\]/s,
  );
  await leader.hears(/^Sở Tài chính báo vướng mắc VM-1/);
  // The other leader has no part in it; the secretariat finds it in /choxuly too.
  await other.asks("/choxuly", /^Không có việc nào/);
  await secretary.asks("/choxuly", /Vướng mắc chờ trả lời.*VM-1 Sở Tài chính: chưa có mẫu biểu/s);
  await leader.asks("/choxuly vướng mắc", /VM-1/);

  await official.asks("/traloi VM-1 tự trả lời", /^VM-1 do cơ quan thường trực hoặc lãnh đạo/);
  await stranger.asks("/traloi VM-1 hóng", "Không tìm thấy VM-1 trong phạm vi của anh/chị.");
  await raised.button("Trả lời VM-1").click();
  await secretary.hears(/^VM-1: chưa có mẫu biểu của Bộ\s+Anh\/chị trả lời thế nào\?/);
  await secretary.asks("dùng mẫu tại công văn 45", "Đã gửi trả lời VM-1 đến Sở Tài chính.");
  const answered = await official.hears(
    /^Trả lời vướng mắc VM-1 \(NV-001\): dùng mẫu tại công văn 45\. Nếu đã được tháo gỡ, anh\/chị đóng bằng \/dong VM-1/,
  );
  await secretary.asks("/choxuly vướng mắc", /^Không có mục nào như vậy/);
  await answered.button("Đóng VM-1").click();
  await official.hears("Đã đóng vướng mắc VM-1.");
  await secretary.hears("Sở Tài chính đã đóng vướng mắc VM-1 (NV-001).");
  await official.asks("/dong VM-1", /^VM-1 đã đóng ngày 20\/11\/2026\.\s+Nếu còn vướng/);
  await leader.asks("/traloi VM-1 thêm", "VM-1 đã đóng ngày 20/11/2026.");
  await leader.asks("/traloi", /^Anh\/chị cho biết mã cần trả lời/);
  expect((await db.taskEvent.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind)).toEqual(
    ["blocker_raised", "blocker_answered", "blocker_closed"],
  );
});

it("what is entered for an agency is told to it, and answered by somebody else", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const second = await province.person("secretariat", "SNV", "Lan");
  const official = await province.official("X-BH");
  await plant(province, "X-BH", "Rà soát", { dueOn: "2026-11-27" });
  await secretary.asks("/vuongmac NV-001 X-BH thiếu máy quét", /^Đã ghi vướng mắc VM-1/);
  await official.hears(/^Hà đã nhập hộ vướng mắc VM-1 của NV-001: thiếu máy quét\./);
  await second.hears(/^UBND xã Bình Hòa báo vướng mắc VM-1/);
  await secretary.asks("/traloi VM-1 sẽ cấp", /do chính anh\/chị nhập/);
  await second.asks("/traloi VM-1 sẽ cấp trong tháng 12", /^Đã gửi trả lời VM-1/);
  await official.hears(/^Trả lời vướng mắc VM-1/);
  await secretary.hears(/^Trả lời vướng mắc VM-1/);
  await second.asks("/dong VM-1 đã xử lý", "Đã đóng vướng mắc VM-1.");
  await official.hears("Lan đã đóng vướng mắc VM-1 (NV-001): đã xử lý.");
});

it("an explanation is asked with a day of its own, answered, sent back for more, and closed", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const official = await province.official("STC");
  const head = await province.person("head", "STC", "Trưởng");
  const own = await province.official("SNV");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
  await plant(province, "SNV", "Việc của Nội vụ", { dueOn: "2026-11-10" });

  await official.asks("/giaitrinh NV-001 vì sao", /^Lệnh \/giaitrinh dành cho cơ quan thường trực/);
  await secretary.asks("/giaitrinh NV-002 vì sao", /^Không yêu cầu giải trình với cơ quan mình/);
  await secretary.asks(
    "/giaitrinh NV-001 STC hạn 19/11 vì sao",
    /^Hạn giải trình 19\/11\/2026 đã qua/,
  );
  await secretary.asks(
    "/giaitrinh nv1 stc han 25/11 nguyên nhân chậm",
    "Đã gửi yêu cầu giải trình GT-1 (NV-001) đến Sở Tài chính, hạn trả lời 25/11/2026.",
  );
  const wanted = await official.hears(
    /^Yêu cầu giải trình GT-1 về NV-001, hạn trả lời 25\/11\/2026: nguyên nhân chậm\..*Giải trình GT-1, hạn 25\/11\/2026: nguyên nhân chậm/s,
  );
  await head.hears(/^Yêu cầu giải trình GT-1/);
  await secretary.asks("/giaitrinh NV-001 lại", /đang có yêu cầu giải trình GT-1 chưa đóng/);
  await secretary.asks("/traloi GT-1 đang chờ", /^GT-1 đang chờ Sở Tài chính trả lời/);

  // Not answered in time: it is back among what waits.
  await secretary.asks("/choxuly giải trình", /^Không có mục nào như vậy/);
  await wanted.button("Trả lời GT-1").click();
  await official.hears(/^GT-1: nguyên nhân chậm\s+Anh\/chị trả lời thế nào\?/);
  await province.restart();
  await official.asks("chờ số liệu của các xã", "Đã gửi giải trình GT-1.");
  await secretary.hears(/^Sở Tài chính giải trình GT-1 \(NV-001\): chờ số liệu của các xã\./);
  await secretary.asks(
    "/choxuly giải trình",
    /Giải trình cần xem lại.*GT-1 Sở Tài chính: đã trả lời, chờ đóng: chờ số liệu/s,
  );
  await secretary.asks(
    "/traloi GT-1 nêu rõ xã nào, hạn 23/11",
    "Đã đề nghị Sở Tài chính bổ sung GT-1, hạn trả lời 23/11/2026.",
  );
  for (const one of [official, head]) {
    await one.hears(
      /^Giải trình GT-1 \(NV-001\) cần bổ sung trước hết ngày 23\/11\/2026: nêu rõ xã nào/,
    );
  }
  expect(await overdueExplanations(db, civilDate("2026-11-23"))).toHaveLength(0);
  expect(await overdueExplanations(db, civilDate("2026-11-24"))).toHaveLength(1);
  await head.asks("/traloi GT-1 xã Bình Hòa", "Đã gửi giải trình GT-1.");
  await secretary.hears(
    /^Sở Tài chính giải trình GT-1.*→ trả lời: chờ số liệu của các xã\s+xã Bình Hòa/s,
  );
  await official.asks("/dong GT-1", /^GT-1 do bên yêu cầu giải trình đóng/);
  await secretary.asks("/dong GT-1 đã rõ", "Đã đóng yêu cầu giải trình GT-1.");
  for (const one of [official, head]) {
    await one.hears("Yêu cầu giải trình GT-1 (NV-001) đã được đóng: đã rõ.");
  }

  // The secretariat's own agency is asked by a leader; usual words, three working days.
  await leader.asks(
    "/giaitrinh NV-002",
    "Đã gửi yêu cầu giải trình GT-2 (NV-002) đến Sở Nội vụ, hạn trả lời 26/11/2026.",
  );
  await own.hears(/^Yêu cầu giải trình GT-2.*Đề nghị cho biết nguyên nhân, khó khăn/s);
});

it("several agencies are asked at once after a yes; who is not connected is named", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const commune = await province.official("X-BH");
  await secretary.asks("/giao X-BH, P-TL, STC: Báo cáo quý; hạn 30/11", /Giao nhiệm vụ/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(/Đã ghi nhận NV-001/);
  await commune.hears(/được giao nhiệm vụ mới/);
  await secretary.asks(
    "/giaitrinh NV-001 các xã chưa báo cáo hạn 25/11: vì sao chưa nhận việc",
    /^Gửi yêu cầu giải trình NV-001, hạn trả lời 25\/11\/2026, đến 2 cơ quan: UBND xã Bình Hòa; UBND phường Tân Lập\.\s+Nội dung: vì sao chưa nhận việc/,
  );
  await province.restart();
  await secretary.asks(
    "có",
    /^Đã gửi yêu cầu giải trình NV-001 đến 2 cơ quan, hạn trả lời 25\/11\/2026\.\s+Chưa có ai kết nối với trợ lý, anh\/chị báo thêm bằng cách khác: UBND phường Tân Lập\./,
  );
  await commune.hears(
    /^Yêu cầu giải trình GT-1 về NV-001, hạn trả lời 25\/11\/2026: vì sao chưa nhận việc/,
  );
  expect(await db.explanationRequest.count()).toBe(2);
  await secretary.asks(
    "/giaitrinh NV-001 các xã chưa báo cáo",
    /^Không có cơ quan nào của NV-001 phù hợp/,
  );
});
