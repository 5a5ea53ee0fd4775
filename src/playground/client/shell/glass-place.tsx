// Where the panel behind the glass stands: beside the conversations, or all over a phone.
import { useEffect, useRef } from "preact/hooks";

import { Glass } from "../panels/glass.tsx";
import { focused, isPhone } from "../state.ts";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";
import { room } from "./layout.ts";
import { enterPane } from "./regions.ts";

export function GlassPlace() {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // It covers a phone: what one does next is in it.
    if (isPhone.value) place.current?.focus();
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost) enterPane(Math.max(0, focused.value), isPhone.value);
    };
  }, []);
  return (
    <aside
      ref={place}
      class={`glass-place${room.value.isGlassOver ? " is-over" : ""}`}
      data-region="glass"
      aria-label={say(words.glass)}
      tabIndex={-1}
    >
      <Glass />
    </aside>
  );
}
