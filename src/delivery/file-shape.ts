// What a file is by its bytes, whatever it is called: the signatures of what offices send. Nothing
// is unpacked or run.
import { zipDirectory } from "./zip-directory.ts";

export type FileShape =
  | "pdf"
  | "word"
  | "excel"
  | "slides"
  | "word-97"
  | "excel-97"
  | "slides-97"
  | "odt"
  | "ods"
  | "odp"
  | "rtf"
  | "text"
  | "picture"
  | "tiff"
  | "zip"
  /** An Office document that runs something when it is opened. */
  | "macros"
  /** An Office document that only its password opens: nobody can look into it. */
  | "locked"
  | "other";

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean =>
  bytes.length >= head.length && head.every((byte, at) => bytes[at] === byte);

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");

const PROGRAMS: readonly number[][] = [
  [0x4d, 0x5a], // MZ: Windows
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xca, 0xfe, 0xba, 0xbe], // Java, macOS
  [0xcf, 0xfa, 0xed, 0xfe], // macOS
  [0x23, 0x21], // #!
];

/** Readers look for a PDF's header in the first kilobyte: scanners put marks before it. */
const isPdf = (bytes: Uint8Array): boolean => latin(bytes, 0, 1024).includes("%PDF-");

const PICTURE_BRANDS = /^ftyp(hei[cxms]|hev[cx]|mif1|msf1|avif)/;

const isPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ||
  /^RIFF.{4}WEBP/s.test(latin(bytes, 0, 12)) ||
  PICTURE_BRANDS.test(latin(bytes, 4, 12));

const isTiff = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0x4d, 0x4d, 0, 0x2a);

/** Office 97–2003, and whatever Office locks: one container, told apart by the parts it names. */
const compoundShape = (bytes: Uint8Array): FileShape => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = (part: string): boolean => whole.includes(Buffer.from(part, "utf16le"));
  if (names("EncryptedPackage")) return "locked";
  if (names("_VBA_PROJECT")) return "macros";
  if (names("WordDocument")) return "word-97";
  if (names("PowerPoint Document")) return "slides-97";
  return names("Workbook") || names("Book") ? "excel-97" : "other";
};

const MACRO_PART = /(^|\/)vbaProject\.bin$|^(Basic|Scripts)\/.|^xl\/macrosheets\//i;

const OPEN_DOCUMENTS = { text: "odt", spreadsheet: "ods", presentation: "odp" } as const;

const openDocumentIn = (bytes: Uint8Array): FileShape => {
  // The first entry of an OpenDocument file is its kind, not compressed.
  const kind = /application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/;
  const found = kind.exec(latin(bytes, 30, 200))?.[1];
  return found === undefined ? "zip" : OPEN_DOCUMENTS[found as keyof typeof OPEN_DOCUMENTS];
};

const zippedShape = (bytes: Uint8Array): FileShape => {
  const directory = zipDirectory(bytes);
  if (directory === null) return "other";
  const { names } = directory;
  const within = (folder: string): boolean => names.some((name) => name.startsWith(folder));
  const isOffice = names.includes("[Content_Types].xml");
  const shape = !isOffice
    ? openDocumentIn(bytes)
    : within("word/")
      ? "word"
      : within("xl/")
        ? "excel"
        : within("ppt/")
          ? "slides"
          : "zip";
  return shape !== "zip" && names.some((name) => MACRO_PART.test(name)) ? "macros" : shape;
};

/** Letters throughout: UTF-16 says so at its beginning, everything else holds no NUL. */
const isText = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || !bytes.includes(0);

/** What the bytes are. */
export const shapeOf = (bytes: Uint8Array): FileShape => {
  if (PROGRAMS.some((head) => startsWith(bytes, ...head))) return "other";
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) {
    return compoundShape(bytes);
  }
  if (startsWith(bytes, 0x50, 0x4b)) return zippedShape(bytes);
  if (isPicture(bytes)) return "picture";
  if (isTiff(bytes)) return "tiff";
  if (isPdf(bytes)) return "pdf";
  if (latin(bytes, 0, 5) === "{\\rtf") return "rtf";
  return isText(bytes) ? "text" : "other";
};
