import type { Document } from "@grammyjs/types";

import { DownloadIcon } from "../../shell/icons.tsx";
import { language, say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { cleanName } from "../names.ts";
import { STOP } from "../stop.ts";
import { endingOf, nameParts, sizeWords } from "./file-words.ts";

type Shown = Pick<Document, "file_id" | "file_name" | "file_size">;

/** Where a file can be had. */
export const fileAddress = (id: string): string => `/playground/files/${encodeURIComponent(id)}`;

/** A file: what it is called, how big it is, and a way to have it. */
export function DocumentCard({ document }: { document: Shown }) {
  const name = cleanName(document.file_name ?? "") || say(words.file);
  const [head, tail] = nameParts(name);
  return (
    <a class="document" href={fileAddress(document.file_id)} download={name} {...STOP}>
      <span class="document-sheet" aria-hidden="true">
        {endingOf(name) || <DownloadIcon size={18} />}
      </span>
      <span class="document-words">
        <span class="sr">
          {say(words.download)}: {name}
        </span>
        <bdi class="document-name" title={name} aria-hidden="true">
          <span class="document-head">{head}</span>
          <span>{tail}</span>
        </bdi>
        {document.file_size === undefined ? null : (
          <span class="document-size">{sizeWords(document.file_size, language.value)}</span>
        )}
      </span>
    </a>
  );
}
