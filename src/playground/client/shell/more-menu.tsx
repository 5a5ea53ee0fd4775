// What the bar of a phone has no room for. A native popover shuts by itself, by Esc too.
import type { TargetedMouseEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";

import { GlassButton } from "../panels/glass-button.tsx";
import { ResetButton } from "../panels/reset-button.tsx";
import { TourButton } from "../panels/tour-button.tsx";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";
import { MoreIcon } from "./icons.tsx";
import { Switches } from "./switches.tsx";

const MENU = "more-menu";

function tapped({ target, currentTarget }: TargetedMouseEvent<HTMLDivElement>): void {
  if (!(target instanceof Element) || target.closest("button") === null) return;
  // What asks first asks in here: its dialog would vanish with the menu.
  if (target.closest("[data-asks]") === null) currentTarget.hidePopover();
}

export function MoreMenu() {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // "close" of a dialog does not bubble: it is heard on its way down.
    const answered = () => menu.current?.hidePopover();
    menu.current?.addEventListener("close", answered, true);
  }, []);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        popovertarget={MENU}
        aria-label={say(words.more)}
        title={say(words.more)}
      >
        <MoreIcon size={22} />
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its buttons are what is pressed */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button clicks it */}
      <div ref={menu} id={MENU} popover="auto" class="more-menu" onClick={tapped}>
        <TourButton />
        <GlassButton />
        <div data-asks>
          <ResetButton />
        </div>
        <Switches inMenu />
      </div>
    </>
  );
}
