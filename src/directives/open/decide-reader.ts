// Who reads these bytes, or why nobody does.
import { type FileShape, shapeOf } from "#src/delivery/file-shape.ts";
import { typeNamed } from "#src/delivery/file-types.ts";
import { zipDirectory } from "#src/delivery/zip-directory.ts";
import { openLimits } from "./limits.ts";
import { NotOpened } from "./not-opened.ts";
import type { OpenRefusal } from "./open-document.ts";

export type DocumentReader = "docx" | "pdf" | "txt";

const REFUSED: Readonly<Record<Exclude<FileShape, "word" | "pdf" | "text">, OpenRefusal>> = {
  excel: "spreadsheet",
  "excel-97": "spreadsheet",
  ods: "spreadsheet",
  "word-97": "old-word",
  rtf: "old-word",
  picture: "picture",
  tiff: "picture",
  zip: "archive",
  locked: "encrypted",
  slides: "other-type",
  "slides-97": "other-type",
  odt: "other-type",
  odp: "other-type",
  macros: "other-type",
  other: "other-type",
};

const ARCHIVES: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21], // Rar!
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x1f, 0x8b], // gzip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58], // xz
];

const isArchive = (bytes: Uint8Array): boolean =>
  ARCHIVES.some((head) => head.every((byte, at) => bytes[at] === byte));

const isZipBegun = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";

/** What Word and browsers save under other names; a table of delimited text is a sheet. */
const textRefusal = (bytes: Uint8Array, ending: string): OpenRefusal | null => {
  if (ending === "csv" || ending === "tsv") return "spreadsheet";
  const head = Buffer.from(bytes.subarray(0, 512))
    .toString("latin1")
    .replace(/^\s+|^\W{1,3}(?=<)/, "");
  if (!/^(<!doctype|<html|<\?xml|<head|mime-version:)/i.test(head)) return null;
  return ending === "doc" ? "old-word" : "other-type";
};

const refusalOf = (bytes: Uint8Array, ending: string): OpenRefusal | null => {
  const shape = shapeOf(bytes);
  if (isArchive(bytes)) return "archive";
  const named = typeNamed(`x.${ending}`);
  const asText = shape === "text" ? textRefusal(bytes, ending) : null;
  const isHonest = named === undefined || named.shapes.includes(shape);
  // A zip that was cut off on its way.
  if (shape === "other" && isZipBegun(bytes) && ending === "docx") return "broken";
  // A locked document, or one with macros, is what its name says.
  if (!isHonest && shape !== "locked" && shape !== "macros" && asText !== "old-word") {
    return "lies-about-type";
  }
  if (shape === "word") return zipDirectory(bytes)?.locked === true ? "encrypted" : null;
  if (shape === "text") return asText;
  return shape === "pdf" ? null : REFUSED[shape];
};

/** Throws NotOpened. */
export const decideReader = (bytes: Uint8Array, name: string): DocumentReader => {
  if (bytes.length === 0) throw new NotOpened("empty");
  if (bytes.length > openLimits.bytes) throw new NotOpened("too-large");
  const refusal = refusalOf(bytes, endingOf(name));
  if (refusal !== null) throw new NotOpened(refusal);
  const shape = shapeOf(bytes);
  return shape === "word" ? "docx" : shape === "pdf" ? "pdf" : "txt";
};
