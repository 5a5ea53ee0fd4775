// Two windows stay in step, and a reload loses nothing.
import { expect, it } from "vitest";
import { COMMITTEE, FINANCE, JUSTICE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

const LONGEST_PLANTING_MS = 150_000;

describeInBrowser("two windows", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("show at once what is written, answered and edited in the other", async () => {
    const desk = await come.toDesk();
    const phone = await come.toPhone();
    const here = await desk.openChat(FINANCE);
    const there = await phone.openChat(FINANCE);
    await here.says("/viec quá hạn");
    await there.hears("/viec quá hạn");
    await there.hears("Việc quá hạn");

    await there.says("cảm ơn trợ lí");
    await here.hears("cảm ơn trợ lí");
    await there.composer.press("ArrowUp");
    await there.says("cảm ơn trợ lý");
    await here.hears("cảm ơn trợ lý");
    await expect.poll(() => here.messages.filter({ hasText: "trợ lí" }).count()).toBe(0);
  });

  it("agree on what was read", async () => {
    const desk = await come.toDesk({ size: { width: 900, height: 800 } });
    const phone = await come.toPhone();
    // Somebody else's chat gets a message that nobody looks at.
    const secretary = await desk.openChat(SECRETARY);
    await secretary.says("/giao Sở Tư pháp: Rà soát văn bản quy phạm pháp luật; hạn 18/12/2026");
    await secretary.taps("Ghi nhận");
    await secretary.hears("Đã ghi nhận NV-");
    await phone.inList(JUSTICE).getByText("chưa đọc").waitFor();
    await desk.inList(JUSTICE).getByText("chưa đọc").waitFor();

    await phone.openChat(JUSTICE);
    await desk.inList(JUSTICE).getByText("chưa đọc").waitFor({ state: "detached" });
  });

  it("share the clock and the faults", async () => {
    const one = await come.toDesk();
    const other = await come.toDesk();
    await one.moveClock("hour");
    await expect.poll(() => other.clockShows()).toBe(await one.clockShows());

    await one.openGlass();
    await one.turnFault("slow", true);
    const mark = other.button(/^Đang gây lỗi: Telegram chậm/);
    await mark.waitFor();
    await one.turnFault("slow", false);
    await mark.waitFor({ state: "detached" });
  });

  it("both begin anew when one of them plants the province again", async () => {
    const one = await come.toDesk();
    const other = await come.toDesk();
    await one.moveClock("day");
    const said = "câu này sẽ không còn";
    await one.chat(FINANCE).says(said);
    const there = await other.chat(FINANCE).hears(said);

    await one.button("Dựng lại tỉnh").click();
    await one.dialog().getByRole("button", { name: "Dựng lại" }).click();
    await other.page.getByText("Đang dựng lại tỉnh mẫu từ đầu").waitFor();
    await there.waitFor({ state: "detached" });
    await one.page.getByText("Tỉnh đã được dựng lại").waitFor({ timeout: LONGEST_PLANTING_MS });
    for (const window of [one, other]) {
      expect(await window.chat(FINANCE).messages.filter({ hasText: said }).count()).toBe(0);
      expect(await window.clockShows()).toContain("25/11/2026");
    }
    await other.chat(FINANCE).says("/toi");
    await one.chat(FINANCE).hears("Anh/chị là Trần Quốc Bảo");
  });
});

describeInBrowser("a reload", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("keeps the open conversations, what was begun to write, language and theme", async () => {
    const visitor = await come.toDesk();
    await visitor.chat(COMMITTEE).close();
    const justice = await visitor.openChat(JUSTICE);
    await justice.composer.fill("đang viết dở một câu");
    await visitor.button("English").click();
    await visitor.button(/^Theme: As the system/).click();
    await visitor.button(/^Theme: Light/).click();

    await visitor.page.reload();
    await justice.pane.waitFor();
    expect(await justice.composer.inputValue()).toBe("đang viết dở một câu");
    expect(await visitor.page.locator("html").getAttribute("lang")).toBe("en");
    await visitor.page.getByRole("navigation", { name: "Chats" }).waitFor();
    const shade = await visitor.page.evaluate(
      () => getComputedStyle(document.body).backgroundColor,
    );
    expect(brightness(shade)).toBeLessThan(80);
    expect(await visitor.chat(COMMITTEE).pane.count()).toBe(0);
  });

  it("keeps the place where one was reading", async () => {
    const visitor = await come.toDesk();
    const committee = await visitor.openChat(COMMITTEE);
    await committee.hears("Kết quả thực hiện nhiệm vụ");
    const first = committee.messages.first();
    await first.scrollIntoViewIfNeeded();
    const text = (await first.innerText()).slice(0, 60);
    await visitor.page.reload();
    await committee.pane.waitFor();
    await expect
      .poll(async () => {
        const shown = committee.messages.filter({ hasText: text.split("\n")[0] ?? "" }).first();
        return (await shown.count()) > 0 && (await shown.isVisible());
      })
      .toBe(true);
  });
});

/** Of `rgb(…)`: 0 black to 255 white. */
const brightness = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 3;
};
