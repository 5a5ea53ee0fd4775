import type { Reply } from "./reply.ts";

/** A command of which one thing is still missing: what is typed next goes between the two. */
export type HalfSaid = {
  command: string;
  missing: "task" | "agency";
  before: string;
  after: string;
};

/**
 * A sentence for the person who wrote: what was understood, what was not, and an example to tap.
 * Anything else that is thrown is a fault of ours: it is logged under a code, and the person
 * sees the code. A UserError undoes the transaction that it is thrown in.
 */
export class UserError extends Error {
  readonly reply: Reply;
  readonly half: HalfSaid | undefined;

  constructor(reply: Reply, half?: HalfSaid) {
    super("a sentence for the person");
    this.name = "UserError";
    this.reply = reply;
    this.half = half;
  }
}
