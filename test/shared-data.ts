import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("../../shared/", import.meta.url);

/**
 * A file of the shared folder beside the checkout, as text, or null where the folder is absent:
 * then skip visibly (`describe.skipIf`). @throws Error in CI, where nothing may be skipped.
 */
export function sharedText(name: string): string | null {
  const path = fileURLToPath(new URL(name, FOLDER));
  if (existsSync(path)) return readFileSync(path, "utf8");
  if (process.env.CI) throw new Error(`shared data missing in CI: ${path}`);
  return null;
}
