// The guided tour: six real steps, each one tap; left in the middle and taken up again.
import { expect, it } from "vitest";
import { COMMITTEE, FINANCE } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

describeInBrowser("the tour at a desk", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("does in six taps what a task goes through, and ends at the ranking", async () => {
    const visitor = await come.toDesk();
    await visitor.openTour();
    for (const step of [1, 2, 3, 4, 5, 6]) await visitor.tapTour(step);
    await visitor.tour
      .getByText(/6\s*\/\s*6|Hết|xong/i)
      .first()
      .waitFor();
    const committee = visitor.chat(COMMITTEE);
    await committee.hears("Kết quả thực hiện nhiệm vụ tuần 48 (23/11/2026");
  });
});

describeInBrowser("the tour on a phone", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("may be left in the middle, and is taken up after a reload where it was left", async () => {
    const visitor = await come.toPhone();
    await visitor.openTour();
    for (const step of [1, 2, 3]) await visitor.tapTour(step);
    await visitor.leaveTour();
    expect(await visitor.tour.isVisible()).toBe(false);

    await visitor.page.reload();
    await visitor.openTour();
    expect(await visitor.tourStep()).toBe(4);
    for (const step of [4, 5, 6]) await visitor.tapTour(step);
    const official = await visitor.openChat(FINANCE);
    await official.hears(/NV-\d+ đã được xác nhận|Kết quả NV-\d+ đã được xác nhận/);
  });
});
