import type { Locator } from "playwright-core";

/** The first task's code that a message names. */
export const codeIn = async (message: Locator): Promise<string> => {
  const text = (await message.textContent()) ?? "";
  const [code] = /NV-\d+/.exec(text) ?? [];
  if (code === undefined) throw new Error(`no task is named in “${text}”`);
  return code;
};
