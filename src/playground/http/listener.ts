import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

import { failure } from "../api/dispatch.ts";
import { badRequest, notFound } from "../api-error.ts";
import type { Page } from "../page/page.ts";
import { servePage } from "../page/routes.ts";
import { serveBot } from "./bot-routes.ts";
import { refusal } from "./local-only.ts";
import { sendJson } from "./respond.ts";

export function createListener(page: Page): RequestListener {
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const why = refusal(request);
    if (why !== undefined) return sendJson(response, 403, { ok: false, error: why });

    const url = URL.parse(request.url ?? "/", "http://127.0.0.1");
    if (!url) return sendJson(response, 400, failure(badRequest("this is no address")));
    if (await serveBot(page.playing.backend, request, response, url)) return;
    if (await servePage(page, request, response, url)) return;
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
