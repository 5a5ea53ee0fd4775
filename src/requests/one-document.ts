import type { Attached } from "./request.ts";

const DOCUMENT = /\.(?:docx|pdf|txt)$/i;

/** A single file of a kind in which directives come. */
export const isOneDocument = (attached: readonly Attached[]): boolean =>
  attached.length === 1 && attached.every(({ name }) => DOCUMENT.test(name));
