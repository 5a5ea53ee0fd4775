// A file as the text that is read: by its bytes, whatever it is called, and within limits. What
// takes a file apart runs in a thread of its own: a broken one never harms the process.
import { decideReader } from "./decide-reader.ts";
import { NotOpened } from "./not-opened.ts";
import { openPlainText } from "./open-plain-text.ts";
import type { SecrecyStamp } from "./secrecy.ts";
import { openInThread } from "./thread.ts";

export type OpenRefusal =
  | "empty"
  | "too-large"
  | "too-many-pages"
  | "scanned"
  | "encrypted"
  | "broken"
  | "archive"
  | "old-word"
  | "spreadsheet"
  | "picture"
  | "other-type"
  | "lies-about-type";

export type Opened =
  | { kind: "text"; text: string; from: "docx" | "pdf" | "txt"; pages: number | null }
  | { kind: "refused"; refusal: OpenRefusal }
  | { kind: "secret"; stamp: SecrecyStamp };

/** Opens a .docx, .pdf or .txt of at most 5 MB and 200 pages. Never throws for what it is given. */
export const openDocument = async (bytes: Uint8Array, name: string): Promise<Opened> => {
  try {
    const reader = decideReader(bytes, name);
    return reader === "txt" ? openPlainText(bytes) : await openInThread(bytes, reader);
  } catch (error) {
    if (error instanceof NotOpened) return { kind: "refused", refusal: error.refusal };
    throw error;
  }
};
