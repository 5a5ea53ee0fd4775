// Whose conversation a pane shows, and what can be done with the pane.
import type { ChatView } from "../../page/contract.ts";
import { cleanName } from "../conversation/names.ts";
import { speakersOf } from "../state/pane-rules.ts";
import { capacity, closePane, isPhone, openBeside, type Pane, panes, persons } from "../state.ts";
import { say } from "../words.ts";
import { memberWords, shellWords as words } from "../words-shell.ts";
import { Avatar } from "./avatar.tsx";
import { goBack } from "./going.ts";
import { BackIcon, BesideIcon, CloseIcon } from "./icons.tsx";
import { Speaker } from "./speaker.tsx";
import { Topics } from "./topics.tsx";

export type PaneProps = { place: number; pane: Pane; chat: ChatView };

/** Somebody of this group who does not speak in it in any pane yet. */
const another = (chat: ChatView): number | undefined =>
  speakersOf(chat, persons.value).find(
    ({ id }) => !panes.value.some((pane) => pane.chat === chat.id && pane.person === id),
  )?.id;

function Buttons({ place, chat }: PaneProps) {
  const other = chat.type === "private" || capacity.value < 2 ? undefined : another(chat);
  return (
    <>
      {other !== undefined && (
        <button
          type="button"
          class="icon-button"
          title={say(words.asAnother)}
          aria-label={say(words.asAnother)}
          onClick={() => openBeside(chat.id, other)}
        >
          <BesideIcon />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        title={say(words.closePane)}
        aria-label={say(words.closePane)}
        onClick={() => closePane(place)}
      >
        <CloseIcon />
      </button>
    </>
  );
}

export function PaneHeader(props: PaneProps) {
  const { chat, pane } = props;
  const isGroup = chat.type !== "private";
  const person = isGroup ? undefined : persons.value.get(pane.person);
  const name = cleanName(person?.name ?? chat.title);
  const about = person?.about;
  const below = isGroup ? say(memberWords(chat.memberCount)) : about && say(about);
  return (
    <header class="pane-header">
      {isPhone.value && (
        <button
          type="button"
          class="icon-button"
          aria-label={say(words.back)}
          title={say(words.back)}
          onClick={goBack}
        >
          <BackIcon size={24} />
        </button>
      )}
      <Avatar id={chat.id} name={name} isGroup={isGroup} />
      <div class="pane-title">
        <h2>
          <bdi lang="vi">{name}</bdi>
        </h2>
        <p>{chat.typing ? <span class="is-typing">{say(words.typing)}</span> : below}</p>
      </div>
      {!isPhone.value && <Buttons {...props} />}
      {isGroup && <Speaker {...props} />}
      {chat.topics.length > 0 && <Topics {...props} />}
    </header>
  );
}
