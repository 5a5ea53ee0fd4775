// The walk of the first issue, in the browser: one visitor who is the secretariat, an official
// and the committee by turns.
import { expect, it } from "vitest";
import { codeIn } from "./support/code-in.ts";
import { report } from "./support/files-to-send.ts";
import { COMMITTEE, FINANCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

describeInBrowser("the walk of a task", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("goes from one sentence to Monday's ranking, the visitor being everybody in turn", async () => {
    const visitor = await come.toDesk();
    const secretary = await visitor.openChat(SECRETARY);
    await secretary.says(
      "/giao Sở Tài chính: Rà soát định mức chi thường xuyên; hạn 30/11/2026; phối hợp STP",
    );
    await secretary.hears(/Giao nhiệm vụ, xin kiểm tra.*Rà soát định mức chi.*30\/11\/2026/s);
    await secretary.taps("Ghi nhận");
    const code = await codeIn(await secretary.hears(/^.*Đã ghi nhận NV-\d+/s));

    const official = await visitor.openChat(FINANCE);
    await official.hears(new RegExp(`nhiệm vụ mới.*${code}`, "s"));
    await official.taps("Đã nhận");
    await official.hears(`Sở Tài chính đã nhận ${code}`);
    await official.says(`tiendo ${code} 70% da lay y kien`);
    await official.hears(`Đã ghi tiến độ ${code}: 70%`);

    await official.attach(report("bao-cao-12.pdf"));
    await official.says(`/hoanthanh ${code} số 12/BC-STC ngày 25/11 đã báo cáo`);
    await official.hears(new RegExp(`Đã nộp kết quả ${code}.*12/BC-STC.*kèm 1 tệp`, "s"));

    await visitor.openChat(SECRETARY);
    await secretary.hears(`Sở Tài chính nộp kết quả ${code}`);
    await secretary.says(`/choxuly ${code}`);
    await secretary.hears(new RegExp(`Kết quả chờ xác nhận.*${code}`, "s"));
    await secretary.taps(`${code} · Sở Tài chính`);
    await secretary.taps("Xác nhận");
    await secretary.hears(`Đã xác nhận ${code} của Sở Tài chính`);
    await secretary.says(`/choxuly ${code}`);
    await secretary.hears("Không có mục nào như vậy đang chờ anh/chị quyết định");

    await visitor.moveClock("alert");
    await visitor.openChat(FINANCE);
    const alert = await official.hears("Nhắc hạn ngày 26/11/2026");
    // What was handed in and confirmed is not nagged about.
    expect(await alert.textContent()).not.toContain(code);

    await visitor.moveClock("monday");
    const committee = await visitor.openChat(COMMITTEE);
    const ranking = await committee.hears("Kết quả thực hiện nhiệm vụ tuần 48 (23/11/2026");
    expect(await ranking.textContent()).toContain("Sở Tài chính");
  });
});
