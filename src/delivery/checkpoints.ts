// Names of the moments between two steps where a process may die. Nothing happens at them unless
// a test installs a handler that kills the process: "killed at any instruction" is shown by
// killing it (test/kill), not by arguing.

export const checkpoints = [
  "inbox.received",
  "inbox.stored",
  "inbox.before-effect",
  "inbox.effect-in-transaction",
  "inbox.after-effect",
  "reply.sent-directly",
  "outbox.claimed",
  "outbox.sent-not-marked",
  "outbox.marked",
  "job.claimed",
  "job.ran-in-transaction",
  "job.done",
] as const;

export type Checkpoint = (typeof checkpoints)[number];

let handler: ((name: Checkpoint) => void) | undefined;

export const onCheckpoint = (handle: (name: Checkpoint) => void): void => {
  handler = handle;
};

export const checkpoint = (name: Checkpoint): void => handler?.(name);
