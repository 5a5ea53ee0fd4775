// Short notices: what the bot answered to a tap, what went wrong.
import { useEffect } from "preact/hooks";

import { dismiss, type Toast, toasts } from "../state/around.ts";
import { say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";
import { CloseIcon, WarnIcon } from "./icons.tsx";
import { Modal } from "./modal.tsx";

const FADES_AFTER = 5000;

function Notice({ id, text, kind }: Toast) {
  useEffect(() => {
    if (kind !== "info") return;
    const timer = setTimeout(() => dismiss(id), FADES_AFTER);
    return () => clearTimeout(timer);
  }, [id, kind]);
  return (
    <li class={`toast is-${kind}`}>
      {kind === "error" && <WarnIcon size={18} />}
      <bdi lang="vi">{text}</bdi>
      <button
        type="button"
        class="icon-button"
        aria-label={say(words.dismiss)}
        onClick={() => dismiss(id)}
      >
        <CloseIcon size={16} />
      </button>
    </li>
  );
}

/** As Telegram's show_alert: stands in the way until it is read. */
function Alert({ id, text }: Toast) {
  const shut = () => dismiss(id);
  return (
    <Modal title={say(words.botSays)} onClose={shut}>
      <p class="alert-text" lang="vi">
        {text}
      </p>
      <form method="dialog" class="dialog-buttons">
        <button type="submit" class="button primary">
          {say(words.ok)}
        </button>
      </form>
    </Modal>
  );
}

export function Toasts() {
  const [alert] = toasts.value.filter(({ kind }) => kind === "alert");
  return (
    <>
      <div role="status" aria-live="polite">
        <ul class="toasts" aria-label={say(words.notices)}>
          {toasts.value
            .filter(({ kind }) => kind !== "alert")
            .map((one) => (
              <Notice key={one.id} {...one} />
            ))}
        </ul>
      </div>
      {alert && <Alert key={alert.id} {...alert} />}
    </>
  );
}
