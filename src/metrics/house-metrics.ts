// Counters and histograms of one process, on a registry of its own: two bots in one process (as
// tests have them) do not count into each other's.
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Metrics } from "./metrics.ts";

/** From a look at one card to a whole import. */
const HANDLING = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** A long poll is silent for 25 s. */
const CALLS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const JOBS = [0.05, 0.25, 1, 5, 15, 60];

export type HouseMetrics = Metrics & { registry: Registry };

/** Metrics of this process, with those of Node itself (`process_…`, `nodejs_…`). */
export const makeMetrics = (): HouseMetrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const updates = new Counter({
    name: "dondoc_updates_total",
    help: "Updates taken out of the inbox, by what they were and what became of them",
    labelNames: ["kind", "outcome"] as const,
    registers,
  });
  const handling = new Histogram({
    name: "dondoc_update_seconds",
    help: "From the beginning of handling an update to its end",
    labelNames: ["kind"] as const,
    buckets: HANDLING,
    registers,
  });
  const calls = new Histogram({
    name: "dondoc_api_call_seconds",
    help: "Calls of the Bot API; getUpdates is silent for up to 25 s",
    labelNames: ["method", "outcome"] as const,
    buckets: CALLS,
    registers,
  });
  const slots = new Counter({
    name: "dondoc_job_slots_total",
    help: "Slots of jobs that this process came to, by what became of them",
    labelNames: ["job", "state"] as const,
    registers,
  });
  const jobs = new Histogram({
    name: "dondoc_job_seconds",
    help: "From the claim of a slot to its end",
    labelNames: ["job"] as const,
    buckets: JOBS,
    registers,
  });
  return {
    registry,
    updateHandled: (kind, outcome, seconds) => {
      updates.inc({ kind, outcome });
      handling.observe({ kind }, seconds);
    },
    callEnded: (method, outcome, seconds) => calls.observe({ method, outcome }, seconds),
    slotEnded: (job, state, seconds) => {
      slots.inc({ job, state });
      if (state !== "already") jobs.observe({ job }, seconds);
    },
  };
};
