// A photo in a message: its place is kept free before it is there, and it opens large.
import type { PhotoSize } from "@grammyjs/types";
import { useContext } from "preact/hooks";

import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { STOP } from "../stop.ts";
import { type Picture, useTalk } from "../talk.ts";
import { Album } from "./album-context.ts";
import { fileAddress } from "./document-card.tsx";
import { fittedSize } from "./picture-size.ts";

export const largestSize = (sizes: readonly PhotoSize[]): PhotoSize | undefined =>
  sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];

export const pictureOf = (size: PhotoSize, alt: string): Picture => ({
  src: `/playground/photos/${encodeURIComponent(size.file_id)}`,
  alt,
  file: fileAddress(size.file_id),
  name: "",
});

type Props = { size: PhotoSize; alt: string; isTile?: boolean };

/** As a tile of an album it fills its place; alone it keeps its shape. */
export function Photo({ size, alt, isTile = false }: Props) {
  const { pictures } = useTalk();
  const album = useContext(Album);
  const own = pictureOf(size, alt);
  const { width, height } = fittedSize(size.width, size.height);
  const open = () => {
    const all = album.length === 0 ? [own] : album;
    pictures.value = {
      all,
      place: Math.max(
        0,
        all.findIndex(({ src }) => src === own.src),
      ),
    };
  };
  const label = alt === "" ? say(words.openPhoto) : `${say(words.openPhoto)}: ${alt}`;
  return (
    <button
      type="button"
      class={isTile ? "photo tile" : "photo"}
      {...STOP}
      aria-label={label}
      onClick={open}
    >
      <img src={own.src} alt="" width={width} height={height} loading="lazy" decoding="async" />
    </button>
  );
}
