// A duty that recurs: its periods open one after the other, are reported and confirmed each for
// itself, named where an older one is meant, and never twice.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";

vi.setConfig({ testTimeout: 120_000 });

const open = async (at: string): Promise<Province> => {
  const province = await openProvince({ at });
  onTestFinished(() => province.close());
  return province;
};

/** Open and finished periods of a task, with the due date and state of each. */
const periodsOf = async ({ db }: Province, code: string): Promise<string[]> => {
  const rows = await db.assignment.findMany({
    where: { taskId: Number(code.slice(3)) },
    orderBy: [{ dueOn: "asc" }, { agencyId: "asc" }],
    include: { agency: true },
  });
  return rows.map(
    ({ occurrence, dueOn, state, agency }) =>
      `${agency.code} ${occurrence} ${dueOn?.toISOString().slice(0, 10) ?? "–"} ${state}`,
  );
};

it("opens four reports a year, each to be reported and confirmed by itself", async () => {
  const province = await open("2026-07-20T12:00");
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STP");
  await secretary.asks(
    "/giao STP: Báo cáo cải cách hành chính; hạn hàng quý, 6 tháng, năm",
    /Giao nhiệm vụ.*định kỳ \(hàng quý, 6 tháng, năm\)/s,
  );
  await secretary.taps("Ghi nhận");
  await secretary.hears("Đã ghi nhận NV-001");
  const duty = await official.hears(/nhiệm vụ mới.*NV-001/s);
  expect(duty.text).toMatch(
    /Kỳ báo cáo: kỳ tới là Quý III\/2026, mở ngày 16\/08\/2026, hạn 15\/09\/2026/,
  );
  // What recurs is handed in period by period: the duty itself has no buttons and takes no result.
  expect(duty.buttons).toEqual([]);
  await official.asks(
    "/hoanthanh NV-001 đã gửi",
    /^NV-001 là nhiệm vụ định kỳ, kết quả nộp theo từng kỳ; kỳ tới là Quý III\/2026/,
  );
  await official.asks("/viec", /Việc đang thực hiện \(1\).*NV-001 Báo cáo.*định kỳ/s);
  await official.asks("/coquan STP", /Không thời hạn\W+1\b/);

  // 16 August is a Sunday: it opens on Monday.
  await province.forwardTo("2026-08-17T06:44");
  expect(await periodsOf(province, "NV-001")).toEqual(["STP  – assigned"]);
  await province.forwardTo("2026-08-17T12:00");
  const opened = await official.hears(/^Mở kỳ báo cáo mới:.*NV-001 Báo cáo cải cách hành chính/s);
  expect(opened.text).toMatch(/Quý III\/2026 · hạn 15\/09\/2026/);
  await opened.button(/NV-001 · Quý III\/2026/).click();
  const card = await official.hears(/^NV-001 · Sở Tư pháp · Quý III\/2026/);
  expect(card.text).toMatch(/Kỳ báo cáo: Quý III\/2026, số liệu 15\/06\/2026 – 14\/09\/2026/);
  expect(card.text).toMatch(/Hạn: 15\/09\/2026/);
  // The list shows the period and not the duty beside it; the table counts one.
  await official.asks("/viec", /Việc đang thực hiện \(1\).*NV-001 · Quý III\/2026: Báo cáo/s);
  const figures = await official.asks("/coquan STP", /Số liệu nhiệm vụ/);
  expect(figures.text).toMatch(/trong hạn\W+1\b/);
  expect(figures.text).toMatch(/Không thời hạn\W+0\b/);

  await official.asks("/tiendo NV-001 60% đang tổng hợp", /NV-001 · Quý III\/2026: 60%/);
  await card.expectEdit(/60%/);
  // Typed as it is read, or as commands have it.
  await official.asks("/tiendo NV-001 · Quý III/2026 61%", /NV-001 · Quý III\/2026: 61%/);
  await official.asks("/tiendo NV-001 2026-Q3 62%", /NV-001 · Quý III\/2026: 62%/);
  await official.asks("/hoanthanh NV-001 số 12/BC-STP ngày 17/8", /Đã nộp kết quả NV-001/);
  const toDecide = await secretary.hears(/Sở Tư pháp nộp kết quả NV-001.*Quý III\/2026/s);
  await toDecide.button("Xác nhận").click();
  await secretary.hears(/Đã xác nhận NV-001 · Quý III\/2026 của Sở Tư pháp/);
  await official.hears(/NV-001 · Quý III\/2026 đã được xác nhận/);
  await official.asks("/viec", /Việc đang thực hiện \(1\).*NV-001 Báo cáo.*định kỳ/s);

  // The year's report covers the fourth quarter: nothing opens twice, nothing in between.
  await province.settle();
  province.clock.moveTo(new Date("2026-11-14T12:00:00+07:00"));
  await province.forwardTo("2026-11-16T12:00");
  await official.hears(/^Mở kỳ báo cáo mới:.*Năm 2026 · hạn 15\/12\/2026/s);
  expect(await periodsOf(province, "NV-001")).toEqual([
    "STP 2026-Q3 2026-09-15 done",
    "STP 2026-Y 2026-12-15 received",
    "STP  – assigned",
  ]);
  const event = await db.taskEvent.findFirstOrThrow({
    where: { kind: "assigned", assignment: { occurrence: "2026-Y" } },
  });
  expect(event.data).toMatchObject({ deadlineKind: "date", dueOn: "2026-12-15" });
  const audited = await db.auditEntry.findMany({ where: { action: "open occurrences" } });
  expect(audited.map(({ actorLabel, subject }) => `${actorLabel} ${subject}`)).toEqual([
    "job:open-occurrences task:1",
    "job:open-occurrences task:1",
  ]);
});

