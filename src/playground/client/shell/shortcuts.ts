// Keys that work everywhere on the page. Whoever used a key already has prevented its default.
import { focused, glass, isPhone } from "../state.ts";
import { clearSearch, openNth } from "./chat-list.tsx";
import { goBack } from "./going.ts";
import { isHelpOpen } from "./help.tsx";
import { cycleRegions } from "./regions.ts";

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");

/** What Esc shuts when nothing further inside wanted it; false where nothing is open. */
function shutSomething(): boolean {
  if (clearSearch()) return true;
  if (glass.value !== null) {
    glass.value = null;
    return true;
  }
  if (!isPhone.value || focused.value < 0) return false;
  goBack();
  return true;
}

function press(event: KeyboardEvent): boolean {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  if (key === "F6" || (key === "." && (ctrlKey || metaKey))) {
    cycleRegions(shiftKey);
    return true;
  }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (altKey && !ctrlKey && !metaKey && digit !== undefined) {
    openNth(Number(digit) - 1);
    return true;
  }
  if (key === "Escape") return shutSomething();
  if (key !== "?" || isWriting(target)) return false;
  isHelpOpen.value = true;
  return true;
}

export function listenToKeys(): void {
  window.addEventListener("keydown", (event) => {
    const isInDialog = document.querySelector("dialog:modal, [popover]:popover-open") !== null;
    if (event.defaultPrevented || event.isComposing || isInDialog) return;
    if (press(event)) event.preventDefault();
  });
}
