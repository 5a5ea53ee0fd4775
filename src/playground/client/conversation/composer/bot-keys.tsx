import { sayText } from "../../actions.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { useTalk } from "../talk.ts";

/** The keys that the bot offers: each says what stands on it. */
export function BotKeys({ rows }: { rows: readonly (readonly string[])[] }) {
  const { pane, scroller } = useTalk();
  const tell = async (text: string) => {
    if (await sayText(pane, text)) scroller.toEnd();
  };
  return (
    <fieldset class="bot-keys" aria-label={say(words.keyboard)} lang="vi">
      {rows.map((row, at) => (
        <div class="bot-keys-row" key={`${at}${row.join()}`}>
          {row.map((text, column) => (
            <button
              type="button"
              class="bot-key"
              key={`${column}${text}`}
              onClick={() => tell(text)}
            >
              {text}
            </button>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
