// Numeric targets that were found with the right operator, figures, level and year. A label writes
// them as people do: "≥ (giảm)", "tỉnh, huyện 80 %; xã 60 %", "20 /năm → 100 %", "2018 (đến hết năm)".
import type { DraftTarget, Reading } from "#src/directives/reading.ts";
import { fold } from "#src/language/fold.ts";
import type { TargetLabel } from "./labels.ts";
import { type Locate, overlaps, type Place } from "./places.ts";
import { count, type Miss, noTally, type Tally } from "./tally.ts";

type Figure = { value: number; level: string | null };

type Expected = {
  operators: readonly string[];
  figures: readonly Figure[];
  range: readonly [number, number] | null;
  step: { step: number; until: number | null } | null;
  /** Null: the document names no year; undefined: not compared. */
  year: readonly (string | null)[] | undefined;
};

const LEVELS = ["tinh", "huyen", "xa"];
const NUMBER = /\d+(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?/g;

const numberOf = (written: string): number =>
  Number(
    /^\d+(?:\.\d{3})+$/.test(written) ? written.replaceAll(".", "") : written.replace(",", "."),
  );

const numbersIn = (said: string): number[] => (said.match(NUMBER) ?? []).map(numberOf);

const levelsIn = (said: string): string[] =>
  LEVELS.filter((level) => new RegExp(`\\b${level}\\b`).test(fold(said)));

/** "tỉnh, huyện 80 %; xã 60 %": the figure of each level; without levels the figures alone. */
const figuresIn = (said: string): Figure[] => {
  const figures: Figure[] = [];
  let before = "";
  for (const part of said.split(/(\d+(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?)/)) {
    const [value] = numbersIn(part);
    if (value === undefined) {
      before = part;
      continue;
    }
    const levels = levelsIn(before);
    if (levels.length === 0) figures.push({ value, level: null });
    for (const level of levels) figures.push({ value, level });
  }
  return figures;
};

const operatorsOf = (op: string): string[] => {
  const [sign = ""] = /[≥≤><=]|range/i.exec(op.trim().toLowerCase()) ?? [];
  if (/no operator/.test(op)) return ["=", "≥"];
  return sign === "" ? [] : [sign];
};

const yearOf = (by: string | null | undefined): Expected["year"] => {
  const said = by ?? "";
  if (/(?:hàng|hằng|mỗi) (?:tuần|tháng|quý|năm)/i.test(said)) return undefined;
  const year = said.match(/\d{4}/g)?.at(-1);
  if (year === undefined) return [null];
  return /ngay sau/.test(said) ? [year, null] : [year];
};

const expectedOf = ({ op, value, by }: TargetLabel): Expected => {
  // What stands in brackets explains: 100 % ("tất cả"), 1 lần (viết bằng chữ).
  const said = value.replace(/\([^)]*\)/g, " ");
  const operators = operatorsOf(op);
  const [first = Number.NaN, second] = numbersIn(said);
  const escalates = /→|\+/.test(op + said) || /năm\s*→/.test(said);
  return {
    operators,
    figures: figuresIn(said),
    range: operators.includes("range") ? [first, second ?? Number.NaN] : null,
    step: escalates ? { step: first, until: second ?? null } : null,
    year: yearOf(by),
  };
};

const isYear = ({ by }: DraftTarget, years: Expected["year"]): boolean =>
  years === undefined || years.includes(by === null ? null : by.slice(0, 4));

const isLevel = ({ level }: DraftTarget, expected: string | null): boolean =>
  expected === null || (level !== null && levelsIn(level).includes(expected));

/** Whether this target is (a part of) what the label says. */
const fits = (target: DraftTarget, expected: Expected): boolean => {
  // An increase runs through years: which of them its target bears is not compared.
  if (expected.step === null && !isYear(target, expected.year)) return false;
  if (expected.step !== null) {
    const { escalator } = target;
    return escalator?.step === expected.step.step && escalator.until === expected.step.until;
  }
  if (expected.range !== null) {
    const [from, to] = expected.range;
    return target.operator === "range" && target.value === from && target.upTo === to;
  }
  return (
    expected.operators.includes(target.operator) &&
    expected.figures.some(({ value, level }) => target.value === value && isLevel(target, level))
  );
};

/** Whether all that the label says was read. */
const isWhole = (targets: readonly DraftTarget[], expected: Expected): boolean => {
  const fitting = targets.filter((target) => fits(target, expected));
  if (expected.step !== null || expected.range !== null) return fitting.length > 0;
  return expected.figures.every(({ value, level }) =>
    fitting.some((target) => target.value === value && isLevel(target, level)),
  );
};

const worded = ({ operator, value, upTo, unit, level, by, escalator, phrase }: DraftTarget) => {
  const figure = `${operator} ${value}${upTo === null ? "" : `–${upTo}`}${unit}`;
  const step = escalator ? `+${escalator.step} until ${escalator.until}` : null;
  return [figure, level, step, by && `by ${by}`, `“${phrase}”`].filter(Boolean).join(" ");
};

const distinct = (targets: readonly DraftTarget[]): DraftTarget[] => [
  ...new Map(
    targets.map((target) => {
      const { span, operator, value, level } = target;
      return [[span.from, span.to, operator, value, level].join(), target] as const;
    }),
  ).values(),
];

export type TargetScore = { tally: Tally; misses: readonly Miss[] };

/** Each label once, whatever number of levels it has; each target that was read once. */
export const scoreTargets = (
  reading: Reading,
  labels: readonly TargetLabel[],
  locate: Locate,
): TargetScore => {
  const targets = distinct(reading.drafts.flatMap((draft) => draft.targets));
  const tally = noTally();
  const misses: Miss[] = [];
  const placed = labels.map((label): [Place | null, Expected, TargetLabel] => [
    locate(label.line, label.quote),
    expectedOf(label),
    label,
  ]);
  for (const [place, expected, { id, line, quote, op, value, by }] of placed) {
    const here = targets.filter(({ span }) => overlaps(span, place));
    const right = isWhole(here, expected);
    count(tally.recall, right);
    if (right) continue;
    misses.push({
      what: here.length > 0 ? "target misread" : "target missed",
      line,
      expected: `${id} ${op} ${value}, ${by ?? ""} “${quote}”`,
      got: here.map(worded).join("; ") || "no target",
    });
  }
  for (const target of targets) {
    const right = placed.some(
      ([place, expected]) => overlaps(place, target.span) && fits(target, expected),
    );
    count(tally.precision, right);
    if (right) continue;
    const { line } = target.span;
    misses.push({ what: "false target", line, expected: "nothing", got: worded(target) });
  }
  return { tally, misses };
};
