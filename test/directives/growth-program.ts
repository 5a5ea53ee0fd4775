// Reads a hundred thousand random and mutated documents, each of which must be read within seconds
// and without a fault, then what makes careless readers slow at 10,000, 100,000 and 1,000,000
// characters: the worst time of each length and how it grows. A program:
//   node test/directives/growth-program.ts [inputs] [--seed N] [--growth | --changed | --show NUMBER]
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { sharedText } from "#test/shared-data.ts";
import type { Answer, Asked } from "./growth-worker.ts";
import { inputOf } from "./texts/input-of.ts";
import { pathological } from "./texts/pathological.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "2026" },
    growth: { type: "boolean", default: false },
    changed: { type: "boolean", default: false },
    show: { type: "string" },
  },
});
const inputs = Number(positionals[0] ?? 100_000);
const LENGTHS = [10_000, 100_000, 1_000_000];
const BATCH = 200;
/** No single text may take longer; a batch of short ones neither. */
const HANGS_AFTER_MS = 60_000;
const MOST_SHOWN = 10;

const REAL = [
  "chi-thi-thanh-hoa-2018",
  "chuong-trinh-nam-dinh-2021-2030",
  "ket-luan-quang-nam-2024",
];
const documents = [
  ...globSync("samples/*.txt", { cwd: import.meta.dirname }).map((file) =>
    readFileSync(path.join(import.meta.dirname, file), "utf8"),
  ),
  ...REAL.map((name) => sharedText(`directives/${name}.txt`)).filter((text) => text !== null),
];

if (values.show !== undefined) {
  console.log(inputOf(documents, Number(values.seed), Number(values.show)));
  process.exit(0);
}

const start = (): Worker =>
  new Worker(new URL("./growth-worker.ts", import.meta.url), {
    workerData: { documents, seed: Number(values.seed) },
  });

let worker = start();

/** Null for what hung or broke: then a new thread goes on. */
const ask = async (asked: Asked): Promise<Answer | null> => {
  const { promise, resolve } = Promise.withResolvers<Answer | null>();
  const broke = (error: Error): void => {
    console.log(`  BROKE: ${error.stack}`);
    resolve(null);
  };
  worker.once("message", resolve);
  worker.once("error", broke);
  const timer = setTimeout(() => resolve(null), HANGS_AFTER_MS);
  worker.postMessage(asked);
  const answer = await promise;
  clearTimeout(timer);
  worker.removeListener("message", resolve);
  worker.removeListener("error", broke);
  if (answer === null) {
    await worker.terminate();
    worker = start();
  }
  return answer;
};

let failed = false;
const fail = (line: string): void => {
  failed = true;
  console.log(line);
};

/** Of a batch that did not end, the one at which it stopped. */
const firstUnread = async (from: number, to: number): Promise<number> => {
  for (let number = from; number < to; number++) {
    if ((await ask({ kind: "changed", from: number, to: number + 1 })) === null) return number;
  }
  return to;
};

const readChanged = async (): Promise<void> => {
  const began = performance.now();
  let [worst, slowest, drafts] = [0, "", 0];
  const faults: string[] = [];
  for (let from = 0; from < inputs; from += BATCH) {
    const to = Math.min(from + BATCH, inputs);
    const answer = await ask({ kind: "changed", from, to });
    if (answer === null) {
      const number = await firstUnread(from, to);
      fail(`input ${number}: not read within ${HANGS_AFTER_MS / 1_000} s, or broken`);
      continue;
    }
    drafts += answer.drafts;
    faults.push(...answer.faults);
    if (answer.ms > worst) [worst, slowest] = [answer.ms, answer.slowest];
  }
  for (const fault of faults.slice(0, MOST_SHOWN)) console.log(`  ${fault}`);
  if (faults.length > 0) fail(`${faults.length} faults`);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(
    `${inputs} random and mutated texts of ${documents.length} documents in ${seconds} s`,
  );
  console.log(`  ${drafts} duties read; the slowest took ${worst.toFixed(1)} ms (${slowest})`);
};

type Curve = { name: string; ms: readonly number[] };

/** By which power of the length the time grows: 1 is linear. */
const exponent = (shorter: number, longer: number): number => Math.log10(longer / shorter);

const row = ({ name, ms }: Curve): string => {
  const [, middle = 0, last = 0] = ms;
  const times = ms.map((each) => `${each.toFixed(1)} ms`.padStart(12)).join("");
  return `  ${name.padEnd(46)}${times}${exponent(middle, last).toFixed(2).padStart(8)}`;
};

const readLong = async (): Promise<void> => {
  await ask({ kind: "changed", from: 0, to: BATCH });
  const curves: Curve[] = [];
  for (const { name } of pathological) {
    const ms: number[] = [];
    for (const length of LENGTHS) {
      const answer = await ask({ kind: "long", name, length, times: length > 100_000 ? 1 : 3 });
      if (answer === null) {
        fail(`${name}: ${length} characters not read within ${HANGS_AFTER_MS / 1_000} s`);
        break;
      }
      ms.push(answer.ms);
    }
    if (ms.length === LENGTHS.length) curves.push({ name, ms });
  }
  const slowest = curves.sort((a, b) => (b.ms.at(-1) ?? 0) - (a.ms.at(-1) ?? 0));
  const names = LENGTHS.map((length) => String(length).padStart(12)).join("");
  console.log(`  ${"characters".padEnd(46)}${names}  growth`);
  for (const curve of slowest.slice(0, MOST_SHOWN)) console.log(row(curve));
  const worst = LENGTHS.map((_, at) => Math.max(...curves.map(({ ms }) => ms[at] ?? 0)));
  console.log(row({ name: `the worst of ${curves.length} kinds`, ms: worst }));
};

if (!values.growth) await readChanged();
if (!values.changed) await readLong();
await worker.terminate();
process.exit(failed ? 1 : 0);
