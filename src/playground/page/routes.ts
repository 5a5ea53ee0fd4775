import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname } from "node:path";

import { readBody } from "../http/body.ts";
import { sendJson } from "../http/respond.ts";
import { contentSecurityPolicy, pageHtml } from "../page.ts";
import type { Playing } from "../people/sent-message.ts";
import { fileBytes, findFile } from "../state/files.ts";
import { clockNow, type MoveClock, moveClockTo } from "./clock.ts";
import { listChats, listMessages, listPersons } from "./read.ts";
import { sayHere, tapHere, uploadHere } from "./write.ts";

const pageHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

const assets: Record<string, string> = {
  "app.js": "text/javascript; charset=utf-8",
  "app.css": "text/css; charset=utf-8",
};

/** Serves `/` and `/playground/…`; false: not such a path. */
export async function servePage(
  playing: Playing,
  moveClock: MoveClock,
  request: IncomingMessage,
  response: ServerResponse,
  { pathname, searchParams }: URL,
): Promise<boolean> {
  if (pathname === "/") {
    send(response, "text/html; charset=utf-8", pageHtml);
    return true;
  }
  if (!pathname.startsWith("/playground/")) return false;

  const name = pathname.slice("/playground/".length);
  const type = assets[name];
  if (type) send(response, type, readFileSync(new URL(name, import.meta.url)));
  else if (name.startsWith("files/")) sendFile(playing, response, name.slice("files/".length));
  else await control(playing, moveClock, request, response, name, searchParams);
  return true;
}

/** JSON endpoints of the page. A wrong request is 400 with the reason in `error`. */
async function control(
  playing: Playing,
  moveClock: MoveClock,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  query: URLSearchParams,
) {
  const isPost = request.method === "POST";
  try {
    const result = isPost
      ? await write(playing, moveClock, request, name, query)
      : read(playing, name, query);
    if (result === undefined) sendJson(response, 404, { error: "Not Found" });
    else sendJson(response, 200, result);
  } catch (error) {
    sendJson(response, 400, { error: (error as Error).message });
  }
}

function read(playing: Playing, name: string, query: URLSearchParams) {
  const { world } = playing.backend;
  const number = (key: string) => Number(query.get(key) ?? 0);
  if (name === "persons") return listPersons(world);
  if (name === "chats") return listChats(world, number("person"));
  if (name === "messages") {
    return listMessages(world, number("person"), number("chat"), number("since"));
  }
  return name === "clock" ? clockNow(world) : undefined;
}

async function write(
  playing: Playing,
  moveClock: MoveClock,
  request: IncomingMessage,
  name: string,
  query: URLSearchParams,
) {
  const body = await readBody(request, playing.backend.limits.uploadBytes);
  if (name === "upload") return uploadHere(playing, query, body);

  // A page of another site can't send this type without asking first.
  if (!/^application\/json/i.test(request.headers["content-type"] ?? "")) {
    throw new Error("The body must be application/json");
  }
  const fields = JSON.parse(body.toString("utf8")) as Record<string, unknown>;
  if (name === "say") return sayHere(playing, fields);
  if (name === "tap") return tapHere(playing, fields);
  return name === "clock" ? moveClockTo(playing.backend.world, moveClock, fields) : undefined;
}

function send(response: ServerResponse, type: string, body: string | Buffer) {
  response.writeHead(200, { ...pageHeaders, "content-type": type });
  response.end(body);
}

/** Always a download: an HTML file that somebody sent must not run here. */
function sendFile({ backend: { world } }: Playing, response: ServerResponse, id: string) {
  const file = findFile(world, id);
  const data = file && fileBytes(world, file);
  if (!file || !data) return sendJson(response, 404, { error: "Not Found" });
  const name = encodeURIComponent(file.name) || `file${extname(file.path)}`;
  response.writeHead(200, {
    ...pageHeaders,
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
  });
  response.end(data);
}
