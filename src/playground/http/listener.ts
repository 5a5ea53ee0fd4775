import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { failure } from "../api/dispatch.ts";
import { notFound } from "../api-error.ts";
import type { MoveClock } from "../page/clock.ts";
import { servePage } from "../page/routes.ts";
import type { Playing } from "../people/sent-message.ts";
import { serveBot } from "./bot-routes.ts";
import { refusal } from "./local-only.ts";
import { sendJson } from "./respond.ts";

export function createListener(playing: Playing, moveClock: MoveClock): RequestListener {
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const why = refusal(request);
    if (why !== undefined) return sendJson(response, 403, { ok: false, error: why });

    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (await serveBot(playing.backend, request, response, url)) return;
    if (await servePage(playing, moveClock, request, response, url)) return;
    sendJson(response, 404, failure(notFound()));
  };

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A client that hangs up in the middle is no fault of the server's.
      if (request.destroyed && !request.complete) return;
      console.error("Local Bot API server:", error);
      sendJson(response, 500, { ok: false, error_code: 500, description: "Internal Server Error" });
    });
  };
}
