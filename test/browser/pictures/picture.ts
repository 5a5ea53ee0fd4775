// A picture of a part of the window, small: WebP, which Chromium writes itself.
import type { Locator, Page } from "playwright-core";

/** The best that is small enough is taken. */
const QUALITIES = [80, 70, 60, 50, 40];
export const MOST_BYTES = 80 * 1024;

/** @throws where no quality makes it small enough */
export const picture = async (page: Page, cut: Locator): Promise<Buffer> => {
  // Nothing under the pointer.
  await page.mouse.move(0, 0);
  await cut.scrollIntoViewIfNeeded();
  const box = await cut.boundingBox();
  const size = page.viewportSize();
  if (box === null || size === null) throw new Error("what is to be pictured is not on the screen");
  const [left, top] = [Math.max(0, box.x), Math.max(0, box.y)];
  const clip = {
    x: left,
    y: top,
    width: Math.min(box.x + box.width, size.width) - left,
    height: Math.min(box.y + box.height, size.height) - top,
    scale: 1,
  };
  const session = await page.context().newCDPSession(page);
  for (const quality of QUALITIES) {
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality,
      clip,
    });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error("the picture is too large: cut out less, or make the window smaller");
};
