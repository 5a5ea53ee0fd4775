// Pictures show the very sentences that the guide tells people to write.
import type { Locator } from "playwright-core";
import type { ChatPane } from "../support/chat-pane.ts";
import { readGuide, stepsOf } from "../support/guide.ts";

/** Says what the guide's part (1 to 4) has for a command, and gives the answer. */
export const asGuided = async (pane: ChatPane, part: number, command: string): Promise<Locator> => {
  const step = stepsOf(readGuide()).find(
    (one) => one.part.startsWith(`${part}.`) && one.says.startsWith(command),
  );
  if (step === undefined) throw new Error(`part ${part} of the guide has no ${command}`);
  await pane.says(step.says);
  return pane.hears(step.hears[0] ?? "");
};
