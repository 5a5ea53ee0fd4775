// Real input, end to end: the clerk's sheet of 2018 goes in by chat, agencies report and submit,
// and on 5 November the overdue list and the standing are what a person counts by hand.
//
// The hand count. By 5/11/2018 these have fallen due: row 5 (STTTT, 15/10), row 10 (STC, 15/10),
// row 12 (SKHCN, 15/10), row 16 (VPUBND, 15/10), row 19 (all 47, 15/10), row 20 (SNV, 30/10),
// row 23 (all 47, 30/10). What the agencies do about them:
//
//   STP     19 on 10/10, 23 on 25/10                                   2/2      100,00
//   SKHCN   12 submitted 14/10, awaiting (in time: counted neither way);
//           19 on 12/10, 23 on 30/10                                   2/2      100,00
//   SNV     19 on 9/10, 20 on 29/10, 23 on 26/10, and early row 1 (due
//           30/11) on 1/11; decided by the leader, not by itself       4/4      100,00
//   STC     10 on 12/10, 19 on the very day 15/10; 23 on 2/11, late    2/3       66,67
//   STTTT   5 on 14/10; 19 returned, again on 17/10, late; 23 open     1/3       33,33
//   VPUBND  19 on 15/10; 16 open; 23 submitted late, awaiting          1/3       33,33
//   14 others of the group: nothing                                    0/2        0,00
//   TP Thanh Hóa 19, 23 in time 2/2 100,00; TP Sầm Sơn 19 in time, 23 open 1/2 50,00;
//   25 other districts 0/2.
//
// Overdue and open: row 19: 47 − 8 = 39; row 23: 47 − STP, SKHCN, SNV, STC, VPUBND (awaiting),
// TP Thanh Hóa = 41; row 16: 1. Together 81.
import { expect, it } from "vitest";
import { fromDbDate } from "#src/calendar/civil-date.ts";
import { sharedText } from "#test/shared-data.ts";
import type { Citizen } from "#test/support/citizen.ts";
import { openProvince, type Province } from "#test/support/province.ts";

const agencies = sharedText("directives/agencies-thanh-hoa-2018.csv");
const sheet = sharedText("directives/theo-doi-thanh-hoa-2018.csv");

const importSheet = async (secretary: Citizen, text: string): Promise<void> => {
  await secretary.attaches("theo-doi.csv", text, "/nhap UBND tỉnh Thanh Hóa");
  await secretary.hears(/28/);
  await secretary.taps(/Ghi nhận/);
  await secretary.hears(/28 nhiệm vụ/);
};

/** Code of the task of a row of the sheet. */
const codeOf = async (province: Province, row: number): Promise<string> => {
  const task = await province.db.task.findFirstOrThrow({ where: { importKey: String(row) } });
  return `NV-${String(task.id).padStart(3, "0")}`;
};

/**
 * Submits; the one who decides gets the card, or of a duty of all 47 agencies one sentence a day,
 * and confirms where told to.
 */
const submitting = (ofEverybody: ReadonlySet<string>) => {
  let today = "";
  const heard = new Map<Citizen, Set<string>>();
  return {
    nextDay: (civil: string) => {
      today = civil;
    },
    submit: async (official: Citizen, decider: Citizen, code: string): Promise<void> => {
      await official.asks(`/hoanthanh ${code} đã có báo cáo`, /Đã nộp kết quả/);
      if (!ofEverybody.has(code)) {
        await decider.hears(new RegExp(`nộp kết quả ${code}`));
        return;
      }
      const told = heard.get(decider) ?? new Set();
      heard.set(decider, told);
      if (told.has(`${today} ${code}`)) return;
      told.add(`${today} ${code}`);
      await decider.hears(new RegExp(`bắt đầu có kết quả ${code}`));
    },
  };
};

const confirm = async (official: Citizen, decider: Citizen, what: string): Promise<void> => {
  await decider.asks(`/xacnhan ${what}`, /Đã xác nhận/);
  await official.hears(/đã được xác nhận/);
};

