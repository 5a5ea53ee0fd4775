import { useSignal } from "@preact/signals";

import type { ChatView } from "../../page/contract.ts";
import { PinIcon } from "../shell/icons.tsx";
import { logOf } from "../state.ts";
import { say } from "../words.ts";
import { words } from "../words-conversation.ts";
import { kindWords } from "./content/quote.tsx";
import { keyIn } from "./keys.ts";
import { jumpTo } from "./log/jump.ts";
import { useTalk } from "./talk.ts";

/** The message that is pinned; of several, the one before with every tap. */
export function PinnedBar({ chat }: { chat: ChatView }) {
  const talk = useTalk();
  const step = useSignal(0);
  const count = chat.pinned.length;
  const id = chat.pinned.toSorted((a, b) => b - a)[count === 0 ? 0 : step.value % count];
  if (id === undefined) return null;
  const key = keyIn(chat.id, { message_id: id });
  const message = logOf(chat.id).value.messages.find((one) => one.key === key)?.message;
  const go = () => {
    step.value += 1;
    void jumpTo(talk, key);
  };
  return (
    <button type="button" class="pinned" onClick={go}>
      <PinIcon size={18} />
      <span class="pinned-words">
        <span class="pinned-head">
          {say(words.pinned)}
          {count > 1 ? ` ${(step.value % count) + 1}/${count}` : ""}
        </span>
        {message === undefined ? null : (
          <bdi class="pinned-text" lang="vi">
            {kindWords(message)}
          </bdi>
        )}
      </span>
    </button>
  );
}
