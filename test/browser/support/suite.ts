import { describe } from "vitest";
import { findChromium, MISSING } from "./chromium.ts";

const skipped = findChromium() === null && !process.env.CI;
if (skipped) console.log(`Browser suites: skipped, ${MISSING}`);

/** Nobody waits so long for what works; a machine that does much else may. */
const LONGEST_MS = 180_000;

/** A suite in the browser: skipped, and said so, where there is none; with CI set it fails. */
export const describeInBrowser = (name: string, suite: () => void): void => {
  (skipped ? describe.skip : describe)(name, { timeout: LONGEST_MS }, suite);
};
