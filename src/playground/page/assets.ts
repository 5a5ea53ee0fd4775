// Script and style of the page, made from src/playground/client.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { gzipSync } from "node:zlib";

import { pageHeaders } from "./headers.ts";
import { keptScript } from "./kept-script.ts";

const client = new URL("../client/", import.meta.url);
const styles = [
  ...["app", "bar", "list", "panes", "notices"],
  ...["conversation", "bubbles", "words", "rich", "files", "taps", "composer", "panels"],
];

type Asset = { type: string; text: string };

/** The script once bundled, shared by all servers of this process. */
let bundled: { changedAt: number; script: Promise<string> } | undefined;

/** Bundles the page's script, anew where a file of it changed; whoever needs it waits for it. */
export function startBundling(): Promise<string> {
  const changedAt = lastChange();
  if (bundled?.changedAt === changedAt) return bundled.script;
  const script = keptScript(client, bundle).catch((error: unknown) => {
    const reason = stripVTControlCharacters(String(error));
    console.error("Playground: the page's script can't be built:", reason);
    return excuse(reason);
  });
  bundled = { changedAt, script };
  return script;
}

const lastChange = () =>
  Math.max(
    0,
    ...readdirSync(client, { recursive: true, encoding: "utf8" }).map(
      (name) => statSync(new URL(name, client), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    ),
  );

async function bundle() {
  // Loaded late: without a page nobody needs it.
  const { build } = await import("rolldown");
  const { output } = await build({
    input: fileURLToPath(new URL("main.tsx", client)),
    write: false,
    platform: "browser",
    tsconfig: false,
    transform: { target: "es2022", jsx: { runtime: "automatic", importSource: "preact" } },
    output: { format: "esm", minify: true, comments: false, codeSplitting: false },
    logLevel: "warn",
  });
  const [main] = output;
  return main.code;
}

/** Says in the page why there is none. */
const excuse = (reason: string) =>
  `document.getElementById("app").textContent = ${JSON.stringify(`The page can't be built. ${reason}`)};`;

/** In the order in which they are written to be read; one that is not there yet is left out. */
const styleSheet = () =>
  styles
    .map((name) => new URL(`${name}.css`, client))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#b3261e"/><path d="M9 9.5h9a6.5 6.5 0 0 1 0 13H9z" fill="none" stroke="#fff" stroke-width="3"/><path d="M6 16h9" stroke="#fff" stroke-width="3"/></svg>`;

const assets: Record<string, () => Promise<Asset> | Asset> = {
  "/playground/app.js": async () => ({
    type: "text/javascript; charset=utf-8",
    text: await startBundling(),
  }),
  "/playground/app.css": () => ({ type: "text/css; charset=utf-8", text: styleSheet() }),
  "/favicon.svg": () => ({ type: "image/svg+xml", text: icon }),
};

/** Answers a part of the page, or 304 to whoever has it; false: no such part. */
export async function serveAsset(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<boolean> {
  const make = Object.hasOwn(assets, pathname) ? assets[pathname] : undefined;
  if (!make) return false;
  const { type, text } = await make();
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { ...pageHeaders, "cache-control": "no-cache", vary: "accept-encoding", etag };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, headers).end();
    return true;
  }
  const isGzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  const body = isGzip ? gzipSync(text) : Buffer.from(text);
  response.writeHead(200, {
    ...headers,
    "content-type": type,
    "content-length": body.length,
    ...(isGzip ? { "content-encoding": "gzip" } : {}),
  });
  response.end(body);
  return true;
}
