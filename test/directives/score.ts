// How well a reading agrees with the labels of its document. Pure: what is counted where stands in
// scoring/: expected.ts (what the kinds of the labels mean), deadlines.ts, leads.ts, targets.ts,
// false-dates.ts. A label belongs to the draft whose deadline's words, or else whose text, stand
// where its quote stands.
import type { Reading } from "#src/directives/reading.ts";
import { scoreDeadlines } from "./scoring/deadlines.ts";
import { falseDates } from "./scoring/false-dates.ts";
import { scoreHead } from "./scoring/head.ts";
import type { Labelled } from "./scoring/labels.ts";
import { scoreLeads } from "./scoring/leads.ts";
import { locator } from "./scoring/places.ts";
import { type Miss, pooled, type Tally } from "./scoring/tally.ts";
import { scoreTargets } from "./scoring/targets.ts";

export const MEASURES = ["deadlines found", "deadlines read", "leads", "targets"] as const;
export type Measure = (typeof MEASURES)[number];

export type Score = {
  tallies: Readonly<Record<Measure, Tally>>;
  /** Negatives and cited dates that became deadlines; findings that became duties. */
  falseDates: number;
  negatives: number;
  misses: readonly Miss[];
};

/** `text` is what was read: the labelled text, or the same document out of another file. */
export const scoreReading = (labelled: Labelled, text: string, reading: Reading): Score => {
  const locate = locator(labelled.text, text);
  const deadlines = scoreDeadlines(reading, labelled.deadlines, locate);
  const leads = scoreLeads(deadlines.matched);
  const targets = scoreTargets(reading, labelled.targets, locate);
  const strays = falseDates(text, reading, labelled.negatives, locate);
  const head = labelled.document === null ? [] : scoreHead(labelled.document, reading.document);
  return {
    tallies: {
      "deadlines found": deadlines.found,
      "deadlines read": deadlines.read,
      leads: leads.tally,
      targets: targets.tally,
    },
    falseDates: strays.length,
    negatives: labelled.negatives.length,
    misses: [...strays, ...deadlines.misses, ...leads.misses, ...targets.misses, ...head],
  };
};

/** Several documents as one. */
export const pooledScore = (scores: readonly Score[]): Score => {
  const of = (measure: Measure): Tally => pooled(scores.map(({ tallies }) => tallies[measure]));
  return {
    tallies: {
      "deadlines found": of("deadlines found"),
      "deadlines read": of("deadlines read"),
      leads: of("leads"),
      targets: of("targets"),
    },
    falseDates: scores.reduce((sum, one) => sum + one.falseDates, 0),
    negatives: scores.reduce((sum, one) => sum + one.negatives, 0),
    misses: scores.flatMap(({ misses }) => misses),
  };
};
