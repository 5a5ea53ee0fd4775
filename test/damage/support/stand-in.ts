// Starts the stand-in for Telegram as a process of its own (stand-in-process.ts).
import { fork } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import type { StandInOrder, StandInReady } from "./stand-in-process.ts";

const program = path.join(import.meta.dirname, "stand-in-process.ts");

const ready = z.object({
  url: z.string(),
  people: z.array(z.number()),
  groups: z.array(z.number()),
  fileId: z.string(),
});

export type StandIn = StandInReady & { stop: () => Promise<void> };

/** @throws where it ends before it listens */
export const startStandIn = async (order: StandInOrder): Promise<StandIn> => {
  const child = fork(program, [JSON.stringify(order)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    execArgv: [],
  });
  const gone = new Promise<never>((_, reject) => {
    child.once("exit", (code) => reject(new Error(`the stand-in ended: ${code}`)));
  });
  gone.catch(() => undefined);
  const said = new Promise<unknown>((resolve) => child.once("message", resolve));
  const made = ready.parse(await Promise.race([said, gone]));
  return {
    ...made,
    stop: async () => {
      child.kill("SIGKILL");
      await gone.catch(() => undefined);
    },
  };
};
