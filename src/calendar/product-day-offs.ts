import { readFileSync } from "node:fs";
import { type DayOff, readDayOffs } from "./day-offs.ts";

const FILE = new URL("./holidays.csv", import.meta.url);

/** The days off and make-up days that ship with the product. @throws Error if the file is broken. */
export function productDayOffs(): DayOff[] {
  const { dayOffs, errors } = readDayOffs(readFileSync(FILE, "utf8"));
  const [first] = errors;
  if (first) throw new Error(`holidays.csv, line ${first.line}: ${first.problem} "${first.value}"`);
  return dayOffs;
}
