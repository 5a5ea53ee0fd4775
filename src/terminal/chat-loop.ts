import { createInterface } from "node:readline";
import type { Session } from "./session.ts";

export type ChatInput = NodeJS.ReadableStream & { isTTY?: boolean };

/**
 * Reads lines until the end of the input and answers each fully before the next. The prompt is
 * shown to people only: in a pipe nothing but messages is printed.
 */
export const chatLoop = async (
  session: Session,
  input: ChatInput,
  prompt: { text: string; output: NodeJS.WritableStream } | null,
): Promise<void> => {
  await session.printWaiting();
  const lines = createInterface({
    input,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(prompt === null ? {} : { output: prompt.output, prompt: prompt.text }),
    terminal: prompt !== null,
  });
  if (prompt !== null) lines.prompt();
  for await (const line of lines) {
    // An empty line only looks whether something has come.
    if (line.trim() === "") await session.printWaiting();
    else await session.say(line);
    if (prompt !== null) lines.prompt();
  }
};
