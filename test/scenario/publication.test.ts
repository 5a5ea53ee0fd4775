// What each group receives, when, and who sees it first.
import { expect, it, onTestFinished, vi } from "vitest";
import type { Citizen } from "#test/support/citizen.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

vi.setConfig({ testTimeout: 120_000 });

const open = async (at: string): Promise<Province> => {
  const province = await openProvince({ at });
  onTestFinished(() => province.close());
  return province;
};

it("each group gets its own groups of agencies, on its own day and at its own time", async () => {
  const province = await open("2026-11-20T12:00");
  const { server } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const members = [secretary.person, official.person];
  const main = server.createGroup({ title: "Ban Chỉ đạo", members });
  const committee = secretary.in(main);
  const communes = secretary.in(server.createGroup({ title: "Các xã", members }));
  const agency = secretary.in(server.createGroup({ title: "Sở Tài chính", members }));

  // Said in words, one wish at a time, as people type.
  await committee.asks(
    "/nhom ban chỉ đạo",
    /^Đã đăng ký là nhóm Ban Chỉ đạo; nhận: xếp hạng tuần\.$/,
  );
  await committee.asks(
    "/nhom xep hang t3 9h, chi cac so",
    "Đã đăng ký là nhóm Ban Chỉ đạo; nhận: xếp hạng tuần (thứ Ba lúc 09:00; chỉ Các sở, ban, ngành).",
  );
  await committee.asks("/nhom bản tin", /09:00; chỉ Các sở, ban, ngành\), bản tin tuần\.$/);
  await committee.asks("/nhom bỏ bản tin", /chỉ Các sở, ban, ngành\)\.$/);
  const readers = secretary.in(server.createGroup({ title: "Bản tin", members }));
  await readers.asks(
    "/nhom bản tin 9h",
    /^Đã đăng ký là nhóm Ban Chỉ đạo; nhận: bản tin tuần \(lúc 09:00\)\.$/,
  );
  await communes.asks(
    "/nhom xếp hạng, chỉ các xã",
    /nhận: xếp hạng tuần \(chỉ UBND các xã, phường\)/,
  );
  await agency.asks("/nhom Sở Tài chính", /nhóm của Sở Tài chính; nhận: nhắc hạn\./);

  // What is not understood, or cannot be, changes nothing; the asker alone is told why.
  const refused = async (asker: Citizen, inGroup: Citizen, text: string, why: RegExp) => {
    await inGroup.says(text);
    await asker.hears(why);
  };
  await refused(
    secretary,
    committee,
    "/nhom xếp hạng thứ tám",
    /^Chưa hiểu “thứ tám” nên chưa thay đổi gì\. Ví dụ: /,
  );
  await refused(secretary, committee, "/nhom chủ nhật 8h", /ngày làm việc, từ thứ Hai đến thứ Sáu/);
  await refused(
    secretary,
    committee,
    "/nhom chỉ các trường",
    /Không có nhóm xếp hạng nào tên là “trường”.*UBND các xã/s,
  );
  await refused(
    secretary,
    agency,
    "/nhom xếp hạng",
    /đăng ký cho Sở Tài chính và nhận nhắc hạn; xếp hạng và bản tin đăng ở nhóm/,
  );
  await official.in(main).asks("/nhom không xếp hạng", /^Lệnh \/nhom dành cho/);
  await committee.asks("/nhom", /xếp hạng tuần \(thứ Ba lúc 09:00; chỉ Các sở, ban, ngành\)\.$/);

  await plant(province, "STC", "Chuyện kín của Sở", { dueOn: "2026-11-18", restricted: true });
  await plant(province, "X-BH", "Việc của xã", { dueOn: "2026-11-18" });

  // Looked at before: exactly what comes on Monday, without fixing or posting anything.
  await official.asks("/xemtruoc", /^Lệnh \/xemtruoc dành cho cơ quan thường trực/);
  const which = await secretary.asks("/xemtruoc", "Xem trước cho nhóm nào?");
  expect(which.buttons).toEqual(["Ban Chỉ đạo", "Các xã"]);
  await secretary.asks(
    "/xemtruoc trường học",
    /Không có nhóm nào nhận xếp hạng tên là “trường học”/,
  );
  await which.button("Các xã").click();
  const early = await secretary.hears(/^Xem trước bảng xếp hạng cho Các xã\. Chưa đăng/);
  expect(early.text).toMatch(/Tuần chưa kết thúc: số liệu tính đến hết ngày 20\/11\/2026/);
  expect(early.text).not.toMatch(/Sở Tài chính|Việc của xã/);
  await province.forwardTo("2026-11-23T07:50");
  await official.hears(/Nhắc hạn ngày 23\/11/);
  await agency.hears(/Nhắc hạn ngày 23\/11.*NV-001 …/s);
  const preview = await secretary.asks(
    "/xemtruoc ban chi dao",
    /^Xem trước bảng xếp hạng cho Ban Chỉ đạo/,
  );
  expect(preview.text).not.toMatch(/Chuyện kín|xã Bình Hòa/);
  expect(await province.db.standingSnapshot.count()).toBe(0);

  await province.forwardTo("2026-11-23T12:00");
  const plain = await readers.hears(/tuần 47/i);
  expect(plain.text).not.toMatch(/Chuyện kín|Việc của xã/);
  const ofCommunes = await communes.hears(/Kết quả thực hiện nhiệm vụ tuần 47/);
  expect(ofCommunes.text).toMatch(/UBND xã Bình Hòa.*0,00%.*Mới quá hạn.*NV-002: X-BH/s);
  expect(ofCommunes.text).not.toMatch(/Sở Tài chính|STC|Việc của xã/);
  await committee.room.expectNothing();
  // 24 November is a day off (the new Day of Culture): Wednesday instead.
  await province.forwardTo("2026-11-25T08:59");
  await committee.room.expectNothing();
  await province.forwardTo("2026-11-25T09:01");
  const posted = await committee.hears(/Kết quả thực hiện nhiệm vụ tuần 47/);
  expect(posted.text).not.toMatch(/Chuyện kín|xã Bình Hòa/);
  expect(posted.text).toMatch(/Đơn vị cần đôn đốc.*Tỷ lệ đúng hạn = đúng hạn ÷/s);
  expect(preview.text.endsWith(posted.text)).toBe(true);
  await official.hears(/Nhắc hạn ngày 25\/11/);
  await agency.hears(/Nhắc hạn ngày 25\/11/);
});

