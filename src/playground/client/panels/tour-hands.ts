// What the tour does before the visitor's eyes: it opens conversations and writes into them.
import { draftOf, isPhone, openBeside, openChat, type Pane, panes, shownPanes } from "../state.ts";

/** Waits; at once where the visitor has stopped it. */
export function pause(ms: number, stop: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (stop.aborted) return Promise.resolve();
  const timer = setTimeout(resolve, ms);
  stop.addEventListener("abort", () => resolve(), { once: true });
  return promise.finally(() => clearTimeout(timer));
}

/** Where it is shown already it gets the focus; on a desk it opens beside the others. */
export function show(chat: number, person?: number): void {
  const isShown = shownPanes.value.some((place) => panes.value[place]?.chat === chat);
  if (isShown || isPhone.value) openChat(chat, person);
  else openBeside(chat, person);
}

const PIECES = 30;
const PIECE_MS = 30;
const READ_MS = 500;

const isCalm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Writes into the composer as somebody would; what stood there comes back after it was sent. */
export async function typeVisibly(
  pane: Pane,
  text: string,
  stop: AbortSignal,
): Promise<() => void> {
  const draft = draftOf(pane);
  const before = draft.value;
  const letters = [...text];
  const step = Math.ceil(letters.length / PIECES);
  for (let written = step; !isCalm() && !stop.aborted; written += step) {
    draft.value = letters.slice(0, written).join("");
    await pause(PIECE_MS, stop);
    if (written >= letters.length) break;
  }
  if (!isCalm()) await pause(READ_MS, stop);
  return () => {
    draft.value = before;
  };
}
