// The page's side of the contract: typed requests. An error is an Error with the server's sentence.
import type { Behind, History, Menu, Posts, Staged } from "../page/contract.ts";

async function answerOf<T>(response: Response): Promise<T> {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? response.statusText);
  return body;
}

const get = async <T>(path: string, query: Record<string, string | number>): Promise<T> => {
  const search = new URLSearchParams(
    Object.entries(query).map(([key, value]) => [key, String(value)]),
  );
  return answerOf(await fetch(`/playground/${path}?${search}`));
};

/** @throws Error with what the server says is wrong */
export const post = async <K extends keyof Posts>(
  name: K,
  body: Posts[K]["body"],
): Promise<Posts[K]["answer"]> =>
  answerOf(
    await fetch(`/playground/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

export const stageFile = async (file: File): Promise<Staged> =>
  answerOf(
    await fetch(`/playground/stage?${new URLSearchParams({ name: file.name })}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    }),
  );

/** The newest messages before a place in the chat; without `before`, the newest of all. */
export const loadHistory = (chat: number, before?: number, limit = 60): Promise<History> =>
  get("history", { chat, limit, ...(before === undefined ? {} : { before }) });

export const loadMenu = (person: number, chat: number): Promise<Menu> =>
  get("commands", { person, chat });

export const loadBehind = (message: string): Promise<Behind> => get("behind", { message });
