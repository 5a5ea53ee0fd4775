// One window of the browser on the page. Whatever goes wrong in it is kept: an error on the
// console, a breach of the content security policy, an uncaught error, a dialog that opens.
import type { Browser, BrowserContext, Page } from "playwright-core";

export type Size = { width: number; height: number };
export const DESK: Size = { width: 1280, height: 800 };
export const PHONE: Size = { width: 390, height: 844 };

const PHONE_AGENT =
  "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

/** For a machine that does much else; who waits for what never comes learns of it then. */
const LONGEST_WAIT_MS = 45_000;

export type WindowOptions = {
  view?: "desk" | "phone";
  size?: Size;
  theme?: "light" | "dark";
  /** Lets a test put its own script into the page; everywhere else the policy holds. */
  bypassPolicy?: boolean;
  scale?: number;
  reducedMotion?: boolean;
};

export type Window = {
  page: Page;
  context: BrowserContext;
  isPhone: boolean;
  problems: () => readonly string[];
  /** What the test caused on purpose: the problems that fit, which then count no more. */
  takeProblems: (expected: RegExp) => string[];
};

const newContext = (browser: Browser, options: WindowOptions): Promise<BrowserContext> => {
  const isPhone = options.view === "phone";
  return browser.newContext({
    viewport: options.size ?? (isPhone ? PHONE : DESK),
    deviceScaleFactor: options.scale ?? 1,
    colorScheme: options.theme ?? "light",
    reducedMotion: options.reducedMotion === false ? "no-preference" : "reduce",
    bypassCSP: options.bypassPolicy ?? false,
    locale: "vi-VN",
    // The province's time is shown to whoever looks, wherever they are.
    timezoneId: "America/New_York",
    ...(isPhone ? { isMobile: true, hasTouch: true, userAgent: PHONE_AGENT } : {}),
  });
};

const watch = (page: Page, problems: string[]): void => {
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on("dialog", async (dialog) => {
    problems.push(`dialog: ${dialog.type()} ${dialog.message()}`);
    await dialog.dismiss();
  });
};

/** A page of that context, watched; two of one context share what the browser keeps. */
export const openPage = async (
  context: BrowserContext,
  url: string,
  isPhone: boolean,
): Promise<Window> => {
  const problems: string[] = [];
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST_WAIT_MS);
  watch(page, problems);
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      console.error(`policy: ${effectiveDirective} ${blockedURI}`);
    });
  });
  await page.goto(url);
  return {
    page,
    context,
    isPhone,
    problems: () => problems,
    takeProblems: (expected) => {
      const taken = problems.filter((problem) => expected.test(problem));
      const rest = problems.filter((problem) => !expected.test(problem));
      problems.splice(0, problems.length, ...rest);
      return taken;
    },
  };
};

export const openWindow = async (
  browser: Browser,
  url: string,
  options: WindowOptions = {},
): Promise<Window> => openPage(await newContext(browser, options), url, options.view === "phone");
