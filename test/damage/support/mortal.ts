// A bot that may be killed at any moment: whenever it was, another process takes its place at
// once, on the same database. Says how long each start took.
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Asked, BotOrder, BotStats, Told } from "./bot-process.ts";

const program = path.join(import.meta.dirname, "bot-process.ts");

/** A line of the bot's log. */
export type LogLine = { level: string; msg: string; [field: string]: unknown };

export type MortalOptions = {
  order: Omit<BotOrder, "now" | "dieAt">;
  /** The civil clock of each new process, epoch ms; the machine's where it is left out. */
  now?: () => number;
  /** Where each new process is to die by itself, by how many died before it. */
  dieAt?: (deaths: number) => BotOrder["dieAt"];
  /** For Node: ["--expose-gc"]. */
  execArgv?: string[];
  onLog?: (line: LogLine) => void;
};

export type Mortal = {
  /** Kills what runs now with SIGKILL; another is started. False where one was just dying. */
  kill: () => boolean;
  deaths: () => number;
  /** Resolves when a living process is at work. @throws where one ended by itself */
  alive: () => Promise<void>;
  /** Real ms from each fork to being at work, in their order; those killed before are not there. */
  starts: () => readonly number[];
  /** When (performance.now()) the present process was forked. */
  forkedAt: () => number;
  pid: () => number | undefined;
  /** Moves the civil clock and lets happen what lies between; false where it died on the way. */
  moveTo: (moment: Date) => Promise<boolean>;
  /** Runs the slots that are due, as it does every minute; false where it died on the way. */
  runDue: () => Promise<boolean>;
  /** Messages were queued behind its back. */
  wake: () => Promise<void>;
  /** @throws where it died before it could answer */
  stats: () => Promise<BotStats>;
  stop: () => Promise<void>;
  /** Ends it however it is: for the end of a program that failed. */
  end: () => void;
};

type Question = Asked extends infer Each ? (Each extends Asked ? Omit<Each, "id"> : never) : never;

/** One process: asked over IPC, until it dies. */
const makeProcess = (order: BotOrder, { execArgv = [], onLog }: MortalOptions) => {
  const child: ChildProcess = fork(program, [JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    execArgv,
  });
  const forkedAt = performance.now();
  const waiting = new Map<number, (told: Exclude<Told, "ready"> | null) => void>();
  let asked = 0;
  const ready = Promise.withResolvers<number | null>();
  const gone = Promise.withResolvers<{ code: number | null; signal: string | null }>();
  child.on("message", (told: Told) => {
    if (told === "ready") ready.resolve(performance.now() - forkedAt);
    else waiting.get(told.id)?.(told);
  });
  child.once("exit", (code, signal) => {
    ready.resolve(null);
    for (const settle of waiting.values()) settle(null);
    gone.resolve({ code, signal });
  });
  // What is sent to a process that just died is lost with it.
  child.on("error", () => undefined);
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on("line", (text) => {
      if (text.startsWith("{")) onLog?.(JSON.parse(text) as LogLine);
      else console.error(text);
    });
  }
  return {
    child,
    forkedAt,
    ready: ready.promise,
    gone: gone.promise,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    /** Null where it died first. @throws what it threw */
    ask: async (question: Question): Promise<Exclude<Told, "ready"> | null> => {
      if ((await ready.promise) === null) return null;
      asked += 1;
      const id = asked;
      const told = await new Promise<Exclude<Told, "ready"> | null>((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(null);
        waiting.set(id, resolve);
        child.send({ id, ...question }, () => undefined);
      });
      waiting.delete(id);
      if (told?.error !== undefined) throw new Error(told.error);
      return told;
    },
  };
};

/** Starts it; `stop` ends it for good. Nothing of it is left running but by a kill of the parent. */
export const startMortal = (options: MortalOptions): Mortal => {
  const starts: number[] = [];
  let deaths = 0;
  let stopping = false;
  let broken: Error | undefined;

  const spawn = (): ReturnType<typeof makeProcess> => {
    const now = options.now?.();
    const dieAt = options.dieAt?.(deaths);
    const order = {
      ...options.order,
      ...(now === undefined ? {} : { now }),
      ...(dieAt === undefined ? {} : { dieAt }),
    };
    const made = makeProcess(order, options);
    void made.ready.then((ms) => ms !== null && starts.push(ms));
    void made.gone.then(({ code, signal }) => {
      if (stopping) return;
      if (signal !== "SIGKILL") {
        broken = new Error(`the bot ended by itself: code ${code}, signal ${signal}`);
        return;
      }
      deaths += 1;
      current = spawn();
    });
    return made;
  };
  let current = spawn();
  const killLast = (): void => void current.child.kill("SIGKILL");
  process.once("exit", killLast);

  const alive = async (): Promise<void> => {
    for (;;) {
      if (broken !== undefined) throw broken;
      const waitedFor = current;
      const started = await waitedFor.ready;
      if (started !== null && waitedFor === current && waitedFor.isAlive()) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  return {
    kill: () => current.isAlive() && current.child.kill("SIGKILL"),
    deaths: () => deaths,
    alive,
    starts: () => starts,
    forkedAt: () => current.forkedAt,
    pid: () => current.child.pid,
    moveTo: async (moment) => {
      await alive();
      return (await current.ask({ ask: "moveTo", moment: moment.getTime() })) !== null;
    },
    runDue: async () => {
      await alive();
      return (await current.ask({ ask: "runDue" })) !== null;
    },
    wake: async () => {
      await current.ask({ ask: "wake" });
    },
    stats: async () => {
      const told = await current.ask({ ask: "stats" });
      if (told?.answer === undefined) throw new Error("the bot died before it told its figures");
      return told.answer;
    },
    stop: async () => {
      await alive();
      stopping = true;
      await current.ask({ ask: "stop" });
      await current.gone;
      process.off("exit", killLast);
    },
    end: () => {
      stopping = true;
      killLast();
      process.off("exit", killLast);
    },
  };
};