it.skipIf(agencies === null || sheet === null)(
  "counts what a person counts by hand",
  async () => {
    const province = await openProvince({ at: "2018-09-26T09:00", agencies: agencies ?? "" });
    const { db } = province;
    const secretary = await province.person("secretariat", "SNV", "Hà");
    const leader = await province.person("leader", undefined, "Thắng");
    await importSheet(secretary, sheet ?? "");

    // 28 tasks; the seven duties of all agencies as 47 assignments each.
    expect(await db.task.count()).toBe(28);
    const everybody = await Promise.all(
      [19, 21, 22, 23, 24, 25, 28].map(async (row) => {
        const task = await db.task.findFirstOrThrow({ where: { importKey: String(row) } });
        return db.assignment.count({ where: { taskId: task.id, role: "lead" } });
      }),
    );
    expect(everybody).toEqual([47, 47, 47, 47, 47, 47, 47]);
    expect(await db.assignment.count({ where: { role: "lead" } })).toBe(7 * 47 + 21);

    // Each phrase verbatim, and read right.
    const dueOf = async (row: number) => {
      const task = await db.task.findFirstOrThrow({
        where: { importKey: String(row) },
        include: { assignments: { where: { role: "lead" }, take: 1 } },
      });
      const [one] = task.assignments;
      return [
        one?.deadlinePhrase,
        one?.deadlineKind,
        one?.dueOn == null ? null : fromDbDate(one.dueOn),
      ];
    };
    expect(await dueOf(1)).toEqual(["trước ngày 30/11/2018", "date", "2018-11-30"]);
    expect(await dueOf(2)).toEqual([
      "ngay sau khi Chính phủ ban hành nghị định thay thế",
      "event",
      null,
    ]);
    expect(await dueOf(3)).toEqual(["Quý IV/2018", "period", "2018-12-31"]);
    expect(await dueOf(6)).toEqual(["hết năm 2018", "period", "2018-12-31"]);
    expect(await dueOf(8)).toEqual(["", "none", null]);
    expect(await dueOf(14)).toEqual(["đến năm 2022", "period", "2022-12-31"]);
    expect(await dueOf(16)).toEqual(["15-10-2018", "date", "2018-10-15"]);
    expect(await dueOf(27)).toEqual(["định kỳ", "recurrence", null]);
    expect(await dueOf(28)).toEqual(["hàng quý, 6 tháng, năm", "recurrence", null]);

    const codes = new Map<number, string>();
    for (const row of [1, 5, 10, 12, 16, 19, 20, 23]) codes.set(row, await codeOf(province, row));
    const code = (row: number): string => codes.get(row) ?? "";
    const official = async (agency: string): Promise<Citizen> => province.official(agency);

    // The days of October, in order. No alert is heard: the clock is set, no job slot is run, so
    // that every message here belongs to what people do; at 19:00 nothing missed is made up.
    const { nextDay, submit } = submitting(new Set([code(19), code(23)]));
    const day = async (civil: string): Promise<void> => {
      nextDay(civil);
      await province.settle();
      province.clock.moveTo(new Date(`${civil}T19:00:00+07:00`));
    };
    const snv = await official("SNV");
    const stp = await official("STP");
    const skhcn = await official("SKHCN");
    const stc = await official("STC");
    const stttt = await official("STTTT");
    const vp = await official("VPUBND");
    const thanhHoa = await official("TP-Thanh Hóa");
    const samSon = await official("TP-Sầm Sơn");

    await day("2018-10-09");
    await submit(snv, leader, code(19));
    await leader.asks(`/xacnhan ${code(19)}`, /Đã xác nhận/);
    await snv.hears(/đã được xác nhận/);

    await day("2018-10-10");
    await submit(stp, secretary, code(19));
    await confirm(stp, secretary, `${code(19)} STP`);

    await day("2018-10-12");
    await submit(skhcn, secretary, code(19));
    await confirm(skhcn, secretary, `${code(19)} Sở KH&CN`);
    await submit(stc, secretary, code(10));
    await confirm(stc, secretary, code(10));

    await day("2018-10-14");
    await submit(skhcn, secretary, code(12));
    await submit(stttt, secretary, code(5));
    await confirm(stttt, secretary, code(5));
    await submit(stttt, secretary, code(19));
    await secretary.asks(`/tralai ${code(19)} STTTT thiếu phụ lục`, /Đã trả lại/);
    await stttt.hears(/được trả lại: thiếu phụ lục/);

    await day("2018-10-15");
    for (const one of [stc, vp, thanhHoa, samSon]) await submit(one, secretary, code(19));
    await secretary.asks(`/xacnhan ${code(19)}`, /nhiều cơ quan đang chờ/);
    await confirm(stc, secretary, `${code(19)} STC`);
    await confirm(vp, secretary, `${code(19)} vp ubnd tinh`);
    await confirm(thanhHoa, secretary, `${code(19)} TP Thanh Hóa`);
    await confirm(samSon, secretary, `${code(19)} tp sam son`);

    await day("2018-10-17");
    await submit(stttt, secretary, code(19));
    await confirm(stttt, secretary, `${code(19)} Sở TT&TT`);

    await day("2018-10-25");
    await submit(stp, secretary, code(23));
    await confirm(stp, secretary, `${code(23)} STP`);
    await submit(thanhHoa, secretary, code(23));
    await confirm(thanhHoa, secretary, `${code(23)} thành phố Thanh Hóa`);

    await day("2018-10-26");
    await submit(snv, leader, code(23));
    await secretary.asks(
      `/xacnhan ${code(23)} SNV`,
      /không ai quyết định về việc của cơ quan mình/,
    );
    await leader.asks(`/xacnhan ${code(23)} SNV`, /Đã xác nhận/);
    await snv.hears(/đã được xác nhận/);

    await day("2018-10-29");
    await submit(snv, leader, code(20));
    await leader.asks(`/xacnhan ${code(20)}`, /Đã xác nhận/);
    await snv.hears(/đã được xác nhận/);

    await day("2018-10-30");
    await submit(skhcn, secretary, code(23));
    await confirm(skhcn, secretary, `${code(23)} SKHCN`);

    await day("2018-11-01");
    await submit(snv, leader, code(1));
    await leader.asks(`/xacnhan ${code(1)}`, /Đã xác nhận/);
    await snv.hears(/đã được xác nhận/);
    await submit(vp, secretary, code(23));

    await day("2018-11-02");
    await submit(stc, secretary, code(23));
    await secretary.asks(`/xacnhan ${code(23)} STC`, /trễ 3 ngày/);
    await stc.hears(/đã được xác nhận/);

    await day("2018-11-05");
    await secretary.asks("/quahan", /Việc quá hạn \(81\)/);
    await secretary.asks("/quahan VPUBND", /Việc quá hạn · Văn phòng.*\(1\)/);
    await secretary.asks("/quahan Sở Y tế", /Việc quá hạn · Sở Y tế \(2\)/);

    const heard = await secretary.asks("/xephang sở", /Kết quả thực hiện nhiệm vụ/);
    const line = (agency: string): string =>
      heard.text.split("\n").find((one) => one.includes(agency)) ?? "";
    for (const agency of ["Sở Tư pháp", "Sở Khoa học và Công nghệ", "Sở Nội vụ"]) {
      expect(line(agency)).toMatch(/\b1\b.*100,00%/);
    }
    expect(line("Sở Tài chính")).toMatch(/\b4\b.*66,67%/);
    expect(line("Sở Thông tin và Truyền thông")).toMatch(/\b5\b.*33,33%/);
    expect(line("Văn phòng Ủy ban nhân dân tỉnh")).toMatch(/\b5\b.*33,33%/);
    // Fourteen share rank 7 and are collapsed.
    expect(heard.text).toMatch(/14 đơn vị đồng hạng 7/);

    const districts = await secretary.asks("/xephang huyện", /Kết quả thực hiện nhiệm vụ/);
    expect(districts.text).toMatch(/UBND thành phố Thanh Hóa.*100,00%/);
    expect(districts.text).toMatch(/UBND thành phố Sầm Sơn.*50,00%/);
    expect(districts.text).toMatch(/25 đơn vị đồng hạng 3/);

    // The same sheet again: the difference (states have moved on), and nothing is added.
    await secretary.attaches("theo-doi.csv", sheet ?? "", "/nhap UBND tỉnh Thanh Hóa");
    await secretary.hears(/.+/);
    expect(await db.task.count()).toBe(28);
    await province.close();
  },
  180_000,
);
