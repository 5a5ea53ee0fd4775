// Kiến nghị: an agency says what is not right in a published ranking; somebody else decides; what
// was published stays, and the correction goes out with the next ranking of that group.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

vi.setConfig({ testTimeout: 120_000 });

/** The week that ended on 22 November, ranked and posted. */
const afterRanking = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-22T09:00" });
  onTestFinished(() => province.close());
  return province;
};

const figures = async ({ db }: Province) =>
  db.standingRow.findMany({
    orderBy: { id: "asc" },
    include: { items: { orderBy: { id: "asc" } } },
  });

it("is asked about a week, accepted, marked, and published with the next ranking", async () => {
  const province = await afterRanking();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STP");
  const head = await province.person("head", "STP", "Lan");
  const outsider = await province.official("SYT");
  const group = province.server.createGroup({
    title: "Ban Chỉ đạo",
    members: [secretary.person, official.person, outsider.person],
  });
  const communes = province.server.createGroup({ title: "Các xã", members: [secretary.person] });
  await secretary.in(group).asks("/nhom ban chỉ đạo, chỉ các sở", /chỉ Các sở, ban, ngành\)/);
  await secretary.in(communes).asks("/nhom ban chỉ đạo, chỉ các xã", /chỉ UBND các xã, phường\)/);
  await plant(province, "STP", "Rà soát thủ tục", { dueOn: "2026-11-10", restricted: true });
  await province.forwardTo("2026-11-23T12:00");
  await secretary.in(group).hears(/Kết quả thực hiện nhiệm vụ tuần 47.*Sở Tư pháp.*0,00%/s);
  await secretary.in(communes).hears(/Kết quả thực hiện nhiệm vụ tuần 47/);
  await official.hears(/Nhắc hạn/);
  const published = await figures(province);

  // What is missing is asked for, and a half-filled petition survives a restart.
  const which = await official.asks("/kiennghi", /kiến nghị về kết quả xếp hạng của tuần nào/);
  expect(which.buttons).toEqual(["2026-W47"]);
  await province.restart();
  await official.asks("tuần trước", /nội dung kiến nghị về kết quả kỳ 2026-W47/);
  await province.restart();
  await official.asks(
    "NV-001 đã nộp ngày 9/11 tại bộ phận văn thư",
    "Đã ghi kiến nghị KN-1 về kết quả kỳ 2026-W47, nhóm Các sở, ban, ngành. Đang chờ xem xét.",
  );
  const asked = await secretary.hears(/^KN-1: Sở Tư pháp kiến nghị về kết quả kỳ 2026-W47/);
  expect(asked.text).toMatch(/NV-001 đã nộp ngày 9\/11.*hạng 1, tỷ lệ đúng hạn 0,00%.*0\/0\/1/s);
  expect(asked.buttons).toEqual(["Chấp nhận", "Không chấp nhận"]);
  await secretary.asks("/choxuly", /Kiến nghị về xếp hạng.*KN-1.*Sở Tư pháp/s);

  // One at a time, one's own, of the latest weeks, published.
  await head.asks(
    "/kiennghi 2026-W47 thêm một việc",
    /Sở Tư pháp đã có kiến nghị KN-1 về kỳ 2026-W47/,
  );
  await official.asks(
    "/kiennghi 2026-W40 cũ quá",
    /hỉ nhận kiến nghị về kết quả của 4 tuần gần nhất; kỳ 2026-W40 đã quá.*đang nhận kiến nghị: 2026-W47/s,
  );
  await official.asks("/kiennghi tuần này sai", /Kết quả kỳ 2026-W48 chưa công bố/);
  await secretary.asks("/kiennghi 2026-W47 x", /^Lệnh \/kiennghi dành cho cán bộ đầu mối/);

  // The asker's agency does not decide; nobody decides without saying what is put right.
  await official.asks("/duyet KN-1 đúng", /^Lệnh \/duyet dành cho/);
  await asked.button("Chấp nhận").click();
  await secretary.hears(/^Anh\/chị ghi nội dung đính chính của KN-1/);
  await province.restart();
  await secretary.asks(
    "NV-001 của Sở Tư pháp tính là hoàn thành đúng hạn.",
    /^Đã chấp nhận KN-1 của Sở Tư pháp về kỳ 2026-W47.*được đánh dấu đã đính chính/s,
  );
  await official.hears(/^Kiến nghị KN-1 về kết quả kỳ 2026-W47 được chấp nhận: NV-001/);
  await secretary.asks("/duyet KN-1 lần nữa", "Kiến nghị KN-1 đã được xem xét: chấp nhận.");
  await secretary.asks("/tuchoi KN-9 x", /^Không có kiến nghị KN-9/);

  // As published, row by row; only marked.
  expect(await figures(province)).toEqual(published);
  const snapshots = await db.standingSnapshot.findMany({
    orderBy: { span: "asc" },
    include: { group: true },
  });
  expect(
    snapshots.filter(({ amended }) => amended).map(({ span, group }) => `${span} ${group.name}`),
  ).toEqual(["week Các sở, ban, ngành", "ytd Các sở, ban, ngành"]);
  const past = await outsider.asks(
    "/xephang sở tuần 47",
    /^Kết quả đã công bố kỳ 2026-W47 \(đã được đính chính/,
  );
  expect(past.text).toMatch(/Sở Tư pháp.*0,00%.*Đính chính.*Kỳ 2026-W47, Sở Tư pháp: NV-001/s);
  expect(past.text).not.toMatch(/văn thư|Rà soát/);
  await outsider.asks(
    "/xephang 2026-W46",
    /Kết quả kỳ 2026-W46 chưa công bố\. Các kỳ gần nhất đã công bố: 2026-W47/,
  );

  await province.forwardTo("2026-11-30T12:00");
  for (const day of ["25/11", "26/11", "27/11", "30/11"]) {
    await official.hears(new RegExp(`Nhắc hạn ngày ${day}`));
  }
  const next = await secretary.in(group).hears(/Kết quả thực hiện nhiệm vụ tuần 48/);
  expect(next.text).toMatch(/Đính chính.*Kỳ 2026-W47, Sở Tư pháp: NV-001 của Sở Tư pháp tính/s);
  expect(next.text).toMatch(/So với kỳ 2026-W47 \(đã được đính chính\)/);
  const others = await secretary.in(communes).hears(/Kết quả thực hiện nhiệm vụ tuần 48/);
  expect(others.text).not.toMatch(/Đính chính|Sở Tư pháp/);
  // Published once.
  await province.settle();
  province.clock.moveTo(new Date("2026-12-06T19:00:00+07:00"));
  await province.forwardTo("2026-12-07T12:00");
  await official.hears(/Nhắc hạn ngày 07\/12/);
  const after = await secretary.in(group).hears(/Kết quả thực hiện nhiệm vụ tuần 49/);
  expect(after.text).not.toMatch(/Đính chính/);
  await secretary.in(communes).hears(/tuần 49/);
});

