import { DownIcon } from "../../shell/icons.tsx";
import { say } from "../../words.ts";
import { newMessages, words } from "../../words-conversation.ts";
import { useTalk } from "../talk.ts";

/** Leads to the newest message, and says how many stand below. */
export function EndButton({ unread }: { unread: number }) {
  const { scroller } = useTalk();
  if (scroller.atEnd.value) return null;
  const more = unread > 0 ? `, ${say(newMessages(unread))}` : "";
  return (
    <button
      type="button"
      class="to-end"
      aria-label={`${say(words.toEnd)}${more}`}
      onClick={() => scroller.toEnd(true)}
    >
      <DownIcon size={22} />
      {unread > 0 ? <span class="to-end-count">{unread > 99 ? "99+" : unread}</span> : null}
    </button>
  );
}
