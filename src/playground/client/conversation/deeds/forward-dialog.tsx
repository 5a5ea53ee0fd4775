import type { ChatView } from "../../../page/contract.ts";
import { forwardTo } from "../../actions.ts";
import { Avatar } from "../../shell/avatar.tsx";
import { Modal } from "../../shell/modal.tsx";
import { desk, openChat } from "../../state.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { barTo } from "../composer/may-write.ts";
import { cleanName } from "../names.ts";
import { useTalk } from "../talk.ts";

function Target({ chat, onChoose }: { chat: ChatView; onChoose: () => void }) {
  const isPrivate = chat.type === "private";
  const name = cleanName(isPrivate ? (desk.value?.bot.name ?? "") : chat.title);
  return (
    <li>
      <button type="button" class="menu-item" onClick={onChoose}>
        <Avatar id={chat.id} name={name} isGroup={!isPrivate} />
        <span class="target-words">
          <bdi lang="vi">{name}</bdi>
          <span class="target-kind">{say(isPrivate ? words.own : words.group)}</span>
        </span>
      </button>
    </li>
  );
}

/** Passes a message on to another chat of the same person, and goes there. */
export function ForwardDialog() {
  const { forwarding, pane } = useTalk();
  const view = forwarding.value;
  if (view === null) return null;
  const shut = () => {
    forwarding.value = null;
  };
  const targets = (desk.value?.chats ?? []).filter((chat) => barTo(chat, pane.person) === null);
  const choose = async (chat: number) => {
    shut();
    if (await forwardTo(pane.person, view.key, chat)) openChat(chat, pane.person);
  };
  return (
    <Modal title={say(words.forwardTo)} onClose={shut}>
      {targets.length === 0 ? <p>{say(words.noChats)}</p> : null}
      <ul class="targets">
        {targets.map((chat) => (
          <Target key={chat.id} chat={chat} onChoose={() => choose(chat.id)} />
        ))}
      </ul>
      <form method="dialog" class="dialog-buttons">
        <button type="submit" class="button">
          {say(words.cancel)}
        </button>
      </form>
    </Modal>
  );
}
