import { type OpenRefusal, openDocument } from "#src/directives/open/open-document.ts";

/** The text of a file that is expected to be read. */
export const textOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const opened = await openDocument(bytes, name);
  if (opened.kind === "text") return opened.text;
  throw new Error(`not read: ${JSON.stringify(opened)}`);
};

/** Why a file is not read; null where it is. */
export const refusalOf = async (bytes: Uint8Array, name: string): Promise<OpenRefusal | null> => {
  const opened = await openDocument(bytes, name);
  return opened.kind === "refused" ? opened.refusal : null;
};

/** The stamp for which a file is not read; null where there is none. */
export const stampOf = async (bytes: Uint8Array, name: string): Promise<string | null> => {
  const opened = await openDocument(bytes, name);
  return opened.kind === "secret" ? opened.stamp : null;
};
