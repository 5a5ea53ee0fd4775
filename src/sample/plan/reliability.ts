// How often an agency is in time, and how that changes over the weeks: what makes rankings move.
import { randomFor } from "../random.ts";
import type { Office } from "./office.ts";

/** Out of a hundred: two months ago and earlier, and now. */
const DEPARTMENTS: Readonly<Record<string, readonly [then: number, now: number]>> = {
  VPUBND: [96, 96],
  SNV: [92, 96],
  STC: [100, 100],
  STP: [90, 94],
  SXD: [90, 55],
  SNNMT: [62, 60],
  SCT: [84, 80],
  SKHCN: [82, 92],
  SVHTTDL: [70, 78],
  SGDĐT: [88, 86],
  SYT: [55, 90],
  SNgV: [100, 100],
  SDTTG: [80, 72],
  TTT: [86, 92],
};

const WEEKS = 9;

/** Most communes are nearly always in time, some often not, a few hardly ever. */
const COMMUNES: readonly (readonly [share: number, inTime: number])[] = [
  [0.55, 98],
  [0.85, 84],
  [1, 58],
];

/** Of a hundred duties due so many weeks ago, how many the agency does in time. */
export const inTimeOf = ({ seed }: Office, code: string, weeksAgo: number): number => {
  const department = DEPARTMENTS[code];
  if (department !== undefined) {
    const [then, now] = department;
    const back = Math.min(WEEKS, Math.max(0, weeksAgo)) / WEEKS;
    return now + (then - now) * back;
  }
  const draw = randomFor(seed, `reliable:${code}`).next();
  return COMMUNES.find(([share]) => draw < share)?.[1] ?? 100;
};
