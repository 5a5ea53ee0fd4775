// What became of an update, counted and (at debug) said.
import type { Incoming } from "#src/delivery/channel.ts";
import type { Log } from "#src/delivery/log.ts";
import {
  type Metrics,
  noMetrics,
  secondsSince,
  type UpdateKind,
  type UpdateOutcome,
} from "#src/metrics/metrics.ts";

export type Handled = { kind: UpdateKind; outcome: UpdateOutcome };

const vias = { message: "message", edit: "edit", button: "button" } as const;

/** How it came; "none" where there is nothing in it for us. */
export const kindOf = (incoming: Incoming | null): UpdateKind => {
  if (incoming === null) return "none";
  return incoming.kind === "message" ? vias[incoming.via] : incoming.kind;
};

type Observing = { log: Log; metrics?: Metrics };

/** Handles an update and counts it; what became of it. Throws what handling it throws. */
export const observed = async (
  { log, metrics = noMetrics }: Observing,
  update: { id: bigint },
  handle: () => Promise<Handled>,
): Promise<Handled> => {
  const since = performance.now();
  const end = ({ kind, outcome }: Handled) => {
    const seconds = secondsSince(since);
    metrics.updateHandled(kind, outcome, seconds);
    const ms = Math.round(seconds * 1_000);
    log.debug({ update: String(update.id), kind, outcome, ms }, "update handled");
  };
  try {
    const handled = await handle();
    end(handled);
    return handled;
  } catch (error) {
    end({ kind: "none", outcome: "thrown" });
    throw error;
  }
};
