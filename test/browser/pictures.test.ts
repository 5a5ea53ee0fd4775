// The pictures in docs/ show what the page says today: the same scenes are played again, and the
// words in them compared with those that were pictured.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_BYTES } from "./pictures/picture.ts";
import { windowOf } from "./pictures/scene.ts";
import { scenes } from "./pictures/scenes.ts";
import { PICTURES, readSeen, seenIn } from "./pictures/seen.ts";
import { launchChromium } from "./support/chromium.ts";
import { picturesOf, readGuide } from "./support/guide.ts";
import { openProvince } from "./support/province.ts";
import { describeInBrowser } from "./support/suite.ts";
import { visitor } from "./support/visitor.ts";
import { openWindow } from "./support/window.ts";

const root = path.join(import.meta.dirname, "../..");
const files = readdirSync(PICTURES).filter((name) => name.endsWith(".webp"));

describe("the pictures in docs/pictures", () => {
  it("are those of the scenes, and all of them are shown somewhere", () => {
    expect(files.sort()).toEqual(scenes.map(({ name }) => `${name}.webp`).sort());
    const readme = readFileSync(path.join(root, "README.md"), "utf8");
    const shown = new Set([...picturesOf(readGuide()), ...picturesOf(readme)]);
    expect(files.filter((name) => !shown.has(name))).toEqual([]);
    expect([...shown].filter((name) => !existsSync(path.join(PICTURES, name)))).toEqual([]);
  });

  it("are few and small", () => {
    expect(files.length).toBeLessThanOrEqual(15);
    const large = files.filter((name) => statSync(path.join(PICTURES, name)).size > MOST_BYTES);
    expect(large).toEqual([]);
  });
});

describeInBrowser("what the pictures say", () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  it.each(scenes)(
    "$name: the page says what was pictured (else: npm run pictures $name)",
    async (scene) => {
      if (browser === undefined) throw new Error("no browser");
      const province = await openProvince();
      const window = await openWindow(browser, province.url, windowOf(scene));
      try {
        const somebody = await visitor(window);
        const cut = (await scene.arrange(somebody)) ?? somebody.page.locator("body");
        const pictured = readSeen()[scene.name];
        await expect.poll(() => seenIn(cut, scene), { timeout: 10_000 }).toEqual(pictured);
        expect(window.problems()).toEqual([]);
      } finally {
        await window.context.close();
        await province.close();
      }
    },
  );
});
