// PDFs by hand, for what no program writes on purpose.
import { deflateSync } from "node:zlib";

type Part = string | Buffer;

const stream = (dictionary: string, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${data.length}>>stream\n`),
    data,
    Buffer.from("\nendstream"),
  ]);

/** Objects are numbered from 1; the first is the catalogue. */
const file = (objects: readonly Part[], trailer = ""): Buffer => {
  const offsets: number[] = [];
  let whole = Buffer.from("%PDF-1.4\n");
  for (const [at, object] of objects.entries()) {
    offsets.push(whole.length);
    whole = Buffer.concat([
      whole,
      Buffer.from(`${at + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from("\nendobj\n"),
    ]);
  }
  const places = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${places}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${whole.length}\n%%EOF`;
  return Buffer.concat([whole, Buffer.from(end)]);
};

/** The same content on each of `pages` pages, packed by `filters` and deflated. */
export const pdf = (
  content: Buffer | string,
  { pages = 1, trailer = "", filters = "" } = {},
): Buffer => {
  const kids = Array.from({ length: pages }, (_page, at) => `${5 + at} 0 R`).join(" ");
  const page =
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>";
  return file(
    [
      "<</Type/Catalog/Pages 2 0 R>>",
      `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
      stream(`/Filter[/FlateDecode${filters}]`, deflateSync(content, { level: 9 })),
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
      ...Array.from({ length: pages }, () => page),
    ],
    trailer,
  );
};

/** A line of text, in Latin letters, from the foot of the page. */
export const line = (text: string, x: number, y: number, size = 12): string =>
  `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${Buffer.from(text, "latin1").toString("hex")}> Tj ET\n`;
