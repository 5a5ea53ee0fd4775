import type { ChatView } from "../../../page/contract.ts";
import { desk } from "../../state.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";

/** Three dots, for as long as the bot prepares its answer. */
export function Typing({ chat }: { chat: ChatView }) {
  if (!chat.typing) return null;
  return (
    <p class="typing">
      <span class="sr">
        <bdi>{desk.value?.bot.name}</bdi> {say(words.typing)}
      </span>
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
    </p>
  );
}
