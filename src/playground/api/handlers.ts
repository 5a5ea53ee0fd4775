import type { Backend } from "./backend.ts";
import type { MethodArgs, MethodName, MethodResult } from "./method-types.ts";

/** One call of the bot while it runs; `gone` fires when the client closes the connection. */
export type Call = Backend & { gone: AbortSignal };

/**
 * What each method of the Bot API takes and gives, by `@grammyjs/types`: a handler with a
 * name, an argument or a result that Telegram does not have, does not compile.
 */
export type Handlers = {
  [M in MethodName]: (
    call: Call,
    args: MethodArgs<M>,
  ) => MethodResult<M> | Promise<MethodResult<M>>;
};
