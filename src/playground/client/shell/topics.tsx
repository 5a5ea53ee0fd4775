// The topics of a forum: all of it, or one of them.
import type { TargetedKeyboardEvent } from "preact";

import type { ChatView } from "../../page/contract.ts";
import { changePane, type Pane } from "../state.ts";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";
import { moveFocus } from "./roving.ts";

type TopicsProps = { place: number; pane: Pane; chat: ChatView };

const inTopic =
  (thread: number | undefined) =>
  ({ chat, person }: Pane): Pane => ({
    chat,
    person,
    ...(thread === undefined ? {} : { thread }),
  });

export function Topics({ place, pane, chat }: TopicsProps) {
  const all = { id: undefined, name: say(words.allTopics) };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const key = event.key.replace("ArrowRight", "ArrowDown").replace("ArrowLeft", "ArrowUp");
    moveFocus(event, event.currentTarget, "button", key);
  };
  return (
    <div class="topics" role="tablist" aria-label={say(words.topics)} onKeyDown={onKeyDown}>
      {[all, ...chat.topics].map(({ id, name }) => {
        const isOpen = pane.thread === id;
        return (
          <button
            key={id ?? 0}
            type="button"
            role="tab"
            class="topic-tab"
            aria-selected={isOpen}
            tabIndex={isOpen ? 0 : -1}
            onClick={() => changePane(place, inTopic(id))}
          >
            <bdi lang={id === undefined ? undefined : "vi"}>{name}</bdi>
          </button>
        );
      })}
    </div>
  );
}
