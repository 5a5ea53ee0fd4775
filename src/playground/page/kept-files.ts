// Files that people and the bot sent.
import type { ServerResponse } from "node:http";
import { extname } from "node:path";

import { sendJson } from "../http/respond.ts";
import { fileBytes, findFile } from "../state/files.ts";
import { pictureType } from "../state/picture-type.ts";
import type { World } from "../state/world.ts";
import { pageHeaders } from "./headers.ts";

/** Always a download: an HTML file that somebody sent must not run here. */
export function sendFile(world: World, response: ServerResponse, id: string) {
  const file = findFile(world, id);
  const data = file && fileBytes(world, file);
  if (!file || !data) return sendJson(response, 404, { error: "Not Found" });
  const name = encodeURIComponent(file.name.toWellFormed()) || `file${extname(file.path)}`;
  response.writeHead(200, {
    ...pageHeaders,
    "content-type": "application/octet-stream",
    "content-length": data.length,
    "content-disposition": `attachment; filename*=UTF-8''${name}`,
  });
  response.end(data);
}

/** Shown in the page: only what is a picture by its bytes, whatever it calls itself. */
export function sendPicture(world: World, response: ServerResponse, id: string) {
  const file = findFile(world, id);
  const data = file && fileBytes(world, file);
  const type = data && pictureType(data);
  if (!data || !type) return sendJson(response, 404, { error: "Not Found" });
  response.writeHead(200, {
    ...pageHeaders,
    "content-type": type,
    "content-length": data.length,
    "content-disposition": "inline",
  });
  response.end(data);
}
