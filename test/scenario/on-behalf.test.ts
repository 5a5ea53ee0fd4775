// Nhập hộ: many communes are not bound on the first day, and phone instead. The secretariat enters
// for them; whoever is there hears what was entered and can say that it is not right.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T12:00" });
  onTestFinished(() => province.close());
  return province;
};

it("progress entered for an agency is told to it, contradicted, and put right by somebody else", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const second = await province.person("secretariat", "SNV", "Bình");
  const official = await province.person("official", "X-BH", "Lan");
  await plant(province, "X-BH", "Rà soát thủ tục", { dueOn: "2026-12-15" });

  await official.asks("/tiendo NV-001 30%", "Đã ghi tiến độ NV-001: 30%.");
  await secretary.asks(
    "/tiendo NV-001 UBND xã Bình Hòa 60% theo điện thoại 20/11",
    /^Đã ghi tiến độ NV-001: 60%\.\s+Nhập hộ UBND xã Bình Hòa; cơ quan đã được báo\.$/,
  );
  const notice = await official.hears(
    "Hà đã nhập hộ UBND xã Bình Hòa cho NV-001 (TD-2): tiến độ 60% – theo điện thoại 20/11. Nếu chưa đúng, anh/chị chọn “Không đúng” hoặc gõ: /khongdung TD-2",
  );
  expect(notice.buttons).toEqual(["Không đúng"]);
  await official.asks("/viec NV-001", /60% theo điện thoại 20\/11 \(nhập hộ bởi Hà\)/);

  // What is wrong is asked, and the answer may come the next day, after a restart.
  await notice.button("Không đúng").click();
  await official.hears(/Nội dung TD-2 nhập hộ cho NV-001: tiến độ 60%.*Điểm nào chưa đúng\?/);
  await province.restart();
  await official.asks(
    "mới đạt 40%, tổ 5 chưa họp",
    "Đã ghi phản ánh PA-1 về nội dung TD-2 nhập hộ cho NV-001, chờ xem xét.",
  );
  // Not whoever entered it, but somebody else of the secretariat.
  const asked = await second.hears(
    /^PA-1: UBND xã Bình Hòa phản ánh nội dung nhập hộ cho NV-001 chưa đúng\. Nội dung do Hà nhập: tiến độ 60% – theo điện thoại 20\/11\.\s+Lý do: mới đạt 40%, tổ 5 chưa họp$/,
  );
  expect(asked.buttons).toEqual(["Chấp nhận", "Không chấp nhận"]);
  await secretary.asks("/duyet PA-1", /^PA-1 là về nội dung do chính anh\/chị nhập/);
  await official.asks("/khongdung NV-001", /^Nội dung TD-2 đã được phản ánh \(PA-1\), đang chờ/);
  await second.asks("/viec NV-001", /Cơ quan phản ánh nội dung TD-2 nhập hộ chưa đúng \(PA-1/);
  await second.asks("/choxuly phản ánh", /Phản ánh nội dung nhập hộ.*PA-1|PA-1.*NV-001/s);

  await asked.button("Chấp nhận").click();
  await second.hears("Đã chấp nhận PA-1: tiến độ NV-001 trở lại 30%.");
  await official.hears("Bình: Đã chấp nhận PA-1: tiến độ NV-001 trở lại 30%.");
  await secretary.hears("Bình: Đã chấp nhận PA-1: tiến độ NV-001 trở lại 30%.");
  await second.asks("/duyet PA-1", "Phản ánh PA-1 đã được xem xét: chấp nhận.");
  await second.asks("/duyet PA-9", "Không có phản ánh PA-9. Gõ /choxuly để xem.");
  await official.asks("/viec NV-001", /đang thực hiện, 30%.*Đính chính nội dung nhập hộ TD-2/s);
  const rows = await db.progress.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ percent, correctsId }) => [percent, correctsId])).toEqual([
    [30, null],
    [60, null],
    [30, 2n],
  ]);
  const kinds = await db.taskEvent.findMany({ orderBy: { id: "asc" } });
  expect(kinds.map(({ kind }) => kind)).toEqual([
    "progressed",
    "progressed",
    "contradicted",
    "progressed",
    "contradiction_closed",
  ]);
  expect(kinds[1]?.onBehalfOfId).not.toBeNull();
});

