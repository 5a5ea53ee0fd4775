// Buttons of the bot: under a message and inside one.
import type { InlineKeyboardButton, RichMessageButton } from "@grammyjs/types";
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

import { tapButton } from "../../actions.ts";
import { copyWords } from "../deeds/copy.ts";
import { STOP } from "../stop.ts";
import { useTalk } from "../talk.ts";
import { safeLink } from "./safe-link.ts";

type Props = {
  message: string;
  button: InlineKeyboardButton | RichMessageButton;
  children: ComponentChildren;
};

/** What a bot asks the bot's own server: shown as busy, and deaf, until it has answered. */
function AskButton({ message, data, look, children }: Asking) {
  const { pane } = useTalk();
  const isBusy = useSignal(false);
  const tap = async () => {
    if (isBusy.value) return;
    isBusy.value = true;
    await tapButton(pane, message, data);
    isBusy.value = false;
  };
  return (
    <button
      type="button"
      class={isBusy.value ? `${look} busy` : look}
      aria-disabled={isBusy.value}
      aria-busy={isBusy.value}
      {...STOP}
      onClick={tap}
    >
      <span class="tap-label">{children}</span>
    </button>
  );
}

type Asking = { message: string; data: string; look: string; children: ComponentChildren };

/** One button, whatever it does. What only a real messenger can do stands there disabled. */
export function TapButton({ message, button, children }: Props) {
  const look = `tap ${button.style ?? "plain"}`;
  if ("callback_data" in button) {
    return (
      <AskButton message={message} data={button.callback_data} look={look}>
        {children}
      </AskButton>
    );
  }
  const href = "url" in button ? safeLink(button.url) : null;
  if (href !== null) {
    return (
      <a
        class={`${look} leads-away`}
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        title={href}
        {...STOP}
      >
        <span class="tap-label">{children}</span>
      </a>
    );
  }
  const copied = "copy_text" in button ? button.copy_text.text : null;
  return (
    <button
      type="button"
      class={look}
      disabled={copied === null}
      {...STOP}
      onClick={() => copied !== null && copyWords(copied)}
    >
      <span class="tap-label">{children}</span>
    </button>
  );
}
