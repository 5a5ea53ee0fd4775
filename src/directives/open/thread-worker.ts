// The other side of thread.ts: opens one file and ends.
import { parentPort, workerData } from "node:worker_threads";
import { NotOpened } from "./not-opened.ts";
import type { Opened } from "./open-document.ts";
import type { ThreadTask } from "./thread.ts";

const open = async ({ bytes, reader }: ThreadTask): Promise<Opened> => {
  // Each is loaded alone: together they take half a second to start.
  if (reader === "docx") return (await import("./open-word.ts")).openWord(bytes);
  return (await import("./open-pdf.ts")).openPdf(bytes);
};

const opened = await open(workerData).catch((error: unknown): Opened => {
  const refusal = error instanceof NotOpened ? error.refusal : "broken";
  return { kind: "refused", refusal };
});
parentPort?.postMessage(opened);
