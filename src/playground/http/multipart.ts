import type { RawArguments } from "../api/arguments.ts";
import type { Upload } from "../api/method-types.ts";
import { badRequest } from "../api-error.ts";

/** Reads a `multipart/form-data` body: parts with a file name are uploads. */
export function readMultipart(body: Buffer, contentType: string): RawArguments {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw badRequest("boundary is missing in the multipart request");

  const fields: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for (const part of partsOf(body, mark)) {
    const headers = part.head.toLowerCase();
    const disposition = /^content-disposition:(.*)$/im.exec(part.head)?.[1] ?? "";
    const name = parameter(disposition, "name");
    if (name === undefined) continue;
    const fileName = parameter(disposition, "filename");
    if (fileName === undefined) {
      fields[name] = part.data.toString("utf8");
    } else {
      const type = /^content-type:\s*([^;\s]+)/im.exec(headers)?.[1];
      uploads.set(name, { name: fileName, type, data: part.data });
    }
  }
  return { fields, uploads };
}

function* partsOf(body: Buffer, mark: string) {
  const opening = Buffer.from(`--${mark}`);
  const separator = Buffer.from(`\r\n--${mark}`);
  let at = body.indexOf(opening);
  if (at < 0) return;
  at += opening.length;

  while (body.toString("latin1", at, at + 2) === "\r\n") {
    const end = body.indexOf(separator, at);
    const headEnd = body.indexOf("\r\n\r\n", at);
    if (end < 0 || headEnd < 0 || headEnd > end) {
      throw badRequest("the multipart request is not complete");
    }
    const head = body.toString("utf8", at + 2, headEnd);
    yield { head, data: body.subarray(headEnd + 4, end) };
    at = end + separator.length;
  }
}

function parameter(disposition: string, name: string) {
  const extended = new RegExp(`;\\s*${name}\\*=utf-8''([^;]+)`, "i").exec(disposition)?.[1];
  if (extended !== undefined) return decodeURIComponent(extended.trim());
  const quoted = new RegExp(`;\\s*${name}="((?:\\\\.|[^"\\\\])*)"`, "i").exec(disposition)?.[1];
  if (quoted !== undefined) return quoted.replace(/%22/g, '"').replace(/\\(.)/g, "$1");
  // grammY writes file names without quotes, spaces and all.
  return new RegExp(`;\\s*${name}=([^;"\\r\\n]+)`, "i").exec(disposition)?.[1]?.trim();
}
