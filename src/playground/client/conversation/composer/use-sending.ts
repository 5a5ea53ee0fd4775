// What happens when somebody presses "send". Until the server has taken it, it stays in the line.
import { type Signal, useSignal } from "@preact/signals";

import { editText, sayFiles, sayText } from "../../actions.ts";
import { draftOf } from "../../state.ts";
import type { Talk } from "../talk.ts";
import { toSend } from "./attached.ts";
import { dropFiles } from "./take-files.ts";

export type Sending = { isBusy: Signal<boolean>; send: () => Promise<void> };

/** What was written while the rest was on its way stays. */
export const leftOver = (now: string, sent: string): string =>
  now.startsWith(sent) ? now.slice(sent.length) : now;

async function saveEdit({ pane, editing }: Talk): Promise<void> {
  const edit = editing.value;
  if (edit === null) return;
  const { text, caption } = edit.message.message;
  const words = edit.text.trim();
  const isSame = words === (text ?? caption ?? "") || (words === "" && text !== undefined);
  if (!isSame && !(await editText(pane.person, edit.message.key, words))) return;
  if (editing.value?.message.key === edit.message.key) editing.value = null;
}

async function sayNew(talk: Talk, asFiles: boolean): Promise<void> {
  const { pane, replyTo, attached, scroller } = talk;
  const draft = draftOf(pane);
  const written = draft.value;
  const files = attached.value;
  const answered = replyTo.value?.key;
  const words = written.trim();
  if (words === "" && files.length === 0) return;
  const isTaken =
    files.length === 0
      ? await sayText(pane, words, answered)
      : await sayFiles(pane, toSend(files, asFiles), {
          caption: words,
          ...(answered === undefined ? {} : { replyTo: answered }),
        });
  if (!isTaken) return;
  draft.value = leftOver(draft.value, written);
  dropFiles(
    talk,
    files.map(({ id }) => id),
  );
  if (replyTo.value?.key === answered) replyTo.value = null;
  scroller.toEnd();
}

export function useSending(talk: Talk, asFiles: Signal<boolean>): Sending {
  const isBusy = useSignal(false);
  const send = async (): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    if (talk.editing.value === null) await sayNew(talk, asFiles.value);
    else await saveEdit(talk);
    isBusy.value = false;
    talk.line.current?.focus();
  };
  return { isBusy, send };
}
