// Cards that were posted say what is true now; of those that somebody asked for again and again,
// the latest do.
import { expect, it } from "vitest";
import { openProvince } from "#test/support/province.ts";

it("who asked for a card five times sees the latest three of them change", async () => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  const secretary = await province.person("secretariat", "SNV");
  await secretary.asks("/giao Sở Tài chính: Rà soát định mức chi; hạn 27/11", /xin kiểm tra/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(/Đã ghi nhận NV-001/);
  const official = await province.official("STC");
  const cards = [];
  for (let n = 0; n < 5; n += 1) cards.push(await official.asks("NV-001", /Rà soát định mức chi/));

  await official.asks("/tiendo NV-001 70% đã lấy ý kiến", /Đã ghi tiến độ NV-001/);
  await province.settle();

  expect(cards.map(({ text }) => text.includes("70%"))).toEqual([false, false, true, true, true]);
  for (const { message } of cards.slice(2)) expect(message.edit_date).toBeDefined();
  province.server.takeAll();
  await province.close();
});
