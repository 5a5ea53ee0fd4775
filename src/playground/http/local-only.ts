import type { IncomingMessage } from "node:http";

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Why a request is refused, if it is. A foreign Host means a page of another site whose name
 * was pointed at this machine (DNS rebinding); a foreign Origin, a page that posts here.
 */
export function refusal(request: IncomingMessage): string | undefined {
  const { host = "", origin } = request.headers;
  if (!loopbackHost.test(host)) return "Only requests to a loopback host are served";
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead && origin !== undefined && origin !== `http://${host}`) {
    return "Requests from other sites are not served";
  }
  return undefined;
}
