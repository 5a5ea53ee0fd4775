// Files come by the button, by dropping and by pasting.
import { toast } from "../../state.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import type { Talk } from "../talk.ts";
import { isPhotoType, MOST_FILES } from "./attached.ts";

let lastId = 0;

/** Adds files to those that wait; too many are left out, and that is said. */
export function takeFiles({ attached, editing, line }: Talk, files: Iterable<File>): void {
  const all = [...files];
  if (all.length === 0 || editing.value !== null) return;
  const room = MOST_FILES - attached.value.length;
  if (all.length > room) toast(say(words.tooMany));
  const taken = all.slice(0, room).map((file) => ({
    id: ++lastId,
    file,
    preview: isPhotoType(file.type) ? URL.createObjectURL(file) : null,
  }));
  attached.value = [...attached.value, ...taken];
  line.current?.focus();
}

/** Takes files away again, sent or not. */
export function dropFiles({ attached }: Talk, ids: readonly number[]): void {
  for (const { id, preview } of attached.value) {
    if (preview !== null && ids.includes(id)) URL.revokeObjectURL(preview);
  }
  attached.value = attached.value.filter(({ id }) => !ids.includes(id));
}
