// The walk of the first issue: registered in one message, received, reported, submitted, returned
// once, confirmed, ranked on Monday. Told once, walked in several ways.
import { expect } from "vitest";
import type { Province } from "#test/support/province.ts";

export const walk = async (province: Province): Promise<void> => {
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const group = province.server.createGroup({
    title: "Ban Chỉ đạo CCHC",
    members: [secretary.person, official.person],
  });
  await secretary.in(group).asks("/nhom ban chỉ đạo", /nhóm Ban Chỉ đạo.*xếp hạng tuần/);

  await secretary.asks(
    "/giao Sở Tài chính: Rà soát định mức chi; hạn 27/11; phối hợp STP; lĩnh vực tài chính công",
    /Giao nhiệm vụ.*Sở Tài chính.*Rà soát định mức chi.*27\/11\/2026.*Sở Tư pháp/s,
  );
  await secretary.taps("Ghi nhận");
  await secretary.hears("Đã ghi nhận NV-001");

  const card = await official.hears(/nhiệm vụ mới.*NV-001.*Rà soát định mức chi/s);
  expect(card.buttons).toEqual(["Đã nhận", "Báo tiến độ", "Nộp kết quả"]);
  await official.asks("/tiendo nv-001 70% đã lấy ý kiến", /NV-001: 70%/);
  await card.expectEdit(/70%/);
  await official.asks(
    "/hoanthanh NV-001 số 12/BC-STC ngày 18/11 đã báo cáo",
    /Đã nộp kết quả NV-001/,
  );

  const toDecide = await secretary.hears(/Sở Tài chính nộp kết quả NV-001/);
  await toDecide.button("Trả lại").click();
  await secretary.hears(/lý do trả lại NV-001/);
  await secretary.asks("thiếu phụ lục", /Đã trả lại kết quả NV-001 cho Sở Tài chính/);
  await official.hears(/NV-001 được trả lại: thiếu phụ lục/);

  await official.asks("/hoanthanh NV-001 số 15/BC-STC ngày 19/11 kèm phụ lục", /Đã nộp kết quả/);
  await secretary.hears(/nộp kết quả NV-001.*15\/BC-STC/s);
  await secretary.asks("/xacnhan NV-001", /Đã xác nhận NV-001 của Sở Tài chính.*19\/11\/2026/);
  await official.hears(/NV-001 đã được xác nhận/);

  await province.forwardTo("2026-11-23T08:01");
  const ranking = await secretary.in(group).hears(/Kết quả thực hiện nhiệm vụ/);
  expect(ranking.text).toMatch(/Sở Tài chính.*100,00%/s);
  await province.settle();
  // Edits of the posted cards are not messages; nothing else was said to anybody.
  expect(province.errors).toEqual([]);
};
