import type { MessageView } from "../../../page/contract.ts";
import { cleanName } from "../names.ts";
import { TapButton } from "./tap-button.tsx";

/** The rows of buttons under a message. */
export function InlineKeyboard({ view }: { view: MessageView }) {
  const rows = view.message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  return (
    <div class="inline-keyboard">
      {rows.map((row, at) => (
        <div class="tap-row" key={`${at}:${row.length}`}>
          {row.map((button, column) => (
            <TapButton key={`${column}:${button.text}`} message={view.key} button={button}>
              {cleanName(button.text)}
            </TapButton>
          ))}
        </div>
      ))}
    </div>
  );
}