it("a draft is shown, approved for its time, or dropped; what was dropped is not lost", async () => {
  const province = await open("2026-11-22T12:00");
  const { server, db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const other = await province.person("secretariat", "SNV", "Bình");
  const official = await province.official("STP");
  const members = [secretary.person, other.person];
  const group = secretary.in(server.createGroup({ title: "Ban Chỉ đạo", members }));
  await group.asks(
    "/nhom ban chỉ đạo, xếp hạng thứ tư 14h, duyệt trước, bản tin",
    /duyệt trước khi đăng; thứ Tư lúc 14:00/,
  );
  await plant(province, "STP", "Đúng hạn", { dueOn: "2026-12-20" });
  // Somebody must be counted, else there is no ranking to approve.
  await plant(province, "SYT", "Của nơi chưa ai kết nối", { dueOn: "2026-11-10" });
  await province.forwardTo("2026-11-23T12:00");
  await secretary.hears(/^Bản xem trước kết quả kỳ 2026-W47/);
  const shown = await other.hears(/^Bản xem trước kết quả kỳ 2026-W47/);
  expect(shown.buttons).toEqual(["Đăng", "Bỏ, không đăng"]);

  // An accepted correction travels with a draft; where that is dropped, with the next one.
  await official.asks("/kiennghi 2026-W47 sai tên", /KN-1/);
  await secretary.hears(/^KN-1/);
  await other.hears(/^KN-1/);
  await secretary.asks("/duyet KN-1 Tên đúng là Sở Tư pháp.", /Đã chấp nhận KN-1/);
  await official.hears(/được chấp nhận/);
  await secretary.asks(
    "/xemtruoc",
    /^Bảng xếp hạng kỳ 2026-W47 của Ban Chỉ đạo đã chốt, đang chờ duyệt đăng:/,
  );
  await secretary.asks(
    "/dang",
    "Đã duyệt, xếp hạng 2026-W47 sẽ được đăng vào nhóm lúc 14:00 ngày 25/11/2026.",
  );
  await other.asks("/dang bỏ tuần 47", /đã được duyệt đăng trước đó/);
  await province.forwardTo("2026-11-25T14:01");
  await group.hears(/Kết quả thực hiện nhiệm vụ tuần 47/);
  // The bulletin speaks of the ranking too: it came with the approved one, not before.
  await group.hears(/tuần 47/i);

  await province.forwardTo("2026-11-30T12:00");
  const draft = await secretary.hears(
    /^Bản xem trước kết quả kỳ 2026-W48.*Tên đúng là Sở Tư pháp/s,
  );
  await other.hears(/^Bản xem trước kết quả kỳ 2026-W48/);
  await draft.button("Bỏ, không đăng").click();
  await secretary.hears(/^Đã bỏ bảng xếp hạng 2026-W48 của Ban Chỉ đạo; bảng này không đăng nữa/);
  await other.asks("/dang 2026-W48", "Bảng xếp hạng 2026-W48 đã được bỏ, không đăng.");
  await secretary.asks(
    "/dang bỏ",
    /^Không có bảng xếp hạng nào chờ đăng như vậy nên không bỏ bảng nào/,
  );
  expect(await db.publication.findFirst({ where: { period: "2026-W48" } })).toMatchObject({
    state: "dropped",
  });
  const [week49] = [await secretary.asks("/xemtruoc", /^Xem trước bảng xếp hạng cho Ban Chỉ đạo/)];
  expect(week49.text).toMatch(/Đính chính.*Tên đúng là Sở Tư pháp/s);
});
