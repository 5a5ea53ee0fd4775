// Who leads: the sentence's own subject, else the heading above, else whom the document distributes
// its areas to, else everybody whom it addresses.
import { type AgencyList, agencyListAt, verbatim } from "#src/language/agency-phrases.ts";
import { type Source, tokenize } from "#src/language/tokens.ts";
import type { LeadSource } from "./reading.ts";

/** `names` of one agency each; of a group the one phrase that names it. */
export type Lead = {
  names: readonly string[];
  every: boolean;
  source: LeadSource;
  sure: number;
};

export const NOBODY: Lead = { names: [], every: false, source: "nobody", sure: 0 };

const SURE: Readonly<Record<LeadSource, number>> = {
  sentence: 0.98,
  heading: 0.97,
  distribution: 0.8,
  address: 0.85,
  nobody: 0,
};

/** A list as a lead: with a group in it, all together are a group. */
export function leadOf({ items, from, next }: AgencyList, source: Source, kind: LeadSource): Lead {
  const every = items.some(({ group }) => group);
  const names = every
    ? [verbatim(source, from, next).replace(/^[,;\s]+|[,;:\s]+$/gu, "")]
    : [...new Set(items.map(({ name }) => name))];
  return { names, every, source: kind, sure: SURE[kind] };
}

/** Words that name agencies and say nothing else: a cell, a field. Null where they name none. */
export function leadOfWords(text: string): Lead | null {
  const source = tokenize(text);
  const list = agencyListAt(source, 0);
  return list === null ? null : leadOf(list, source, "sentence");
}

export const handedDown = (lead: Lead): Lead =>
  lead.source === "sentence" ? { ...lead, source: "heading", sure: SURE.heading } : lead;
