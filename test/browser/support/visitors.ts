// Visitors of a suite: one browser for all of its tests, its windows shut after each of them.
// Whatever went wrong in a window fails the test.
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchChromium } from "./chromium.ts";
import { type Visitor, visitor } from "./visitor.ts";
import { openPage, openWindow, type Window, type WindowOptions } from "./window.ts";

export type Visitors = {
  toDesk: (options?: WindowOptions) => Promise<Visitor>;
  toPhone: (options?: WindowOptions) => Promise<Visitor>;
  /** A second window of the same person's browser. */
  beside: (first: Visitor) => Promise<Visitor>;
  /** A window that need not come to anything. */
  open: (options?: WindowOptions) => Promise<Window>;
};

const FAILED = path.join(tmpdir(), "dondoc-test", "failed");

/** What stood on the screen when a test failed, for whoever looks into it. */
const picture = async (windows: readonly Window[], test: string): Promise<void> => {
  for (const [at, { page }] of windows.entries()) {
    const file = path.join(FAILED, `${test.replace(/[^\p{L}\p{N}]+/gu, "-")}-${at + 1}.png`);
    await page.screenshot({ path: file }).then(
      () => console.log(`as it looked: ${file}`),
      () => undefined,
    );
  }
};

/** Inside a suite: who comes to look at the page of that address. */
export const useVisitors = (url: () => string): Visitors => {
  let browser: Browser | undefined;
  let windows: Window[] = [];
  const remember = (window: Window): Window => {
    windows.push(window);
    return window;
  };
  const open = async (options: WindowOptions = {}): Promise<Window> => {
    if (browser === undefined) throw new Error("the browser is not open yet");
    return remember(await openWindow(browser, url(), options));
  };

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(windows, task.name);
    const wrong = windows.flatMap((window) => window.problems());
    const contexts = new Set(windows.map(({ context }) => context));
    windows = [];
    for (const context of contexts) await context.close();
    expect(wrong).toEqual([]);
  });
  afterAll(() => browser?.close());

  return {
    open,
    toDesk: async (options) => visitor(await open(options)),
    toPhone: async (options) => visitor(await open({ ...options, view: "phone" })),
    beside: async ({ context, isPhone }) =>
      visitor(remember(await openPage(context, url(), isPhone))),
  };
};
