import type { OpenRefusal } from "./open-document.ts";

/** A file that is not read, and why: thrown by the readers, an answer of `openDocument`. */
export class NotOpened extends Error {
  readonly refusal: OpenRefusal;
  constructor(refusal: OpenRefusal) {
    super(`a file was not opened: ${refusal}`);
    this.refusal = refusal;
  }
}
