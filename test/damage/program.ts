// What a program that does damage is: it harms the running product, then counts what is left.

/** One thing that must hold, and what was found. */
export type Verdict = { holds: boolean; what: string; found: string };

export type DamageOptions = {
  /** The whole form; the short form is for every run of CI. */
  full: boolean;
  /** What is random follows from it: the same seed does the same damage. */
  seed: number;
  /** A line for whoever watches. */
  say: (line: string) => void;
};

export type DamageProgram = {
  /** As typed: `npm run damage -- kill`. */
  name: string;
  /** What it does, and what its full form adds, in one line. */
  summary: string;
  /** It needs a PostgreSQL server (DONDOC_TEST_DATABASE_URL). */
  needsServer?: boolean;
  /** Figures are verdicts too: what was measured stands in `found`. @throws what it could not do */
  run: (options: DamageOptions) => Promise<Verdict[]>;
};

export const verdict = (holds: boolean, what: string, found: string): Verdict => ({
  holds,
  what,
  found,
});
