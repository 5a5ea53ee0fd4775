// One conversation: its history and where one writes.
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";

import { chats, type Pane } from "../state.ts";
import { say } from "../words.ts";
import { words } from "../words-conversation.ts";
import { Composer } from "./composer/composer.tsx";
import { barTo } from "./composer/may-write.ts";
import { takeFiles } from "./composer/take-files.ts";
import { ForwardDialog } from "./deeds/forward-dialog.tsx";
import { Lightbox } from "./deeds/lightbox.tsx";
import { MessageMenu } from "./deeds/message-menu.tsx";
import { History } from "./log/history.tsx";
import { PinnedBar } from "./pinned-bar.tsx";
import { createTalk, paneName, TalkContext } from "./talk.ts";

const bringsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes("Files") ?? false;

function Open({ pane: given }: { pane: Pane }) {
  const name = paneName(given);
  const talk = useMemo(() => createTalk(given), [name]);
  const isDropping = useSignal(false);
  const chat = chats.value.get(given.chat);
  if (chat === undefined) return null;
  const bar = barTo(chat, given.person);

  return (
    <TalkContext.Provider value={talk}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen by a button too */}
      <div
        class="conversation"
        onDragOver={(event) => {
          if (bar !== null || !bringsFiles(event)) return;
          event.preventDefault();
          isDropping.value = true;
        }}
        onDragLeave={({ currentTarget, relatedTarget }) => {
          if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
          isDropping.value = false;
        }}
        onDrop={(event) => {
          isDropping.value = false;
          if (bar !== null || !bringsFiles(event)) return;
          event.preventDefault();
          takeFiles(talk, event.dataTransfer?.files ?? []);
        }}
      >
        <PinnedBar chat={chat} />
        <History chat={chat} />
        {bar === null ? <Composer chat={chat} /> : <p class="no-composer">{say(words[bar])}</p>}
        {isDropping.value ? <p class="drop-here">{say(words.dropHere)}</p> : null}
        <MessageMenu />
        <ForwardDialog />
        <Lightbox />
      </div>
    </TalkContext.Provider>
  );
}

/** A chat as one person sees it. */
export const Conversation = ({ pane }: { pane: Pane }) => <Open key={paneName(pane)} pane={pane} />;
