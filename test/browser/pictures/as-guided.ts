// Pictures show the very sentences that the guide tells people to write.
import type { Locator } from "playwright-core";
import type { ChatPane } from "../support/chat-pane.ts";
import { readGuide, stepsOf } from "../support/guide.ts";
import { untilDesk } from "../support/page-api.ts";

const BEGINNING = 20;
/** For the question, and the day that stands over the messages. */
const ROOM_ABOVE = 100;

/** Brings an answer that is longer than the screen before the eyes from its beginning on. */
export const fromItsBeginning = (answer: Locator): Promise<void> =>
  answer.evaluate((row, above) => {
    row.scrollIntoView({ block: "start" });
    row.closest("[role=log]")?.scrollBy(0, -above);
  }, ROOM_ABOVE);

/** Waits until the page has told that the newest messages of these conversations were seen. */
export const untilRead = async (...panes: ChatPane[]): Promise<void> => {
  for (const { pane, name } of panes) {
    const { origin } = new URL(pane.page().url());
    await untilDesk(origin, ({ chats }) =>
      chats.some(({ title, unread }) => title === name && unread === 0),
    );
  }
};

/** Says what the guide's part (1 to 4) has for a command, and gives the answer. */
export const asGuided = async (pane: ChatPane, part: number, command: string): Promise<Locator> => {
  const step = stepsOf(readGuide()).find(
    (one) => one.part.startsWith(`${part}.`) && one.says.startsWith(command),
  );
  if (step === undefined) throw new Error(`part ${part} of the guide has no ${command}`);
  await pane.says(step.says);
  // The end may differ where a file is sent along.
  const answer = await pane.hears((step.hears[0] ?? "").slice(0, BEGINNING));
  await untilRead(pane);
  return answer;
};
