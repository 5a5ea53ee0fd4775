// /metrics, in the text that Prometheus reads. It is answered also where the database is away.
import type { Figures } from "#src/metrics/figures.ts";
import { addGauges } from "#src/metrics/gauges.ts";
import type { HouseMetrics } from "#src/metrics/house-metrics.ts";
import type { Receiving } from "./health.ts";

export type MetricsPageDeps = {
  metrics: HouseMetrics;
  /** Null where the database did not answer in time. */
  figures: () => Promise<Figures | null>;
  receiving: () => Receiving;
  atWork: () => boolean;
};

/** Makes what writes the page anew at each scrape. */
export const makeMetricsPage = (deps: MetricsPageDeps): (() => Promise<string>) => {
  const { metrics, figures, receiving, atWork } = deps;
  const set = addGauges(metrics.registry);
  return async () => {
    const read = await figures();
    const { mode, silentMs } = receiving();
    // A webhook is silent for as long as nobody writes.
    const silentSeconds = mode === "polling" && silentMs !== null ? silentMs / 1_000 : null;
    set(read, { atWork: atWork(), silentSeconds });
    return metrics.registry.metrics();
  };
};
