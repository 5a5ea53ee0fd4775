// The thread of growth-program.ts in which texts are read: one that never ends can be ended there.
import { parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { civilDate } from "#src/calendar/civil-date.ts";
import { productDayOffs } from "#src/calendar/product-day-offs.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
import { readDirective } from "#src/directives/read-directive.ts";
import { faultsOf } from "./texts/faults.ts";
import { inputOf } from "./texts/input-of.ts";
import { pathological } from "./texts/pathological.ts";

const { documents, seed } = z
  .object({ documents: z.array(z.string()).min(1), seed: z.number() })
  .parse(workerData);

export type Asked =
  | { kind: "changed"; from: number; to: number }
  | { kind: "long"; name: string; length: number; times: number };

/** What was read, how long the slowest took and what was wrong with it. */
export type Answer = { ms: number; slowest: string; faults: readonly string[]; drafts: number };

const asked = z.union([
  z.object({ kind: z.literal("changed"), from: z.number(), to: z.number() }),
  z.object({
    ...{ kind: z.literal("long"), name: z.string(), length: z.number(), times: z.number() },
  }),
]);

const at = civilDate("2023-02-01");
const calendar = makeWorkCalendar(productDayOffs());

const timed = (text: string) => {
  const began = performance.now();
  const reading = readDirective(text, { at, calendar });
  return { reading, ms: performance.now() - began };
};

const readChanged = (from: number, to: number): Answer => {
  const faults: string[] = [];
  let [ms, slowest, drafts] = [0, "", 0];
  for (let number = from; number < to; number++) {
    const text = inputOf(documents, seed, number);
    const done = timed(text);
    drafts += done.reading.drafts.length;
    faults.push(...faultsOf(text, done.reading).map((fault) => `input ${number}: ${fault}`));
    if (done.ms > ms) [ms, slowest] = [done.ms, `input ${number}, ${text.length} characters`];
  }
  return { ms, slowest, faults, drafts };
};

/** The quickest of some times: what else the machine did meanwhile is no fault of the reader. */
const readLong = (name: string, length: number, times: number): Answer => {
  const text = pathological.find((one) => one.name === name)?.make(length) ?? "";
  const all = Array.from({ length: times }, () => timed(text));
  const drafts = all[0]?.reading.drafts.length ?? 0;
  return { ms: Math.min(...all.map(({ ms }) => ms)), slowest: name, faults: [], drafts };
};

parentPort?.on("message", (message: unknown) => {
  const ask = asked.parse(message);
  const answer =
    ask.kind === "changed"
      ? readChanged(ask.from, ask.to)
      : readLong(ask.name, ask.length, ask.times);
  parentPort?.postMessage(answer);
});
