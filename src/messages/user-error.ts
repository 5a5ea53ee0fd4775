import type { Reply } from "./reply.ts";

/**
 * A sentence for the person who wrote: what was understood, what was not, and an example to tap.
 * Anything else that is thrown is a fault of ours: it is logged under a code, and the person
 * sees the code. A UserError undoes the transaction that it is thrown in.
 */
export class UserError extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super("a sentence for the person");
    this.name = "UserError";
    this.reply = reply;
  }
}
