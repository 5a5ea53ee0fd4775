// Files that wait to be sent: rules over what they are.
import type { FileToSend } from "../../actions.ts";

export type Attached = {
  id: number;
  file: File;
  /** Of a picture: where the browser keeps it. */
  preview: string | null;
};

/** As many as Telegram takes in one album. */
export const MOST_FILES = 10;

/** What Telegram takes as a photo; any other picture goes as a file. */
export const isPhotoType = (type: string): boolean => type === "image/png" || type === "image/jpeg";

/** Photos go as photos only among themselves: one album, one submission. */
export const canBePhotos = (attached: readonly Pick<Attached, "preview">[]): boolean =>
  attached.length > 0 && attached.every(({ preview }) => preview !== null);

export const toSend = (attached: readonly Attached[], asFiles: boolean): FileToSend[] => {
  const as = canBePhotos(attached) && !asFiles ? "photo" : "document";
  return attached.map(({ file }) => ({ file, as }));
};
