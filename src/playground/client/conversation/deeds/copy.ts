import { toast } from "../../state.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";

/** The way of old, for pages that are not served over https. */
function copyBySelection(text: string): boolean {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "sr";
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  return isDone;
}

/** Puts words into the clipboard, and says whether that went well. */
export async function copyWords(text: string): Promise<void> {
  const focused = document.activeElement;
  const isDone = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
  if (isDone ?? copyBySelection(text)) toast(say(words.copied));
  else toast(say(words.notCopied), "error");
  if (focused instanceof HTMLElement) focused.focus();
}
