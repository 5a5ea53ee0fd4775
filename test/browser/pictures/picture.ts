// A picture of a part of the window, small: WebP, which Chromium writes itself.
import type { Locator, Page } from "playwright-core";

/** Scale and quality: the first that is small enough is taken. */
const LOOKS = [
  { scale: 1, quality: 80 },
  { scale: 1, quality: 65 },
  { scale: 0.85, quality: 70 },
  { scale: 0.85, quality: 55 },
  { scale: 0.75, quality: 55 },
  { scale: 0.75, quality: 40 },
];
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
  };
  const session = await page.context().newCDPSession(page);
  for (const { scale, quality } of LOOKS) {
    const { data } = await session.send("Page.captureScreenshot", {
      format: "webp",
      quality,
      clip: { ...clip, scale },
    });
    const bytes = Buffer.from(data, "base64");
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error("the picture is too large: cut out less, or make the window smaller");
};
