// Keeps a bot process alive: whenever it was killed another takes its place, on the same database.
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { BotOrder } from "./bot-process.ts";

const program = path.join(import.meta.dirname, "bot-process.ts");

export type MortalBot = {
  deaths: () => number;
  /** Resolves when a living process is at work. */
  alive: () => Promise<void>;
  moveTo: (moment: Date) => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * `hitOf(generation)` says at which time of the checkpoint that generation dies; null = never.
 * `now` is the civil clock for each new process.
 */
export const startMortalBot = async (
  order: Omit<BotOrder, "now" | "dieAt">,
  checkpoint: string,
  hitOf: (generation: number) => number | null,
  now: () => Date,
): Promise<MortalBot> => {
  let generation = 0;
  let child: ChildProcess;
  let ready: Promise<void>;
  let stopping = false;
  let broken: Error | undefined;

  const spawn = (): void => {
    const hit = hitOf(generation);
    const dieAt = hit === null ? null : { name: checkpoint, hit };
    const full: BotOrder = { ...order, now: now().getTime(), dieAt };
    const started = fork(program, [JSON.stringify(full)], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      execArgv: [],
    });
    child = started;
    ready = new Promise((resolve) => {
      started.on("message", (message) => message === "ready" && resolve());
      started.once("exit", () => resolve());
    });
    started.once("exit", (code, signal) => {
      if (stopping) return;
      if (signal !== "SIGKILL") {
        broken = new Error(`the bot ended by itself: code ${code}, signal ${signal}`);
        return;
      }
      generation += 1;
      spawn();
    });
  };
  spawn();

  const alive = async (): Promise<void> => {
    for (;;) {
      if (broken !== undefined) throw broken;
      const waitedFor = child;
      await ready;
      if (waitedFor === child && waitedFor.exitCode === null && waitedFor.signalCode === null) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  return {
    deaths: () => generation,
    alive,
    moveTo: async (moment) => {
      await alive();
      const moving = child;
      const moved = new Promise<void>((resolve) => {
        moving.on("message", (message) => message === "moved" && resolve());
        // Killed on the way: its successor starts at the new moment and makes the slot up.
        moving.once("exit", () => resolve());
      });
      moving.send({ moveTo: moment.getTime() });
      await moved;
      await alive();
    },
    stop: async () => {
      await alive();
      stopping = true;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.send({ stop: true });
      await gone;
    },
  };
};
