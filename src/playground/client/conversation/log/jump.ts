// Goes to a message of the same chat, through as many pages of history as it takes.
import { trying } from "../../actions.ts";
import { logOf, toast } from "../../state.ts";
import { loadOlder } from "../../sync.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import type { Talk } from "../talk.ts";

/** The page is drawn after the messages have come. */
const drawn = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));

export async function jumpTo({ pane, scroller }: Talk, key: string): Promise<void> {
  const log = logOf(pane.chat);
  const isThere = () => log.value.messages.some((message) => message.key === key);
  await trying(async () => {
    while (!isThere() && log.value.hasMore) {
      const before = log.value.messages[0]?.at;
      await loadOlder(pane.chat);
      if (log.value.messages[0]?.at === before) break;
    }
    await drawn();
    if (!scroller.show(key)) toast(say(words.notHere));
  });
}
