import type { IncomingMessage } from "node:http";
import type { RawArguments } from "../api/arguments.ts";
import { badRequest, entityTooLarge } from "../api-error.ts";
import { readMultipart } from "./multipart.ts";

/** @throws 413 when the body is longer than `longest` bytes */
export async function readBody(request: IncomingMessage, longest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and thrown away: a client that still writes would not hear the answer.
    if (size <= longest) chunks.push(chunk);
  }
  if (size > longest) throw entityTooLarge();
  return Buffer.concat(chunks);
}

/** The arguments of a Bot API call, from its query and from a body of any of the four kinds. */
export async function readCallArguments(
  request: IncomingMessage,
  query: URLSearchParams,
  longest: number,
): Promise<RawArguments> {
  const inQuery = Object.fromEntries(query);
  const body = await readBody(request, longest);
  const type = request.headers["content-type"] ?? "";
  if (body.length === 0) return { fields: inQuery, uploads: new Map() };

  if (/^multipart\/form-data/i.test(type)) {
    const { fields, uploads } = readMultipart(body, type);
    return { fields: { ...inQuery, ...fields }, uploads };
  }
  if (/^application\/json/i.test(type)) {
    return { fields: { ...inQuery, ...parseObject(body) }, uploads: new Map() };
  }
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    const form = Object.fromEntries(new URLSearchParams(body.toString("utf8")));
    return { fields: { ...inQuery, ...form }, uploads: new Map() };
  }
  return { fields: inQuery, uploads: new Map() };
}

/** @throws 400 when the body is not a JSON object */
export function parseObject(body: Buffer): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (typeof value !== "object" || value === null) throw badRequest("can't parse JSON object");
  return value as Record<string, unknown>;
}
