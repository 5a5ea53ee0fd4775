// What somebody has begun to write and not sent; survives a reload.
import type { Signal } from "@preact/signals";

import { kept } from "../kept.ts";
import type { Pane } from "./pane-rules.ts";

const isText = (value: unknown): value is string => typeof value === "string";
const drafts = new Map<string, Signal<string>>();

export function draftOf({ chat, person, thread = 0 }: Pane): Signal<string> {
  const name = `draft.${person}.${chat}.${thread}`;
  const found = drafts.get(name) ?? kept(name, "", isText);
  drafts.set(name, found);
  return found;
}
