import { readFile } from "node:fs/promises";
import { z } from "zod";

const manifest = z.object({ version: z.string() });

/** The version of the product, as package.json has it. */
export const productVersion = async (): Promise<string> => {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return manifest.parse(JSON.parse(text)).version;
};
