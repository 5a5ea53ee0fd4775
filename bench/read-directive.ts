// How long the reading of a real programme of 46 KB takes: the first one of a process, then the
// median and the 95th percentile of thirty. A program, on a machine that does nothing else:
//   node bench/read-directive.ts

import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { readDirective } from "#src/directives/read-directive.ts";
import { sharedText } from "#test/shared-data.ts";

const READINGS = 30;
const WARM_UP = 10;

const text = sharedText("directives/chuong-trinh-nam-dinh-2021-2030.txt");
if (text === null) throw new Error("the programme is in the shared folder beside the checkout");

const context = { at: civilDate("2021-09-28"), calendar: makeWorkCalendar(productDayOffs()) };

const once = (): number => {
  const began = performance.now();
  readDirective(text, context);
  return performance.now() - began;
};

const cold = once();
const { drafts } = readDirective(text, context);
for (let left = WARM_UP; left > 0; left--) once();
const times = Array.from({ length: READINGS }, once).sort((a, b) => a - b);
const at = (share: number): string =>
  `${(times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1)} ms`;

const kilobytes = (Buffer.byteLength(text) / 1_000).toFixed(1);
console.log(`${kilobytes} KB, ${text.split("\n").length} lines, ${drafts.length} duties`);
console.log(`first reading of the process  ${cold.toFixed(1)} ms`);
console.log(`median of ${READINGS}                  ${at(0.5)}`);
console.log(`95th percentile               ${at(0.95)}`);
