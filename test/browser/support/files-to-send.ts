// Files that people of the tests send.
import { png } from "#src/sample/talk/png.ts";

export type Upload = { name: string; mimeType: string; buffer: Buffer };

/** A picture of one colour. */
export const picture = (
  name: string,
  { width = 320, height = 200, colour = [30, 90, 160] } = {},
): Upload => {
  const line = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const lines = Buffer.concat(Array.from({ length: height }, () => line));
  return { name, mimeType: "image/png", buffer: png(width, height, lines) };
};

/** A document with bytes of every kind in it. */
export const report = (name: string): Upload => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.concat([
    Buffer.from("%PDF-1.7\n"),
    Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 31) % 256)),
    Buffer.from("\n%%EOF\n"),
  ]),
});
