import type { IncomingMessage, ServerResponse } from "node:http";

import type { Backend } from "../api/backend.ts";
import { failure, runCall } from "../api/dispatch.ts";
import { unauthorized } from "../api-error.ts";
import { fileBytes, findFileByPath } from "../state/files.ts";
import { readCallArguments } from "./body.ts";
import { sendJson } from "./respond.ts";

/** Room beside the file itself: the other fields and the multipart frame. */
const frameBytes = 1024 * 1024;

/** Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`; false: not such a path. */
export async function serveBot(
  backend: Backend,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const call = /^\/bot([^/]+)\/([^/]+)\/?$/.exec(url.pathname);
  if (call) {
    const [, token = "", method = ""] = call;
    await serveCall(backend, request, response, { token, method, query: url.searchParams });
    return true;
  }

  const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
  if (!file) return false;
  const [, token = "", path = ""] = file;
  if (isToken(backend, token)) serveFile(backend, response, path);
  else sendJson(response, 401, failure(unauthorized()));
  return true;
}

type CallPath = { token: string; method: string; query: URLSearchParams };

async function serveCall(
  backend: Backend,
  request: IncomingMessage,
  response: ServerResponse,
  { token, method, query }: CallPath,
) {
  if (!isToken(backend, token)) return sendJson(response, 401, failure(unauthorized()));

  const gone = new AbortController();
  response.on("close", () => gone.abort());
  const longest = backend.limits.uploadBytes + frameBytes;
  const raw = await readCallArguments(request, query, longest).catch(failure);
  if ("ok" in raw) return sendJson(response, raw.ok ? 200 : raw.error_code, raw);

  const answer = await runCall(backend, method, raw, gone.signal);
  if (answer.kind === "reset") request.socket.resetAndDestroy();
  if (answer.kind === "answer") {
    const { response: body, unheard } = answer;
    if (response.destroyed) unheard();
    else response.on("close", () => response.writableFinished || unheard());
    sendJson(response, body.ok ? 200 : body.error_code, body);
  }
}

const isToken = (backend: Backend, token: string) =>
  [backend.world.bot.token, encodeURIComponent(backend.world.bot.token)].includes(token);

function serveFile({ world, limits }: Backend, response: ServerResponse, path: string) {
  const file = findFileByPath(world, path);
  const data = file && file.size <= limits.downloadBytes ? fileBytes(world, file) : undefined;
  if (!file || !data) {
    const description = "Not Found";
    return sendJson(response, 404, { ok: false, error_code: 404, description });
  }
  response.writeHead(200, { "content-type": "application/octet-stream" });
  response.end(data);
}
