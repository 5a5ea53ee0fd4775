// Takes a file apart in a thread that is ended when it takes too long or too much.
import { Worker } from "node:worker_threads";
import type { DocumentReader } from "./decide-reader.ts";
import { openLimits } from "./limits.ts";
import type { Opened } from "./open-document.ts";

export type ThreadTask = { bytes: Uint8Array; reader: Exclude<DocumentReader, "txt"> };

const MEGABYTE = 1024 * 1024;
/** Objects of the thread, and with what lies beside them (unpacked streams) of all the process. */
const HEAP_MEGABYTES = 768;
const GROWTH_BYTES = 1_200 * MEGABYTE;
const LOOK_EVERY = 100;

const broken: Opened = { kind: "refused", refusal: "broken" };
/** More than is given to it of time or memory: smaller pieces may be read. */
const tooLarge: Opened = { kind: "refused", refusal: "too-large" };

const outOf = (error: unknown): Opened =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? tooLarge
    : broken;

const openNow = (task: ThreadTask): Promise<Opened> =>
  new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    // Nothing of the process's surroundings: no settings, no options, and not its output.
    const worker = new Worker(new URL("./thread-worker.ts", import.meta.url), {
      workerData: task,
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, stackSizeMb: 4 },
    });
    let ended = false;
    const end = (opened: Opened): void => {
      if (ended) return;
      ended = true;
      clearTimeout(tooLong);
      clearInterval(tooMuch);
      // The next begins when this one's memory is free again.
      worker.terminate().then(
        () => resolve(opened),
        () => resolve(opened),
      );
    };
    const tooLong = setTimeout(() => end(tooLarge), openLimits.milliseconds);
    const tooMuch = setInterval(() => {
      if (process.memoryUsage.rss() - before > GROWTH_BYTES) end(tooLarge);
    }, LOOK_EVERY);
    worker.once("message", end);
    worker.once("error", (error) => end(outOf(error)));
    worker.once("exit", () => end(broken));
  });

let last: Promise<unknown> = Promise.resolve();

/** One file at a time: what a hostile one may take is taken once. */
export const openInThread = (bytes: Uint8Array, reader: ThreadTask["reader"]): Promise<Opened> => {
  const opened = last.then(() => openNow({ bytes, reader }));
  last = opened;
  return opened;
};
