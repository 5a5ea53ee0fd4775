import type { ComponentChildren } from "preact";

import { sayText } from "../../actions.ts";
import { STOP } from "../stop.ts";
import { useTalk } from "../talk.ts";

/** A command in a text: tapping it says it. */
export function CommandLink({
  command,
  children,
}: {
  command: string;
  children: ComponentChildren;
}) {
  const { pane, scroller } = useTalk();
  const tell = async () => {
    if (await sayText(pane, command)) scroller.toEnd();
  };
  return (
    <button type="button" class="inline-link" {...STOP} onClick={tell}>
      {children}
    </button>
  );
}