it("is given to several in the middle of a period; an older one is named behind the code", async () => {
  const province = await open("2026-09-08T12:00");
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const stc = await province.official("STC");
  const stp = await province.official("STP");
  await secretary.asks("/giao STC, STP: Báo cáo tháng; hạn trước ngày 20 hằng tháng", /định kỳ/);
  await secretary.taps("Ghi nhận");
  await secretary.hears("Đã ghi nhận NV-001");
  await stc.hears(/nhiệm vụ mới/);
  await stp.hears(/nhiệm vụ mới/);
  // The window is open already: at the next run of the job.
  await province.forwardTo("2026-09-09T12:00");
  for (const official of [stc, stp]) {
    // The alert of the same morning speaks of it already: seven working days are left.
    await official.hears(/Nhắc hạn ngày 09\/09\/2026.*NV-001 · Tháng 9\/2026: Báo cáo/s);
    await official.hears(/Mở kỳ báo cáo mới:.*Tháng 9\/2026 · hạn trước 20\/09\/2026/s);
  }
  await stp.asks("/hoanthanh NV-001 số 1/BC-STP ngày 9/9", /Đã nộp/);
  await secretary.hears(/Sở Tư pháp nộp kết quả NV-001/);

  await province.settle();
  province.clock.moveTo(new Date("2026-10-06T12:00:00+07:00"));
  await province.forwardTo("2026-10-07T12:00");
  for (const official of [stc, stp]) await official.hears(/Tháng 10\/2026/);
  await stc.hears(/Nhắc hạn.*Quá hạn/s);

  // A bare code means the one that is due first and open; another is named.
  await stc.asks("/viec NV-001", /Tháng 9\/2026/);
  await stc.asks("/viec NV-001 tháng 10", /Tháng 10\/2026/);
  await stc.asks(
    "/viec NV-001 quý III",
    /^NV-001 không có kỳ “quý III”\. Các kỳ đã mở: Tháng 10\/2026; Tháng 9\/2026/,
  );
  await stc.asks("/tiendo NV-001 thang 10 30% dang tong hop", /NV-001.*30%/);
  await stc.asks("/tiendo NV-001 T9 90%", /NV-001.*90%/);
  await stp.asks("/hoanthanh NV-001 tháng 10 số 2/BC-STP ngày 7/10", /Đã nộp/);
  await secretary.hears(/Sở Tư pháp nộp kết quả NV-001/);
  const percents = await db.assignment.findMany({
    where: { agency: { code: "STC" }, occurrence: { not: "" } },
    orderBy: { dueOn: "asc" },
    select: { occurrence: true, percent: true },
  });
  expect(percents).toEqual([
    { occurrence: "2026-M09", percent: 90 },
    { occurrence: "2026-M10", percent: 30 },
  ]);

  // Two of one agency wait: which, is asked with both periods, and can be typed.
  const asked = await secretary.asks("/xacnhan NV-001 STP", /NV-001/);
  expect(asked.buttons).toEqual([
    "Sở Tư pháp · Tháng 9/2026",
    "Sở Tư pháp · Tháng 10/2026",
    "Xác nhận tất cả NV-001",
  ]);
  await asked.button("Sở Tư pháp · Tháng 10/2026").click();
  await secretary.hears(/Đã xác nhận NV-001.*07\/10\/2026/);
  await stp.hears(/được xác nhận/);
  await secretary.asks("/xacnhan NV-001 STP tháng 9", /Đã xác nhận NV-001.*09\/09\/2026/);
  await stp.hears(/được xác nhận/);
  expect(await periodsOf(province, "NV-001")).toEqual([
    "STC 2026-M09 2026-09-20 in_progress",
    "STP 2026-M09 2026-09-20 done",
    "STC 2026-M10 2026-10-20 in_progress",
    "STP 2026-M10 2026-10-20 done",
    "STC  – assigned",
    "STP  – assigned",
  ]);
});

