// What is read at the moment of scraping. A figure that is not known is left out rather than
// shown as the last one that was.
import { Gauge, type Registry } from "prom-client";
import type { Figures } from "./figures.ts";

/** What the process says of itself at the moment of scraping. */
export type Standing = {
  atWork: boolean;
  /** Null where this process does not poll. */
  silentSeconds: number | null;
};

const plainGauge = (registry: Registry, name: string, help: string) => {
  const gauge = new Gauge({ name, help, registers: [registry] });
  return (value: number | null | undefined): void => {
    if (value == null) gauge.remove();
    else gauge.set(value);
  };
};

const labelled = <L extends string>(registry: Registry, name: string, label: L, help: string) => {
  const gauge = new Gauge({ name, help, labelNames: [label], registers: [registry] });
  return (values: Readonly<Record<string, number>> | undefined): void => {
    gauge.reset();
    for (const [key, value] of Object.entries(values ?? {})) gauge.labels(key).set(value);
  };
};

/** Puts the gauges on a registry; what it returns sets them. Null figures: the database is away. */
export const addGauges = (
  registry: Registry,
): ((figures: Figures | null, standing: Standing) => void) => {
  const one = (name: string, help: string) => plainGauge(registry, name, help);
  const database = one("dondoc_database_up", "1 where the database answered within 2 s");
  const atWork = one("dondoc_at_work", "1 in the process that handles, sends and runs jobs");
  const silent = one(
    "dondoc_telegram_silent_seconds",
    "Since the last successful getUpdates; absent where this process does not poll",
  );
  const pending = one("dondoc_inbox_pending", "Updates that are stored and not handled");
  const oldestUpdate = one("dondoc_inbox_oldest_seconds", "Age of the oldest pending update");
  const outbox = labelled(
    registry,
    "dondoc_outbox_messages",
    "state",
    "Messages that are not over: pending (also held for later), sending, unknown, failed",
  );
  const oldestMessage = one(
    "dondoc_outbox_oldest_seconds",
    "How long the oldest message waits that may go out now",
  );
  const unknown = one("dondoc_outbox_unknown", "Messages that may or may not have arrived");
  const dead = one(
    "dondoc_outbox_dead",
    "Messages that were refused for good, or given up; no redrawings of cards",
  );
  const chats = labelled(registry, "dondoc_chats", "status", "Chats that the bot knows");

  return (figures, standing) => {
    database(figures === null ? 0 : 1);
    atWork(standing.atWork ? 1 : 0);
    silent(standing.silentSeconds);
    pending(figures?.inboxPending);
    // Nothing that waits has waited for no time.
    oldestUpdate(figures && (figures.inboxOldestSeconds ?? 0));
    outbox(figures?.outbox);
    oldestMessage(figures && (figures.outboxOldestSeconds ?? 0));
    unknown(figures?.outbox.unknown);
    dead(figures?.dead);
    chats(figures?.chats);
  };
};
