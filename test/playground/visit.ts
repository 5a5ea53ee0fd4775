import type { Posts, StreamEvents } from "#src/playground/page/contract.ts";
import type { CastMember, House, Person, Playground } from "#src/playground/server.ts";
import { atEnd, openStage, type StageOptions } from "./stage.ts";

const json = { "content-type": "application/json" };

/** What the page asks for and posts, as a browser does. */
export function visit({ url }: Pick<Playground, "url">) {
  const ask = async <T>(path: string, init?: RequestInit) => {
    const response = await fetch(`${url}/playground/${path}`, init);
    const body = (await response.json()) as T;
    return { status: response.status, body };
  };
  const get = <T>(path: string) => ask<T>(path).then(({ body }) => body);
  const post = <K extends keyof Posts>(name: K, body: unknown) =>
    ask<Posts[K]["answer"] & { error?: string }>(name, {
      method: "POST",
      headers: json,
      body: JSON.stringify(body),
    });
  return {
    get,
    post,
    /** The answer of what must work. */
    does: async <K extends keyof Posts>(name: K, body: Posts[K]["body"]) => {
      const answer = await post(name, body);
      if (answer.status !== 200) throw new Error(`${name}: ${JSON.stringify(answer)}`);
      return answer.body as Posts[K]["answer"];
    },
    /** Why it is refused, or what it gave instead. */
    refused: async <K extends keyof Posts>(name: K, body: unknown) => {
      const answer = await post(name, body);
      return answer.status === 400 ? answer.body.error : answer;
    },
    stage: <T>(name: string, data: Buffer | string) =>
      ask<T>(`stage?${new URLSearchParams({ name })}`, {
        method: "POST",
        body: new Uint8Array(Buffer.from(data)),
      }),
  };
}

type Event = {
  [K in keyof StreamEvents]: { id: number; name: K; data: StreamEvents[K] };
}[keyof StreamEvents];

/** One window's stream: what came so far, and what comes. */
export async function openWindow(
  { url }: Pick<Playground, "url">,
  { query = "", headers = {} }: { query?: string; headers?: Record<string, string> } = {},
) {
  const leaving = new AbortController();
  const signal = leaving.signal;
  const response = await fetch(`${url}/playground/stream${query}`, { headers, signal });
  const events: Event[] = [];
  let wake = () => {};
  let isOver = false;

  const listen = async () => {
    let rest = "";
    for await (const chunk of response.body ?? []) {
      rest += Buffer.from(chunk).toString("utf8");
      const blocks = rest.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) events.push(...readEvent(block));
      wake();
    }
  };
  const listening = listen()
    .catch(() => {})
    .finally(() => {
      isOver = true;
      wake();
    });
  atEnd(() => leaving.abort());

  const all = <K extends Event["name"]>(name: K) =>
    events.filter((event): event is Extract<Event, { name: K }> => event.name === name);
  return {
    headers: response.headers,
    events,
    leave: () => leaving.abort(),
    ended: listening,
    all,
    /** Messages in the order in which they came, as they were then. */
    messages: () => all("messages").flatMap(({ data }) => data),
    /** The newest desk that is so, now or later. */
    desk: async (isSo: (desk: StreamEvents["desk"]) => boolean = () => true) => {
      for (;;) {
        const last = all("desk").at(-1)?.data;
        if (last && isSo(last)) return last;
        if (isOver) throw new Error("The stream ended");
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

function readEvent(block: string): Event[] {
  const fields = new Map(
    block.split("\n").map((line) => {
      const at = line.indexOf(":");
      return [line.slice(0, at), line.slice(at + 1).trim()];
    }),
  );
  const data = fields.get("data");
  if (data === undefined) return [];
  return [
    { id: Number(fields.get("id")), name: fields.get("event"), data: JSON.parse(data) } as Event,
  ];
}

/** A house that plants nothing, with Lan and Minh as its cast; Ba is nobody's part. */
export async function openProvince(options: Partial<House> = {}, stageOptions: StageOptions = {}) {
  const cast: CastMember[] = [];
  const house: House = {
    cast,
    clockStops: async () => [],
    moveClock: async () => {},
    reset: async () => {},
    caused: async () => ({ inbox: null, transaction: [], outbox: [] }),
    ...options,
  };
  const stage = await openStage({ house, ...stageOptions });
  const enter = (person: Person, main: boolean) => {
    const name = person.user.first_name;
    cast.push({ id: person.id, about: { vi: `Cán bộ ${name}`, en: `Official ${name}` }, main });
  };
  enter(stage.lan, true);
  enter(stage.minh, false);
  const ba = stage.playground.createUser({ firstName: "Ba" });
  return { ...stage, ...visit(stage.playground), ba };
}