it("of the secretariat's own agency goes to a leader; a refusal is told with its reason", async () => {
  const province = await afterRanking();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const snv = await province.official("SNV");
  await province.forwardTo("2026-11-23T12:00");
  await snv.asks("/kien nghi tuan 47 so lieu chua dung", /Đã ghi kiến nghị KN-1/);
  const asked = await leader.hears(/^KN-1: Sở Nội vụ kiến nghị/);
  await secretary.asks("/choxuly", /Không có việc nào/);
  await secretary.asks("/duyet KN-1 được", /không ai quyết định về việc của cơ quan mình/);
  await asked.button("Không chấp nhận").click();
  await leader.hears(/lý do không chấp nhận kiến nghị KN-1/);
  await leader.asks("số liệu đã đối chiếu, đúng", /^Đã ghi: không chấp nhận KN-1 của Sở Nội vụ/);
  await snv.hears(
    "Kiến nghị KN-1 về kết quả kỳ 2026-W47 không được chấp nhận. Lý do: số liệu đã đối chiếu, đúng",
  );
  // A rejected petition marks nothing and is not published; another may be sent.
  expect(await province.db.standingSnapshot.count({ where: { amended: true } })).toBe(0);
  await snv.asks("/kiennghi SNV 2026-W47: xin xem lại NV-002", /Đã ghi kiến nghị KN-2/);
  await leader.hears(/^KN-2/);
  const audited = await province.db.auditEntry.findMany({
    where: { subject: { startsWith: "petition:" } },
    orderBy: { id: "asc" },
    select: { action: true },
  });
  expect(audited.map(({ action }) => action)).toEqual(["petition", "reject petition", "petition"]);
});
