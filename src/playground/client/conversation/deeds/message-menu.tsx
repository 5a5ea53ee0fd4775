// What can be done with a message.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import type { MessageView } from "../../../page/contract.ts";
import { CopyIcon, EditIcon, ForwardIcon, GlassIcon, ReplyIcon } from "../../shell/icons.tsx";
import { moveFocus } from "../../shell/roving.ts";
import { desk, glass } from "../../state.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { barTo } from "../composer/may-write.ts";
import { plainWords } from "../content/plain.ts";
import { isOwn, isService } from "../log/rows.ts";
import { beginEdit, beginReply, isEditable, type Talk, useTalk } from "../talk.ts";
import { copyWords } from "./copy.ts";
import { placeOf } from "./menu-place.ts";

type Deed = { name: string; icon: ComponentChildren; run: () => void };

function deedsFor(talk: Talk, view: MessageView): Deed[] {
  const { pane } = talk;
  const chat = desk.value?.chats.find(({ id }) => id === pane.chat);
  const mayWrite = chat !== undefined && barTo(chat, pane.person) === null;
  const copied = plainWords(view.message);
  const isSaid = !isService(view.message);
  const deeds: (Deed & { isThere: boolean })[] = [
    {
      isThere: mayWrite && isSaid,
      name: say(words.reply),
      icon: <ReplyIcon />,
      run: () => beginReply(talk, view),
    },
    {
      isThere: mayWrite && isOwn(view, pane.person) && isEditable(view),
      name: say(words.edit),
      icon: <EditIcon />,
      run: () => beginEdit(talk, view),
    },
    {
      isThere: isSaid,
      name: say(words.forward),
      icon: <ForwardIcon />,
      run: () => {
        talk.forwarding.value = view;
      },
    },
    {
      isThere: copied !== "",
      name: say(words.copy),
      icon: <CopyIcon />,
      run: () => void copyWords(copied),
    },
    {
      isThere: desk.value?.hasGlass === true,
      name: say(words.behind),
      icon: <GlassIcon />,
      run: () => {
        glass.value = view.key;
      },
    },
  ];
  return deeds.filter(({ isThere }) => isThere);
}

type Open = { message: MessageView; x: number; y: number };

/** Shut by Esc, by Tab and by a press beside it. The focus goes back to where it was. */
function Menu({ message, x, y }: Open) {
  const talk = useTalk();
  const box = useRef<HTMLDivElement>(null);
  const shut = (): void => {
    talk.menu.value = null;
  };

  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const before = document.activeElement;
    current.showPopover();
    const { left, top } = placeOf(
      { x, y },
      { width: current.offsetWidth, height: current.offsetHeight },
      { width: innerWidth, height: innerHeight },
    );
    current.style.left = `${left}px`;
    current.style.top = `${top}px`;
    current.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const pressed = ({ target }: Event): void => {
      if (!(target instanceof Node && current.contains(target))) shut();
    };
    document.addEventListener("pointerdown", pressed);
    addEventListener("blur", shut);
    return () => {
      document.removeEventListener("pointerdown", pressed);
      removeEventListener("blur", shut);
      const isOurs = current.contains(document.activeElement) || document.activeElement === null;
      if (isOurs && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [x, y]);

  // A popover that the browser does not shut by itself: it would, when the finger that opened it
  // by a long press is lifted.
  return (
    <div
      ref={box}
      class="message-menu"
      popover="manual"
      role="menu"
      tabIndex={-1}
      aria-label={say(words.actions)}
      onKeyDown={(event) => {
        if (event.key === "Tab" || event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          shut();
        } else if (box.current !== null) moveFocus(event, box.current, "[role=menuitem]");
      }}
    >
      {deedsFor(talk, message).map(({ name, icon, run }) => (
        <button
          type="button"
          class="menu-item"
          role="menuitem"
          tabIndex={-1}
          key={name}
          onClick={() => {
            shut();
            // Shutting it gives the focus back; what the deed does with it comes after.
            requestAnimationFrame(run);
          }}
        >
          {icon}
          {name}
        </button>
      ))}
    </div>
  );
}

export function MessageMenu() {
  const open = useTalk().menu.value;
  return open === null ? null : <Menu key={`${open.message.key}${open.x},${open.y}`} {...open} />;
}
