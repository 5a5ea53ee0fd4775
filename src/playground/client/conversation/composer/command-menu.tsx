import { useLayoutEffect, useRef } from "preact/hooks";

import { say } from "../../words.ts";
import { matches, words } from "../../words-conversation.ts";
import type { CommandList } from "./use-commands.ts";

export const optionId = (id: string, place: number): string => `${id}-${place}`;

/** The commands to choose from; the focus stays in the line, which names the chosen one. */
export function CommandMenu({
  id,
  list: { shown, place, choose, press },
}: {
  id: string;
  list: CommandList;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  });
  if (shown.length === 0) return null;
  return (
    <div class="commands">
      <p class="sr" role="status">
        {say(matches(shown.length))}
      </p>
      <div
        class="command-list"
        role="listbox"
        id={id}
        ref={box}
        aria-label={say(words.commands)}
        aria-activedescendant={optionId(id, place)}
        tabIndex={0}
        lang="vi"
        onKeyDown={(event) => {
          if (press(event.key)) event.preventDefault();
        }}
      >
        {shown.map((command, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the line has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the line names the active option
          <div
            class="command"
            role="option"
            id={optionId(id, at)}
            key={command.command}
            aria-selected={at === place}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(command)}
          >
            <span class="command-name">/{command.command}</span>
            <span class="command-about">{command.description}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
