// Figures of what was measured: shares of a list of times, and tables of them.

/** The value below which that share (0–1) of the values lies; 0 of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0);

export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

/** "12 ms", "3.4 s". */
export const time = (ms: number): string =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;

/** "p50 12 ms, p95 40 ms, max 1.2 s". */
export const spread = (values: readonly number[]): string =>
  `p50 ${time(percentile(values, 0.5))}, p95 ${time(percentile(values, 0.95))}, max ${time(largest(values))}`;

/** Rows in columns, figures to the right; the first row is the head. */
export const table = (rows: readonly (readonly string[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, at) => largest(rows.map((row) => (row[at] ?? "").length)));
  return rows.map((row) => row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join("  "));
};

/** The first and the last third of what was measured, in its order. */
export const thirds = <T>(values: readonly T[]): { first: T[]; last: T[] } => {
  const size = Math.max(1, Math.floor(values.length / 3));
  return { first: values.slice(0, size), last: values.slice(-size) };
};
