import type { IncomingMessage, ServerResponse } from "node:http";

/** One open window. */
export type Listener = { send: (name: string, id: number, data: string) => void; end: () => void };

/** A window that takes nothing any more would pile up what it is sent. */
const longestPile = 8 * 1024 * 1024;

/** Makes an answer a stream of Server-Sent Events; it ends when the window goes. */
export function openEventStream(
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
  onGone: (listener: Listener) => void,
): Listener {
  response.writeHead(200, { ...headers, "content-type": "text/event-stream; charset=utf-8" });
  response.write("retry: 1000\n\n");
  request.socket.setNoDelay(true);

  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return;
    if (response.writableLength > longestPile) response.destroy();
    else response.write(text);
  };
  const heartbeat = setInterval(() => write(":\n\n"), 15_000).unref();
  const listener: Listener = {
    // JSON has no line breaks of its own: one line of data is all of it.
    send: (name, id, data) => write(`id: ${id}\nevent: ${name}\ndata: ${data}\n\n`),
    end: () => response.end(),
  };
  response.on("close", () => {
    clearInterval(heartbeat);
    onGone(listener);
  });
  return listener;
}
