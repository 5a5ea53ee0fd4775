// A body of a length that nobody promised: read as far as allowed, and no further.

/** The text of a body; null where it is longer than `most` bytes. @throws where it breaks off */
export const readWithin = async (
  { headers, body }: Pick<Request, "headers" | "body">,
  most: number,
): Promise<string | null> => {
  if (Number(headers.get("content-length") ?? 0) > most) return null;
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > most) {
      // Not waited for: the rest may never end.
      void reader.cancel().catch(() => undefined);
      return null;
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks).toString("utf8");
};
