// The list of what is taken: what offices send each other. What is not on it is refused, and so is
// what is called one thing and is another.
import type { FileShape } from "./file-shape.ts";

type FileType = {
  /** What is kept as its type; what the sender's client says it is counts for nothing. */
  mime: string;
  /** What its bytes may be. Office opens its own documents whatever their generation. */
  shapes: readonly FileShape[];
};

const office = "application/vnd.openxmlformats-officedocument";
const open = "application/vnd.oasis.opendocument";
const text: readonly FileShape[] = ["text"];
/** Phones and chats turn pictures into others and keep the name; none of them runs anything. */
const picture: readonly FileShape[] = ["picture"];

const types: Record<string, FileType> = {
  pdf: { mime: "application/pdf", shapes: ["pdf"] },
  doc: { mime: "application/msword", shapes: ["word-97", "word", "rtf"] },
  docx: { mime: `${office}.wordprocessingml.document`, shapes: ["word"] },
  xls: { mime: "application/vnd.ms-excel", shapes: ["excel-97", "excel"] },
  xlsx: { mime: `${office}.spreadsheetml.sheet`, shapes: ["excel"] },
  ppt: { mime: "application/vnd.ms-powerpoint", shapes: ["slides-97", "slides"] },
  pptx: { mime: `${office}.presentationml.presentation`, shapes: ["slides"] },
  odt: { mime: `${open}.text`, shapes: ["odt"] },
  ods: { mime: `${open}.spreadsheet`, shapes: ["ods"] },
  odp: { mime: `${open}.presentation`, shapes: ["odp"] },
  rtf: { mime: "application/rtf", shapes: ["rtf"] },
  csv: { mime: "text/csv", shapes: text },
  tsv: { mime: "text/tab-separated-values", shapes: text },
  txt: { mime: "text/plain", shapes: text },
  jpg: { mime: "image/jpeg", shapes: picture },
  jpeg: { mime: "image/jpeg", shapes: picture },
  png: { mime: "image/png", shapes: picture },
  heic: { mime: "image/heic", shapes: picture },
  webp: { mime: "image/webp", shapes: picture },
  tif: { mime: "image/tiff", shapes: ["tiff"] },
  tiff: { mime: "image/tiff", shapes: ["tiff"] },
  zip: { mime: "application/zip", shapes: ["zip"] },
};

/** The type behind a name's ending; undefined where it is not taken. */
export const typeNamed = (name: string): FileType | undefined =>
  types[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];

/** The ending for a declared type, of a file that came without a name. */
export const endingOf = (mime: string): string | undefined =>
  Object.keys(types).find((ending) => types[ending]?.mime === mime.toLowerCase());

const MACRO_NAMES = /\.(doc|dot|xls|xlt|xla|ppt|pot|pps)m$|\.(xlsb|xlam)$/i;

export const isNamedWithMacros = (name: string): boolean => MACRO_NAMES.test(name);
