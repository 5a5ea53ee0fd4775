// Side by side on a desk, one thing at a time on a phone, and nothing wider than the window.
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { COMMITTEE, FINANCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("it is not on the screen");
  return box;
};

/** How far one can push the page sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    window.scrollTo(10_000, 0);
    const moved = Math.max(window.scrollX, document.body.scrollLeft);
    window.scrollTo(0, 0);
    return Math.max(moved, document.documentElement.scrollWidth - window.innerWidth);
  });

describeInBrowser("how the page is laid out", () => {
  const province = useProvince();
  const come = useVisitors(() => province().url);

  it("shows a newcomer at a desk three conversations side by side, beside the list", async () => {
    const visitor = await come.toDesk();
    const list = await boxOf(visitor.list);
    const boxes = [];
    for (const name of [SECRETARY, FINANCE, COMMITTEE]) {
      boxes.push(await boxOf(visitor.chat(name).pane));
    }
    const lefts = boxes.map(({ x }) => x);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
    let edge = list.x + list.width;
    for (const { x, y, width, height } of boxes) {
      expect(x).toBeGreaterThanOrEqual(edge - 1);
      expect(y).toBeCloseTo(boxes[0]?.y ?? 0, 0);
      expect(width).toBeGreaterThanOrEqual(330);
      expect(height).toBeGreaterThan(500);
      edge = x + width;
    }
    expect(edge).toBeLessThanOrEqual(1281);
  });

  it("opens another chat where one is looking, and beside it where one asks for that", async () => {
    const visitor = await come.toDesk();
    const panes = visitor.page.getByRole("main").getByRole("region");
    await visitor.chat(FINANCE).composer.click();
    await visitor.openChat("Phạm Thu Lan");
    await expect.poll(() => visitor.chat(FINANCE).pane.count()).toBe(0);
    expect(await visitor.chat(SECRETARY).pane.isVisible()).toBe(true);

    await visitor.chat(SECRETARY).close();
    await visitor.openBeside(FINANCE);
    expect(await visitor.chat("Phạm Thu Lan").pane.isVisible()).toBe(true);
    expect(await panes.count()).toBeGreaterThanOrEqual(3);
  });

  it("shows one thing at a time on a phone, with a way back", async () => {
    const visitor = await come.toPhone();
    const official = await visitor.openChat(FINANCE);
    expect(await visitor.list.isVisible()).toBe(false);
    const pane = await boxOf(official.pane);
    expect(pane.width).toBeCloseTo(390, -1);
    const composer = await boxOf(official.composer);
    expect(composer.y + composer.height).toBeLessThanOrEqual(844);
    expect(composer.y).toBeGreaterThan(700);

    await visitor.button("Về danh sách").click();
    await visitor.list.waitFor();
    expect(await official.pane.isVisible()).toBe(false);
  });

  describe.each([320, 390, 900, 1280, 1920])("%i pixels wide", (width) => {
    it("has nothing wider than the window: list, conversation with tables, glass", async () => {
      const size = { width, height: 800 };
      const visitor = await (width < 900 ? come.toPhone({ size }) : come.toDesk({ size }));
      expect(await sideways(visitor.page)).toBeLessThanOrEqual(0);

      const committee = await visitor.openChat(COMMITTEE);
      const ranking = await committee.hears("Kết quả thực hiện nhiệm vụ");
      await ranking.scrollIntoViewIfNeeded();
      expect(await sideways(visitor.page)).toBeLessThanOrEqual(0);
      const message = await boxOf(ranking);
      expect(message.x + message.width).toBeLessThanOrEqual(width + 1);

      await visitor.openGlass();
      expect(await sideways(visitor.page)).toBeLessThanOrEqual(0);
    });
  });
});
