// The list of commands above the line while a command's name is typed.
import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { loadMenu } from "../../api.ts";
import type { Pane } from "../../state.ts";
import { type Command, commandQuery, completion, matching, stepped } from "./commands.ts";

export type CommandList = {
  shown: readonly Command[];
  /** Which of them Enter takes. */
  place: number;
  choose: (command: Command) => void;
  /** True where the key belonged to the list. */
  press: (key: string) => boolean;
};

/** `write` puts words into the line. */
export function useCommands(pane: Pane, text: string, write: (text: string) => void): CommandList {
  const commands = useSignal<readonly Command[]>([]);
  const shutFor = useSignal<string | null>(null);
  const place = useSignal(0);
  const query = commandQuery(text);
  const isAsked = query !== null;

  useEffect(() => {
    place.value = 0;
    if (text !== shutFor.value) shutFor.value = null;
  }, [text, place, shutFor]);

  useEffect(() => {
    if (!isAsked) return;
    // Roles change: the commands are asked for whenever the list opens.
    loadMenu(pane.person, pane.chat).then(
      (menu) => {
        commands.value = menu.commands;
      },
      () => {},
    );
  }, [isAsked, pane, commands]);

  const wanted = useSignal(query);
  wanted.value = query;
  const found = useComputed(() =>
    wanted.value === null ? [] : matching(commands.value, wanted.value),
  );
  const shown = shutFor.value === text ? [] : found.value;
  const choose = (command: Command): void => write(completion(command));

  const press = (key: string): boolean => {
    const chosen = shown[place.value];
    if (chosen === undefined) return false;
    if (key === "ArrowDown" || key === "ArrowUp") {
      place.value = stepped(place.value, key === "ArrowDown" ? 1 : -1, shown.length);
      return true;
    }
    if (key === "Escape") {
      shutFor.value = text;
      return true;
    }
    // A command that is already there whole is sent.
    if (key === "Enter" && place.value === 0 && query === chosen.command) return false;
    if (key !== "Enter" && key !== "Tab") return false;
    choose(chosen);
    return true;
  };

  return { shown, place: place.value, choose, press };
}