it("without a frequency opens nothing and says what is missing; with one, once over restarts", async () => {
  const province = await open("2026-11-10T12:00");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  await secretary.asks("/giao STC: Báo cáo nhanh; hạn định kỳ", /định kỳ/);
  await secretary.taps("Ghi nhận");
  await secretary.hears("Đã ghi nhận NV-001");
  await official.hears(/Kỳ báo cáo: chưa ghi chu kỳ .* chưa mở kỳ nào/);
  await secretary.asks("/giao STC: Họp giao ban; hạn hằng tuần; hạn chế", /định kỳ/);
  await secretary.taps("Ghi nhận");
  await secretary.hears("Đã ghi nhận NV-002");
  await official.hears(
    /Kỳ báo cáo: kỳ tới là Tuần 47\/2026, mở ngày 16\/11\/2026, hạn 20\/11\/2026/,
  );

  await province.forwardTo("2026-11-13T12:00");
  await official.hears(/Mở kỳ báo cáo mới:.*NV-002.*Tuần 46\/2026 · hạn 13\/11\/2026/s);
  for (const day of ["12/11", "13/11"]) await official.hears(new RegExp(`Nhắc hạn ngày ${day}`));
  // Nothing runs for more than a week; what fell due meanwhile and what is due is opened, once.
  await province.settle();
  province.clock.moveTo(new Date("2026-11-25T19:00:00+07:00"));
  await province.restart();
  await province.forwardTo("2026-11-26T12:00");
  const both = await official.hears(/^Mở 2 kỳ báo cáo mới:/);
  expect(both.text).toMatch(/Tuần 47\/2026 · hạn 20\/11\/2026.*Tuần 48\/2026 · hạn 27\/11\/2026/s);
  await official.hears(
    /Nhắc hạn ngày 26\/11.*NV-002 · Tuần 46\/2026.*NV-002 · Tuần 47\/2026.*NV-002 · Tuần 48/s,
  );
  await province.restart();
  await province.settle();
  expect(await periodsOf(province, "NV-001")).toEqual(["STC  – assigned"]);
  expect(await periodsOf(province, "NV-002")).toEqual([
    "STC 2026-W46 2026-11-13 assigned",
    "STC 2026-W47 2026-11-20 assigned",
    "STC 2026-W48 2026-11-27 assigned",
    "STC  – assigned",
  ]);

  // A duty that is paused or cancelled opens nothing more.
  await province.db.assignment.updateMany({
    where: { taskId: 2, occurrence: "" },
    data: { state: "paused" },
  });
  await province.forwardTo("2026-12-01T12:00");
  expect((await periodsOf(province, "NV-002")).filter((line) => line.includes("W49"))).toEqual([]);
  for (const day of ["27/11", "30/11", "01/12"]) {
    await official.hears(new RegExp(`Nhắc hạn ngày ${day}`));
  }
});
