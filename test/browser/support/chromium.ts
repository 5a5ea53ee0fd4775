// Where this machine has its Chromium. Nothing is downloaded: CI installs Debian's.
import { existsSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium as playwright } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** The browser's program: CHROMIUM_PATH, or what is found on the PATH; null where there is none. */
export const findChromium = (): string | null => {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== "") return named;
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin", "/snap/bin"];
  const places = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...places, MAC].find((place) => existsSync(place)) ?? null;
};

export const MISSING =
  "no Chromium here: set CHROMIUM_PATH, or install it (apt-get install --no-install-recommends chromium)";

/** @throws where there is no Chromium */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(MISSING);
  // Containers have neither the privileges of its sandbox nor a large /dev/shm.
  const args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];
  return playwright.launch({ executablePath, args });
};
