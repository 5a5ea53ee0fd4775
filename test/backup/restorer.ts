// A restore in a process of its own, that kills itself (SIGKILL) at one of its steps, or is killed.
import { type RestoreStep, restore } from "#src/backup/restore.ts";
import type { DatabaseTarget } from "#src/database/open.ts";

export type RestoreOrder = {
  file: string;
  target: DatabaseTarget;
  replace: boolean;
  dieAt: RestoreStep | null;
};

const { dieAt, ...asked } = JSON.parse(process.argv[2] ?? "{}") as RestoreOrder;

process.send?.("began");
await restore({
  ...asked,
  untouched: false,
  jobs: [],
  now: new Date(),
  step: async (step) => {
    process.send?.(step);
    if (step === dieAt) process.kill(process.pid, "SIGKILL");
  },
});
process.send?.("done");
process.disconnect?.();
