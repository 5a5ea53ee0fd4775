// Somebody passed a message on without a word: it is asked what for. Its text goes along with the
// tap, verbatim.
import { type Button, type Reply, say } from "#src/messages/reply.ts";
import * as words from "#src/messages/words/quoted.ts";
import { may } from "#src/people/permissions.ts";
import type { Command, Request } from "./request.ts";

/** `about`: what can be done about a task that the text names. Null where there is nothing to tap. */
export const forwardedForWhat = (
  request: Request,
  usable: readonly Command[],
  about: Reply | null,
): Reply | null => {
  const { language, actor, args } = request;
  const label = may(actor, "register task")
    ? words.makeTask(language)
    : words.proposeTask(language);
  const giao: Button[][] = usable.some(({ name }) => name === "giao")
    ? [[{ label, command: `/giao nguyen van: ${args}` }]]
    : [];
  const buttons = [...giao, ...(about?.buttons ?? [])];
  if (buttons.length === 0) return null;
  return { ...say(words.forwardedForWhat(language)), buttons };
};
