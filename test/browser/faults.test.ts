// Telegram misbehaves on demand: whatever is reported meanwhile is neither lost nor doubled.
import { expect, it } from "vitest";
import type { FaultKind } from "#src/playground/page/contract.ts";
import { codeIn } from "./support/code-in.ts";
import { FINANCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import type { Visitor } from "./support/visitor.ts";
import { useVisitors } from "./support/visitors.ts";

/** A task of the Sở Tài chính that nobody else in these tests touches. */
const newTask = async (visitor: Visitor): Promise<string> => {
  const secretary = await visitor.openChat(SECRETARY);
  await secretary.says("/giao Sở Tài chính: Rà soát quy trình cấp phát; hạn 18/12/2026");
  await secretary.hears("Giao nhiệm vụ, xin kiểm tra");
  await secretary.taps("Ghi nhận");
  return codeIn(await secretary.hears(/Đã ghi nhận NV-\d+/));
};

describeInBrowser("faults on demand", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  const kinds: { kind: FaultKind; percent: number }[] = [
    { kind: "slow", percent: 11 },
    { kind: "429", percent: 12 },
    { kind: "down", percent: 13 },
  ];

  it.each(kinds)("$kind: a report comes through once", async ({ kind, percent }) => {
    const visitor = await come.toDesk({ size: { width: 1600, height: 900 } });
    const code = await newTask(visitor);
    await visitor.openGlass();
    const official = await visitor.openChat(FINANCE);
    await visitor.turnFault(kind, true);
    await official.says(`/tiendo ${code} ${percent}% đang làm`);
    if (kind === "down") {
      await visitor.glass.getByText("Telegram ngừng hoạt động").first().waitFor();
      await visitor.turnFault(kind, false);
    }
    const answer = `Đã ghi tiến độ ${code}: ${percent}%`;
    await official.hears(answer);
    await visitor.glass.getByText("đã gửi").first().waitFor();
    if (kind !== "down") await visitor.turnFault(kind, false);
    // What comes after it proves that no second one is on its way.
    await official.says(`/viec ${code}`);
    await official.hears(`${percent}%`);
    expect(await official.messages.filter({ hasText: answer }).count()).toBe(1);
  });

  it("reset-after: taken and not known to be, a report is not sent twice; the glass says so", async () => {
    const visitor = await come.toDesk({ size: { width: 1600, height: 900 } });
    const code = await newTask(visitor);
    await visitor.openGlass();
    const official = await visitor.openChat(FINANCE);
    await visitor.turnFault("reset-after", true);
    await official.says(`/tiendo ${code} 14% đang làm`);
    const answer = `Đã ghi tiến độ ${code}: 14%`;
    await official.hears(answer);
    await visitor.glass.getByText("không rõ đã đến chưa").first().waitFor();
    // It turned itself off.
    await expect.poll(() => visitor.fault("reset-after").isChecked()).toBe(false);

    await official.says(`/viec ${code}`);
    await official.hears("14%");
    expect(await official.messages.filter({ hasText: answer }).count()).toBe(1);
    await official.hears("có thể chưa đến máy của anh/chị");
  });
});
