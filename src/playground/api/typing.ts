import { createSignal, type Signal } from "../signal.ts";
import type { World } from "../state/world.ts";

/** Where the bot is typing; of this moment only, so that nothing of it is stored. */
export type Typing = {
  start: (chatId: number) => void;
  isOn: (chatId: number) => boolean;
  changed: Signal<number>;
};

/** As long as Telegram shows it. */
const shownMs = 5_000;

export function createTyping(world: World): Typing {
  const timers = new Map<number, NodeJS.Timeout>();
  const changed = createSignal<number>();

  const stop = (chatId: number) => {
    clearTimeout(timers.get(chatId));
    if (timers.delete(chatId)) changed.emit(chatId);
  };
  world.messageChanged.listen(({ kind, record }) => {
    if (kind === "new" && record.byBot) stop(record.chatId);
  });
  world.cleared.listen(() => {
    for (const chatId of [...timers.keys()]) stop(chatId);
  });

  return {
    start: (chatId) => {
      clearTimeout(timers.get(chatId));
      timers.set(chatId, setTimeout(() => stop(chatId), shownMs).unref());
      changed.emit(chatId);
    },
    isOn: (chatId) => timers.has(chatId),
    changed,
  };
}
