import type { Signal } from "@preact/signals";

import { CloseIcon } from "../../shell/icons.tsx";
import { language, say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { endingOf, sizeWords } from "../content/file-words.ts";
import { cleanName } from "../names.ts";
import { useTalk } from "../talk.ts";
import { type Attached, canBePhotos } from "./attached.ts";
import { dropFiles } from "./take-files.ts";

function Item({ item, asFiles }: { item: Attached; asFiles: boolean }) {
  const talk = useTalk();
  const name = cleanName(item.file.name);
  const remove = () => {
    dropFiles(talk, [item.id]);
    talk.line.current?.focus();
  };
  return (
    <li class="attached">
      {item.preview !== null && !asFiles ? (
        <img class="attached-picture" src={item.preview} alt="" width="48" height="48" />
      ) : (
        <span class="document-sheet" aria-hidden="true">
          {endingOf(name)}
        </span>
      )}
      <span class="attached-words">
        <bdi class="attached-name" title={name}>
          {name}
        </bdi>
        <span class="attached-size">{sizeWords(item.file.size, language.value)}</span>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label={`${say(words.remove)}: ${name}`}
        onClick={remove}
      >
        <CloseIcon size={18} />
      </button>
    </li>
  );
}

/** The files that go with the next message. */
export function Attachments({ asFiles }: { asFiles: Signal<boolean> }) {
  const { attached } = useTalk();
  if (attached.value.length === 0) return null;
  const arePhotos = canBePhotos(attached.value);
  return (
    <div class="attachments">
      <ul aria-label={say(words.attached)}>
        {attached.value.map((item) => (
          <Item key={item.id} item={item} asFiles={!arePhotos || asFiles.value} />
        ))}
      </ul>
      {arePhotos ? (
        <label class="as-files">
          <input
            type="checkbox"
            checked={asFiles.value}
            onChange={({ currentTarget }) => {
              asFiles.value = currentTarget.checked;
            }}
          />
          {say(words.asFile)}
        </label>
      ) : null}
    </div>
  );
}
