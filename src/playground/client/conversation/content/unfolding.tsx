// What is shown only when somebody wants to see it: a spoiler, a long quotation.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { STOP } from "../stop.ts";

/** Covered words; `plain` is what lies under the cover, for its size only. */
export function Spoiler({ plain, children }: { plain: string; children: ComponentChildren }) {
  const isShown = useSignal(false);
  if (isShown.value) return <span class="spoiler shown">{children}</span>;
  return (
    <button
      type="button"
      class="spoiler"
      aria-label={say(words.hidden)}
      {...STOP}
      onClick={() => {
        isShown.value = true;
      }}
    >
      <span class="covered" aria-hidden="true">
        {plain}
      </span>
    </button>
  );
}

/** A quotation of which the first lines are shown. */
export function LongQuote({ children }: { children: ComponentChildren }) {
  const isOpen = useSignal(false);
  const id = useId();
  return (
    <blockquote class={isOpen.value ? "long open" : "long"}>
      <div class="long-words" id={id}>
        {children}
      </div>
      <button
        type="button"
        class="unfold"
        aria-expanded={isOpen.value}
        aria-controls={id}
        data-unfolds
        {...STOP}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {say(isOpen.value ? words.less : words.more)}
      </button>
    </blockquote>
  );
}
