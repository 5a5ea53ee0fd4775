// May this file be kept? By name and stated size before it is fetched, by its bytes afterwards:
// what is stated is not to be believed. Pure.
import { shapeOf } from "./file-shape.ts";
import { isNamedWithMacros, typeNamed } from "./file-types.ts";
import { zipDirectory } from "./zip-directory.ts";

const MEGABYTE = 1024 * 1024;

/** `fileBytes`: what Telegram lets a bot download. `allBytes`: of one message, in memory at once. */
export const fileLimits = {
  files: 10,
  fileBytes: 20 * MEGABYTE,
  allBytes: 50 * MEGABYTE,
  /** Of a zip: entries, and bytes when unpacked by whoever opens it. */
  zipped: 500,
  unpackedBytes: 300 * MEGABYTE,
} as const;

export const megabytes = (bytes: number): number => bytes / MEGABYTE;

export type Refusal =
  | "too-big"
  | "empty"
  | "type"
  | "macros"
  | "locked"
  /** The bytes are not what the name says. */
  | "content"
  /** A zip that holds what would not be taken by itself, or does not say what it holds. */
  | "zip"
  /** The channel no longer has it. */
  | "gone"
  | "too-many"
  | "too-much";

/** A file that is not taken: becomes a sentence to its sender. */
export class FileRefused extends Error {
  readonly refusal: Refusal;
  readonly fileName: string;
  constructor(refusal: Refusal, fileName: string) {
    super(`a file was refused: ${refusal}`);
    this.refusal = refusal;
    this.fileName = fileName;
  }
}

/** Before the bytes are there. `name`: cleaned. `size`: in bytes as stated, 0 where nothing is. */
export const refusalByName = (name: string, size: number): Refusal | null => {
  if (isNamedWithMacros(name)) return "macros";
  if (typeNamed(name) === undefined) return "type";
  return size > fileLimits.fileBytes ? "too-big" : null;
};

/** What Windows and macOS put in by themselves. */
const BY_ITSELF = /(^|\/)(Thumbs\.db|\.DS_Store)$/i;
/** Would be written outside of the folder that it is unpacked to. */
const LEADS_OUT = /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i;

/** Archives in archives hide what they hold. */
const mayBeZipped = (name: string): boolean => {
  if (LEADS_OUT.test(name) || /\.zip$/i.test(name)) return false;
  return name.endsWith("/") || BY_ITSELF.test(name) || refusalByName(name, 0) === null;
};

const isOpenZip = (bytes: Uint8Array): boolean => {
  const directory = zipDirectory(bytes);
  return (
    directory !== null &&
    !directory.locked &&
    directory.names.length > 0 &&
    directory.names.length <= fileLimits.zipped &&
    directory.unpacked <= fileLimits.unpackedBytes &&
    directory.names.every(mayBeZipped)
  );
};

/** With the bytes. `name`: cleaned, and not refused by itself. */
export const refusalByBytes = (name: string, bytes: Uint8Array): Refusal | null => {
  if (bytes.length === 0) return "empty";
  if (bytes.length > fileLimits.fileBytes) return "too-big";
  const shape = shapeOf(bytes);
  if (shape === "macros" || shape === "locked") return shape;
  if (typeNamed(name)?.shapes.includes(shape) !== true) return "content";
  return shape === "zip" && !isOpenZip(bytes) ? "zip" : null;
};
