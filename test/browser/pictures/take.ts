// Takes the pictures of the documents from the running playground. A program:
//   npm run pictures [NAME …]
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "../support/chromium.ts";
import { openProvince } from "../support/province.ts";
import { visitor } from "../support/visitor.ts";
import { openWindow } from "../support/window.ts";
import { picture } from "./picture.ts";
import { type Scene, windowOf } from "./scene.ts";
import { scenes } from "./scenes.ts";
import { PICTURES, readSeen, type Seen, seenFile, seenIn } from "./seen.ts";

/** Each scene in a province of its own, so that none sees what another did. */
const take = async (browser: Browser, scene: Scene): Promise<string[]> => {
  const province = await openProvince();
  try {
    const window = await openWindow(browser, province.url, windowOf(scene));
    const somebody = await visitor(window);
    const cut = (await scene.arrange(somebody)) ?? somebody.page.locator("body");
    const bytes = await picture(somebody.page, cut);
    const wrong = [...window.problems(), ...province.takeErrors()];
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
    await writeFile(path.join(PICTURES, `${scene.name}.webp`), bytes);
    console.log(`${scene.name}.webp  ${(bytes.length / 1024).toFixed(0)} KB`);
    const seen = await seenIn(cut, scene);
    await window.context.close();
    return seen;
  } finally {
    await province.close();
  }
};

const wanted = process.argv.slice(2);
const chosen = scenes.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await mkdir(PICTURES, { recursive: true });
const browser = await launchChromium();
const seen: Seen = wanted.length === 0 ? {} : readSeen();
for (const scene of chosen) seen[scene.name] = await take(browser, scene);
await browser.close();

const names = new Set(scenes.map(({ name }) => `${name}.webp`));
for (const file of await readdir(PICTURES)) {
  if (file.endsWith(".webp") && !names.has(file)) await rm(path.join(PICTURES, file));
}
const ordered = Object.fromEntries(scenes.map(({ name }) => [name, seen[name] ?? []]));
await writeFile(seenFile, `${JSON.stringify(ordered, null, 1)}\n`);
process.exit(0);
