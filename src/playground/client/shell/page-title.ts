// What the browser's tab says: the name, and how much is unread in all.
import { effect } from "@preact/signals";

import { desk } from "../state.ts";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";

export function followTitle(): void {
  effect(() => {
    const unread = (desk.value?.chats ?? []).reduce((sum, chat) => sum + chat.unread, 0);
    const title = `${say(words.name)} – ${say(words.tagline)}`;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  });
}
