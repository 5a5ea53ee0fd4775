// A photo, as large as the window.
import { useEffect, useRef } from "preact/hooks";

import { BackIcon, CloseIcon, DownloadIcon, ForthIcon } from "../../shell/icons.tsx";
import { say } from "../../words.ts";
import { photoOf, words } from "../../words-conversation.ts";
import { type Picture, useTalk } from "../talk.ts";

type Open = { all: readonly Picture[]; place: number };

function Box({ all, place }: Open) {
  const { pictures } = useTalk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const step = (by: number) => {
    const next = place + by;
    if (next >= 0 && next < all.length) pictures.value = { all, place: next };
  };
  const shut = () => dialog.current?.close();
  const picture = all[place];
  if (picture === undefined) return null;
  return (
    <dialog
      ref={dialog}
      class="lightbox"
      aria-label={say(photoOf(place + 1, all.length))}
      onClose={() => {
        pictures.value = null;
      }}
      onClick={({ target }) => {
        if (target instanceof Element && target.closest("button, a, img") === null) shut();
      }}
      onKeyDown={({ key }) => {
        if (key === "ArrowLeft") step(-1);
        if (key === "ArrowRight") step(1);
      }}
    >
      <div class="lightbox-bar">
        <span class="lightbox-title">{say(photoOf(place + 1, all.length))}</span>
        <a
          class="icon-button"
          href={picture.file}
          download
          aria-label={say(words.download)}
          title={say(words.download)}
        >
          <DownloadIcon />
        </a>
        <button
          type="button"
          class="icon-button"
          aria-label={say(words.close)}
          title={say(words.close)}
          onClick={shut}
        >
          <CloseIcon />
        </button>
      </div>
      <img class="lightbox-picture" src={picture.src} alt={picture.alt || say(words.photo)} />
      {all.length < 2 ? null : (
        <>
          <button
            type="button"
            class="icon-button previous"
            disabled={place === 0}
            aria-label={say(words.previous)}
            onClick={() => step(-1)}
          >
            <BackIcon size={28} />
          </button>
          <button
            type="button"
            class="icon-button next"
            disabled={place === all.length - 1}
            aria-label={say(words.next)}
            onClick={() => step(1)}
          >
            <ForthIcon size={28} />
          </button>
        </>
      )}
    </dialog>
  );
}

export function Lightbox() {
  const open = useTalk().pictures.value;
  return open === null ? null : <Box {...open} />;
}
