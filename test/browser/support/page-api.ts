// The page's endpoints without a browser: what a test needs to see or do beside the windows.
import type { Desk, History, MessageView, Posts } from "#src/playground/page/contract.ts";

const answerOf = async <T>(response: Response): Promise<T> => {
  const body = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${body.error ?? response.statusText}`);
  return body;
};

export const post = async <K extends keyof Posts>(
  url: string,
  name: K,
  body: Posts[K]["body"],
): Promise<Posts[K]["answer"]> =>
  answerOf(
    await fetch(`${url}/playground/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

export const history = async (url: string, chat: number, limit = 60): Promise<MessageView[]> => {
  const found = await fetch(`${url}/playground/history?chat=${chat}&limit=${limit}`);
  const { messages } = await answerOf<History>(found);
  return messages.filter(({ deleted }) => !deleted);
};

/** Server-Sent Events of the page's stream, as they come. */
async function* events(url: string, signal: AbortSignal) {
  const response = await fetch(`${url}/playground/stream`, { signal });
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const whole = text.split("\n\n");
    text = whole.pop() ?? "";
    for (const event of whole) {
      const field = (name: string) =>
        event
          .split("\n")
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).trim())
          .join("\n");
      yield { name: field("event"), data: field("data") };
    }
  }
}

const LONGEST_MS = 120_000;

/** The first desk that fits. @throws when none comes */
export const untilDesk = async (url: string, fits: (desk: Desk) => boolean): Promise<Desk> => {
  const watching = new AbortController();
  const signal = AbortSignal.any([watching.signal, AbortSignal.timeout(LONGEST_MS)]);
  try {
    for await (const { name, data } of events(url, signal)) {
      if (name !== "desk") continue;
      const desk: Desk = JSON.parse(data);
      if (fits(desk)) return desk;
    }
    throw new Error("the stream ended");
  } finally {
    watching.abort();
  }
};
