// Where one writes: the line, what goes with it, the bot's commands and keys.
import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";

import type { ChatView } from "../../../page/contract.ts";
import { AttachIcon, CheckIcon, KeysIcon, SendIcon } from "../../shell/icons.tsx";
import { draftOf, logOf } from "../../state.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { isOwn } from "../log/rows.ts";
import { beginEdit, isEditable, useTalk } from "../talk.ts";
import { Attachments } from "./attachments.tsx";
import { BotKeys } from "./bot-keys.tsx";
import { CommandMenu } from "./command-menu.tsx";
import { ContextBar } from "./context-bar.tsx";
import { askedMessage, keyRows, wishedWords } from "./keys.ts";
import { Line } from "./line.tsx";
import { takeFiles } from "./take-files.ts";
import { useCommands } from "./use-commands.ts";
import { useSending } from "./use-sending.ts";

const hasKeysOnGlass = (): boolean => matchMedia("(pointer: coarse)").matches;

export function Composer({ chat }: { chat: ChatView }) {
  const talk = useTalk();
  const { pane, editing, replyTo, attached } = talk;
  const draft = draftOf(pane);
  const edit = editing.value;
  const text = edit?.text ?? draft.value;
  const write = (next: string): void => {
    if (editing.value === null) draft.value = next;
    else editing.value = { ...editing.value, text: next };
  };
  /** The line stays what one writes in, with the cursor behind what was put there. */
  const put = (next: string): void => {
    write(next);
    talk.line.current?.focus();
  };

  const asFiles = useSignal(false);
  const areKeysShown = useSignal(true);
  const { isBusy, send } = useSending(talk, asFiles);
  const list = useCommands(pane, edit === null ? text : "", put);
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const rows = keyRows(chat);

  const asked = askedMessage(chat, logOf(pane.chat).value.messages);
  const askedKey = asked?.key;
  useEffect(() => {
    if (asked !== undefined) replyTo.value = asked;
    // Once for each message that asks, and not again when it was put aside.
  }, [askedKey]);

  const editLast = (): boolean => {
    const last = logOf(pane.chat).value.messages.findLast(
      (one) => isOwn(one, pane.person) && isEditable(one),
    );
    if (last !== undefined) beginEdit(talk, last);
    return last !== undefined;
  };

  const cancel = (): boolean => {
    if (edit === null && replyTo.value === null) return false;
    editing.value = null;
    replyTo.value = null;
    return true;
  };

  const press = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    const isPlain = !shiftKey && !ctrlKey && !metaKey && !altKey;
    if (isPlain && list.press(key)) return true;
    if (key === "Escape") return cancel();
    if (key === "ArrowUp" && isPlain && text === "") return editLast();
    if (key !== "Enter" || shiftKey || altKey || (isPlain && hasKeysOnGlass())) return false;
    void send();
    return true;
  };

  const isEmpty = text.trim() === "" && attached.value.length === 0;
  const placeholder =
    attached.value.length > 0 ? say(words.caption) : (wishedWords(chat) ?? say(words.placeholder));
  return (
    <div class="composer">
      <CommandMenu id={id} list={list} />
      {edit === null ? null : (
        <ContextBar kind="edit" message={edit.message} onCancel={() => cancel()} />
      )}
      {replyTo.value === null ? null : (
        <ContextBar kind="reply" message={replyTo.value} onCancel={() => cancel()} />
      )}
      <Attachments asFiles={asFiles} />
      <form
        class="composer-row"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {text === "" || text === "/" ? (
          <button
            type="button"
            class="icon-button slash"
            aria-label={say(words.commands)}
            title={say(words.commands)}
            aria-expanded={list.shown.length > 0}
            onClick={() => put(text === "" ? "/" : "")}
          >
            <span aria-hidden="true">/</span>
          </button>
        ) : null}
        <button
          type="button"
          class="icon-button"
          aria-label={say(words.attach)}
          title={say(words.attach)}
          disabled={edit !== null}
          onClick={() => chooser.current?.click()}
        >
          <AttachIcon />
        </button>
        <input
          type="file"
          multiple
          hidden
          ref={chooser}
          onChange={({ currentTarget }) => {
            takeFiles(talk, currentTarget.files ?? []);
            // The same file may be chosen again.
            currentTarget.value = "";
          }}
        />
        <Line
          text={text}
          placeholder={placeholder}
          write={write}
          press={press}
          list={{ id, count: list.shown.length, place: list.place }}
        />
        {rows.length === 0 ? null : (
          <button
            type="button"
            class="icon-button"
            aria-label={say(words.keyboard)}
            title={say(words.keyboard)}
            aria-expanded={areKeysShown.value}
            onClick={() => {
              areKeysShown.value = !areKeysShown.value;
            }}
          >
            <KeysIcon />
          </button>
        )}
        <button
          type="submit"
          class="icon-button send"
          aria-label={say(edit === null ? words.send : words.save)}
          title={say(edit === null ? words.send : words.save)}
          aria-busy={isBusy.value}
          disabled={isEmpty && edit === null}
        >
          {edit === null ? <SendIcon /> : <CheckIcon />}
        </button>
      </form>
      {rows.length > 0 && areKeysShown.value ? <BotKeys rows={rows} /> : null}
    </div>
  );
}
