import type { IncomingMessage, ServerResponse } from "node:http";

import { BotApiError } from "../api-error.ts";
import { readBody } from "../http/body.ts";
import { sendJson } from "../http/respond.ts";
import { pageHtml } from "../page.ts";
import { Refused } from "../refused.ts";
import { serveAsset } from "./assets.ts";
import { openEventStream } from "./event-stream.ts";
import { gets } from "./gets.ts";
import { pageHeaders } from "./headers.ts";
import { sendFile, sendPicture } from "./kept-files.ts";
import type { Page } from "./page.ts";
import { posts } from "./posts.ts";

/** A request of the page, answered; false: nothing of the page stands there. */
export async function servePage(
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const { pathname } = url;
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && pathname === "/") {
    response.writeHead(200, { ...pageHeaders, "content-type": "text/html; charset=utf-8" });
    response.end(pageHtml);
    return true;
  }
  if (isRead && (await serveAsset(request, response, pathname))) return true;
  if (!pathname.startsWith("/playground/")) return false;

  const name = pathname.slice("/playground/".length);
  const { world } = page.playing.backend;
  if (!isRead) await answer(response, () => write(page, request, name, url.searchParams));
  else if (name === "stream" && request.method === "GET")
    openStream(page, request, response, url.searchParams);
  else if (name.startsWith("files/")) sendFile(world, response, name.slice("files/".length));
  else if (name.startsWith("photos/")) sendPicture(world, response, name.slice("photos/".length));
  else await answer(response, () => read(page, name, url.searchParams));
  return true;
}

/** JSON of the page. A wrong request is 400 with the reason in `error`. */
async function answer(response: ServerResponse, run: () => unknown) {
  try {
    const result = await run();
    if (result === undefined) sendJson(response, 404, { error: "Not Found" });
    else sendJson(response, 200, result);
  } catch (error) {
    sendJson(response, 400, { error: reasonOf(error) });
  }
}

function read(page: Page, name: string, query: URLSearchParams) {
  return Object.hasOwn(gets, name) ? gets[name]?.(page, query) : undefined;
}

const longestJson = 64 * 1024;

const isPost = (name: string): name is keyof typeof posts => Object.hasOwn(posts, name);

async function write(page: Page, request: IncomingMessage, name: string, query: URLSearchParams) {
  if (request.method !== "POST") throw new Refused("Only GET and POST are answered");
  if (name === "stage") {
    const data = await readBody(request, page.playing.backend.limits.uploadBytes);
    return page.staged.add(query.get("name") ?? "", data);
  }
  const body = await readBody(request, longestJson);
  if (!isPost(name)) return undefined;
  // A page of another site can't send this type without asking first.
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? "")) {
    throw new Refused("The body must be application/json");
  }
  return posts[name](page, body);
}

/** What a person may know of an error; the rest is for the log. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof BotApiError) return error.description;
  console.error("Playground:", error);
  return "That did not work; the log of the playground says why";
}

function openStream(
  { hub, stops }: Page,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
) {
  const asked = request.headers["last-event-id"] ?? query.get("since");
  const since = /^\d{1,15}$/.test(String(asked)) ? Number(asked) : undefined;
  hub.welcome(openEventStream(request, response, pageHeaders, hub.leave), since);
  stops.refresh();
}
