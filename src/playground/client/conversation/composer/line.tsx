// The line one writes in: as tall as its words, up to eight lines.
import { useLayoutEffect, useRef } from "preact/hooks";

import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { useTalk } from "../talk.ts";
import { optionId } from "./command-menu.tsx";
import { takeFiles } from "./take-files.ts";

type Props = {
  text: string;
  placeholder: string;
  write: (text: string) => void;
  /** True where the key was used. */
  press: (event: KeyboardEvent) => boolean;
  /** The list of commands: its id, how many it shows and which of them is the chosen one. */
  list: { id: string; count: number; place: number };
};

export function Line({ text, placeholder, write, press, list }: Props) {
  const talk = useTalk();
  const area = useRef<HTMLTextAreaElement>(null);

  useLayoutEffect(() => {
    talk.line.current = area.current;
    return () => {
      talk.line.current = null;
    };
  }, [talk]);

  useLayoutEffect(() => {
    const { current } = area;
    if (current === null) return;
    // What was written for the visitor (a tour, a command, a draft) is followed as well.
    if (current.value !== text) current.value = text;
    current.style.height = "auto";
    current.style.height = `${current.scrollHeight}px`;
  }, [text]);

  const isOpen = list.count > 0;
  return (
    <textarea
      ref={area}
      class="line"
      rows={1}
      lang="vi"
      value={text}
      placeholder={placeholder}
      aria-label={say(words.compose)}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      {...(isOpen
        ? { "aria-controls": list.id, "aria-activedescendant": optionId(list.id, list.place) }
        : {})}
      onInput={({ currentTarget }) => write(currentTarget.value)}
      onKeyDown={(event) => {
        // What an input method composes (telex, pinyin) is not ours yet.
        if (event.isComposing || !press(event)) return;
        event.preventDefault();
      }}
      onPaste={(event) => {
        const files = event.clipboardData?.files ?? [];
        if (files.length === 0) return;
        event.preventDefault();
        takeFiles(talk, files);
      }}
    />
  );
}
