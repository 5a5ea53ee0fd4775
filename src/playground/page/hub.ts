// Keeps every open window in step: what changed is gathered for a moment and sent to all.
import type { MessageRecord } from "../state/records.ts";
import type { World } from "../state/world.ts";
import type { Cast } from "./cast.ts";
import type { Desk, MessageView } from "./contract.ts";
import type { Listener } from "./event-stream.ts";
import { messageView } from "./message-view.ts";

export type HubOptions = { world: World; cast: Cast; desk: () => Desk; lastCall: () => number };

export type Hub = {
  /** Shows the desk to a new window, and what changed since a revision if it names one. */
  welcome: (listener: Listener, since: number | undefined) => void;
  leave: (listener: Listener) => void;
  hasListeners: () => boolean;
  deskChanged: () => void;
  messageChanged: (record: MessageRecord) => void;
  callMade: () => void;
  close: () => void;
};

const gatherMs = 60;
const mostInOneEvent = 200;

export function createHub({ world, cast, desk, lastCall }: HubOptions): Hub {
  const listeners = new Set<Listener>();
  const changed = new Set<MessageRecord>();
  let isDeskDue = false;
  let isCallDue = false;
  let shownDesk = "";
  let timer: NodeJS.Timeout | undefined;

  const revision = () => world.store.table<number>("sequence").get("revision") ?? 0;
  const tell = (to: Iterable<Listener>, name: string, data: unknown) => {
    const text = JSON.stringify(data);
    for (const listener of to) listener.send(name, revision(), text);
  };
  const tellMessages = (to: Iterable<Listener>, records: Iterable<MessageRecord>) => {
    const views: MessageView[] = [...records]
      .filter(({ chatId }) => cast.isShown(world.chats.get(String(chatId))))
      .map((record) => messageView(world, record));
    for (let at = 0; at < views.length; at += mostInOneEvent) {
      tell(to, "messages", views.slice(at, at + mostInOneEvent));
    }
  };

  const tellDesk = () => {
    const next = desk();
    // Only what stands on it counts: time goes on without being told.
    const shown = JSON.stringify({ ...next, now: 0 });
    if (shown !== shownDesk) tell(listeners, "desk", next);
    shownDesk = shown;
  };
  const flush = () => {
    timer = undefined;
    if (isDeskDue) tellDesk();
    tellMessages(listeners, changed);
    if (isCallDue) tell(listeners, "calls", { last: lastCall() });
    changed.clear();
    isDeskDue = false;
    isCallDue = false;
  };
  const soon = () => {
    timer ??= setTimeout(flush, gatherMs).unref();
  };
  const unlessAlone = (mark: () => void) => {
    if (listeners.size === 0) return;
    mark();
    soon();
  };

  world.cleared.listen(() => changed.clear());

  return {
    welcome: (listener, since) => {
      tell([listener], "desk", desk());
      if (since !== undefined) {
        const all = [...world.messages.values()];
        tellMessages(
          [listener],
          all.filter((record) => record.revision > since),
        );
      }
      listeners.add(listener);
      // It may have seen another desk than the rest.
      shownDesk = "";
    },
    leave: (listener) => listeners.delete(listener),
    hasListeners: () => listeners.size > 0,
    deskChanged: () =>
      unlessAlone(() => {
        isDeskDue = true;
      }),
    messageChanged: (record) => unlessAlone(() => changed.add(record)),
    callMade: () =>
      unlessAlone(() => {
        isCallDue = true;
      }),
    close: () => {
      clearTimeout(timer);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
