// Counting: how much of what is there was found, and how much of what was found is there.

export type Count = { right: number; all: number };

export type Tally = { recall: Count; precision: Count };

export type Miss = { what: string; line: number; expected: string; got: string };

export const noTally = (): Tally => ({
  recall: { right: 0, all: 0 },
  precision: { right: 0, all: 0 },
});

export const count = (counted: Count, isRight: boolean): void => {
  counted.all += 1;
  if (isRight) counted.right += 1;
};

/** Of nothing nothing is wrong. */
export const share = ({ right, all }: Count): number => (all === 0 ? 1 : right / all);

const sum = (counts: readonly Count[]): Count => ({
  right: counts.reduce((total, { right }) => total + right, 0),
  all: counts.reduce((total, { all }) => total + all, 0),
});

export const pooled = (tallies: readonly Tally[]): Tally => ({
  recall: sum(tallies.map(({ recall }) => recall)),
  precision: sum(tallies.map(({ precision }) => precision)),
});
