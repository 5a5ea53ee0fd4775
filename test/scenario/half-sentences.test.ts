// What people leave out, and what the bot makes of it.
import { describe, expect, it } from "vitest";
import { openProvince } from "#test/support/province.ts";

describe("half sentences", () => {
  it("a deed without a task goes on with the task alone, over a restart, and can be stopped", async () => {
    const province = await openProvince({ at: "2026-11-23T13:00" });
    const lan = await province.person("secretariat", "SNV", "Lan");
    const binh = await province.official("STC");
    await lan.says("/giao STC: Báo cáo rà soát; hạn 10/12");
    await lan.hears(/Giao nhiệm vụ/);
    await lan.taps("Ghi nhận");
    await lan.hears(/NV-001/);
    await binh.hears(/nhiệm vụ mới|giao/i);

    await binh.asks("/tiendo 40% đã lấy ý kiến", /mã nhiệm vụ/);
    await province.restart();
    await binh.asks("có", /không có biểu mẫu|mã nhiệm vụ/);
    await binh.asks("NV-001", /Đã ghi tiến độ NV-001: 40%/);
    await binh.sees(/40%/);

    await binh.asks("/hoanthanh", /mã nhiệm vụ/);
    await binh.asks("thôi", /Đã dừng/);
    await binh.asks("nv 1", /NV-001 · Sở Tài chính/);
    // A card was just shown: a bare percentage is probably about it, but only a tap says so.
    await binh.asks("60% đã họp", /Anh\/chị muốn làm gì với NV-001/);
    await binh.taps(/Báo tiến độ/);
    await binh.hears(/Đã ghi tiến độ NV-001: 60%/);
    await binh.sees(/60%/);
    await binh.sees(/60%/);

    await binh.asks("hôm nay có việc gì không", /Có phải anh\/chị muốn dùng/);
    await binh.asks("cảm ơn em nhé", /cảm ơn anh\/chị/);
    await province.close();
  });

  it("an agency that was left out is the answer to the question which", async () => {
    const province = await openProvince({ at: "2026-11-23T13:00" });
    const lan = await province.person("secretariat", "SNV", "Lan");
    const stc = await province.official("STC");
    const stp = await province.official("STP");
    await lan.says("/giao STC, STP: Báo cáo rà soát; hạn 10/12");
    await lan.hears(/Giao nhiệm vụ/);
    await lan.taps("Ghi nhận");
    await lan.hears(/NV-001/);
    for (const official of [stc, stp]) {
      await official.hears(/giao/i);
      await official.asks("/hoanthanh NV-001 đã gửi báo cáo", /Đã nộp kết quả/);
      await official.sees(/chờ xác nhận/);
      await lan.hears(/nộp kết quả NV-001/);
    }
    await lan.asks("/xacnhan NV-001", /nhiều cơ quan đang chờ/);
    await lan.asks("tư pháp", /Đã xác nhận NV-001 của Sở Tư pháp/);
    await stp.hears(/đã được xác nhận/);
    await stp.sees(/hoàn thành/);
    await lan.sees(/hoàn thành/);
    await province.close();
  });

  it("a file without a word waits for what it is for", async () => {
    const province = await openProvince({ at: "2026-11-23T13:00" });
    const lan = await province.person("secretariat", "SNV", "Lan");
    const binh = await province.official("STC");
    await lan.says("/giao STC: Báo cáo rà soát; hạn 10/12");
    await lan.hears(/Giao nhiệm vụ/);
    await lan.taps("Ghi nhận");
    await lan.hears(/NV-001/);
    await binh.hears(/giao/i);

    await binh.attaches("bao-cao.pdf", "%PDF-1.4 một", "");
    await binh.hears(/Đã nhận 1 tệp. Tệp này dùng cho việc nào/);
    await binh.taps(/Báo tiến độ NV-001/);
    await binh.hears(/Đã ghi tiến độ NV-001.*kèm 1 tệp/);
    await binh.sees(/bao-cao.pdf/);
    // Typed instead of tapped, after a pause.
    await binh.attaches("ket-qua.pdf", "%PDF-1.4 hai", "");
    await binh.hears(/Tệp này dùng cho việc nào/);
    await province.restart();
    await binh.asks(
      "/hoanthanh NV-001 số 12/BC-STC ngày 20/11",
      /văn bản số 12\/BC-STC.*kèm 1 tệp/,
    );
    await binh.sees(/ket-qua.pdf/);
    await lan.hears(/nộp kết quả NV-001/);
    expect(await province.db.attachment.count()).toBe(2);
    await province.close();
  });
});