it("a result entered for an agency is confirmed by somebody else, or withdrawn when it is wrong", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const official = await province.person("official", "X-BH", "Lan");
  await plant(province, "X-BH", "Họp tổ dân phố", { dueOn: "2026-12-15" });
  await plant(province, "X-BH", "Lập danh sách", { dueOn: "2026-12-15" });

  await secretary.asks(
    "/hoanthanh NV-001 UBND xã Bình Hòa số 12/BC-UBND ngày 19/11 đã họp",
    /^Đã nộp kết quả NV-001, văn bản số 12\/BC-UBND ngày 19\/11\/2026\. Đang chờ xác nhận\.\s+Nhập hộ UBND xã Bình Hòa/,
  );
  await official.hears(
    /^Hà đã nhập hộ UBND xã Bình Hòa cho NV-001 \(KQ-1\): kết quả số 12\/BC-UBND ngày 19\/11\/2026 – đã họp\./,
  );
  // The secretary is alone: what they entered goes to the leader.
  await leader.hears(/UBND xã Bình Hòa nộp kết quả NV-001.*nhập hộ bởi Hà/s);
  await secretary.asks("/xacnhan NV-001", /do chính anh\/chị nhập, nên cần người khác/);

  await official.asks("/khongdung", /nhập hộ nào\?\s+• NV-001 · KQ-1: kết quả số 12\/BC-UBND/);
  await official.taps("NV-001 · KQ-1");
  await official.hears(/Điểm nào chưa đúng\?/);
  await official.asks("thôi", "Đã dừng. Chưa có gì được ghi nhận.");
  await official.asks("/khongdung NV-001 KQ-7", /không có nội dung KQ-7 nhập hộ/);
  await official.asks(
    "khong dung nv1 chưa họp xong",
    "Đã ghi phản ánh PA-1 về nội dung KQ-1 nhập hộ cho NV-001, chờ xem xét.",
  );
  await leader.hears(/^PA-1: UBND xã Bình Hòa phản ánh.*Lý do: chưa họp xong/s);
  await leader.asks("/duyet PA-1 cảm ơn xã", /^Đã chấp nhận PA-1: kết quả nhập hộ của NV-001 được/);
  await official.hears(/^Thắng: Đã chấp nhận PA-1:.*tiếp tục thực hiện\. Ý kiến: cảm ơn xã$/);
  await secretary.hears(/^Thắng: Đã chấp nhận PA-1/);
  await leader.asks("/xacnhan NV-001", "NV-001 không có kết quả nào đang chờ xác nhận.");
  expect(await db.result.findFirst()).toMatchObject({ decision: "withdrawn" });

  // Once it is confirmed, the contradiction cannot undo it: what to do instead is said.
  await secretary.asks("/hoanthanh NV-002 số 13/BC-UBND ngày 19/11", /Đã nộp kết quả NV-002/);
  await official.hears(/KQ-2/);
  const second = await leader.hears(/nộp kết quả NV-002/);
  await second.button("Xác nhận").click();
  await leader.hears(/Đã xác nhận NV-002/);
  await official.hears(/NV-002 đã được xác nhận/);
  await official.asks(
    "/khongdung NV-002 còn thiếu tổ 3",
    /^Đã ghi phản ánh PA-2.*Lưu ý: kết quả này đã được xác nhận, hoàn thành ngày 19\/11\/2026/s,
  );
  await leader.hears(/^PA-2: .*Lưu ý: kết quả này đã được xác nhận/s);
  await leader.asks(
    "/duyet PA-2",
    /^Kết quả NV-002 đã được xác nhận.*không rút lại được theo phản ánh PA-2.*\/giao X-BH: Lập danh sách.*\/tuchoi PA-2/s,
  );
  await leader.asks("/tuchoi PA-2", /lý do không chấp nhận PA-2/);
  await province.restart();
  await leader.asks(
    "đã kiểm tra danh sách",
    "Đã trả lời PA-2: nội dung nhập hộ cho NV-002 giữ nguyên.",
  );
  await official.hears(
    "Thắng: Đã trả lời PA-2: nội dung nhập hộ cho NV-002 giữ nguyên. Ý kiến: đã kiểm tra danh sách",
  );
  await secretary.hears(/^Thắng: Đã trả lời PA-2/);
  await leader.asks("cảm ơn", "Vâng, cảm ơn anh/chị.");
});

it("which agency is asked where several lead; nobody bound is said; an official enters for no other", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.person("official", "STC", "Mai");
  const task = await plant(province, "STC", "Báo cáo quý", { dueOn: "2026-12-15" });
  const stp = await db.agency.findFirstOrThrow({ where: { code: "STP" } });
  const first = await db.assignment.findFirstOrThrow();
  const { id: _, agencyId: __, ...same } = first;
  await db.assignment.create({ data: { ...same, frequency: [], agencyId: stp.id } });

  const which = await secretary.asks(`/tiendo ${task} 20% gọi điện`, /NV-001 giao nhiều cơ quan/);
  await which.button("Sở Tư pháp").click();
  await secretary.hears(/NV-001: 20%.*Nhập hộ Sở Tư pháp; cơ quan chưa có người kết nối/s);
  await official.asks("/tiendo NV-001 STP 50%", "NV-001 không do cơ quan của anh/chị chủ trì.");
  await official.asks("/khongdung NV-001", /^NV-001 không có nội dung nào được nhập hộ/);
  await official.asks("/khongdung", /^Chưa có nội dung nào được nhập hộ/);
  await secretary.asks("/khongdung NV-001", /^Lệnh \/khongdung dành cho cán bộ đầu mối, lãnh đạo/);

  // Entered by mistake: the drop is asked about, and recorded as entered on behalf after a restart.
  await secretary.asks("/tiendo NV-001 STP 10%", /giảm từ 20% xuống 10%/);
  await province.restart();
  await secretary.asks("có", /Đã ghi tiến độ NV-001: 10%.*Nhập hộ Sở Tư pháp/s);
  const rows = await db.progress.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ percent, onBehalfOfId }) => [percent, onBehalfOfId])).toEqual([
    [20, stp.id],
    [10, stp.id],
  ]);
});
