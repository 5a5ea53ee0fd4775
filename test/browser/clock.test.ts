// The province's clock: what it shows, where its buttons lead, what came on the way.
import { expect, it } from "vitest";
import { COMMITTEE } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

describeInBrowser("the clock", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("shows Việt Nam's day and hour to a visitor of another time zone", async () => {
    const visitor = await come.toDesk();
    expect(await visitor.clockShows()).toMatch(/Thứ Tư, 25\/11\/2026 · 09:1\d/);
  });

  it("moves by the hour and by the day", async () => {
    const visitor = await come.toDesk();
    await visitor.moveClock("hour");
    expect(await visitor.clockShows()).toMatch(/25\/11\/2026 · 10:1\d/);
    await visitor.moveClock("day");
    expect(await visitor.clockShows()).toMatch(/Thứ Năm, 26\/11\/2026 · 10:1\d/);
  });

  it("goes to the next alerts, and tells chat by chat what came on the way", async () => {
    const visitor = await come.toDesk();
    await visitor.moveClock("alert");
    expect(await visitor.clockShows()).toMatch(/Thứ Sáu, 27\/11\/2026 · 07:3\d/);
    await visitor.openClock();
    const told = visitor.page.getByText(/Trên đường: \d+ tin ở \d+ cuộc trò chuyện/);
    await told.first().waitFor();
    // An entry opens its chat at what came.
    await visitor.cameOnTheWay().first().click();
    await visitor.page.getByRole("log").getByText("Nhắc hạn ngày 27/11/2026").first().waitFor();
  });

  it("goes to Monday, when the ranking stands in the committee's group", async () => {
    const visitor = await come.toDesk();
    await visitor.moveClock("monday");
    expect(await visitor.clockShows()).toMatch(/Thứ Hai, 30\/11\/2026 · 08:0\d/);
    const committee = await visitor.openChat(COMMITTEE);
    await committee.hears("Kết quả thực hiện nhiệm vụ tuần 48 (23/11/2026");
  });
});
