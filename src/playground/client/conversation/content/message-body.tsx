// What a message holds: files first, words below; an album is one.
import type { MessageView } from "../../../page/contract.ts";
import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { cleanName } from "../names.ts";
import { Album } from "./album-context.ts";
import { DocumentCard } from "./document-card.tsx";
import { largestSize, Photo, pictureOf } from "./photo.tsx";
import { RichBlocks } from "./rich-block.tsx";
import { MessageKey } from "./rich-words.tsx";
import { Words } from "./words.tsx";

const altOf = ({ message }: MessageView): string => cleanName(message.caption ?? "").slice(0, 120);

/** Photos of one message or an album, side by side where there are several. */
function Photos({ views }: { views: readonly MessageView[] }) {
  const shots = views.flatMap((view) => {
    const size = largestSize(view.message.photo ?? []);
    return size === undefined ? [] : [{ view, size }];
  });
  if (shots.length === 0) return null;
  const all = shots.map(({ view, size }) => pictureOf(size, altOf(view)));
  const isTile = shots.length > 1;
  return (
    <Album.Provider value={all}>
      <div class={isTile ? `photos several of-${Math.min(shots.length, 4)}` : "photos"}>
        {shots.map(({ view, size }) => (
          <div class="shot" key={view.key} data-key={view.key}>
            <Photo size={size} alt={altOf(view)} isTile={isTile} />
          </div>
        ))}
      </div>
    </Album.Provider>
  );
}

const Documents = ({ views }: { views: readonly MessageView[] }) =>
  views.map(({ key, message }) =>
    message.document === undefined ? null : (
      <div class="shot" key={key} data-key={key}>
        <DocumentCard document={message.document} />
      </div>
    ),
  );

/** A kind that the page does not know: that there is something, and its words if it has some. */
const isKnown = ({ message }: MessageView): boolean =>
  (message.text ?? message.rich_message ?? message.photo ?? message.document) !== undefined;

function MessageWords({ view: { message } }: { view: MessageView }) {
  if (message.text !== undefined) {
    return <Words text={message.text} entities={message.entities} />;
  }
  if (message.caption === undefined) return null;
  return <Words text={message.caption} entities={message.caption_entities} />;
}

export function MessageBody({ views }: { views: readonly MessageView[] }) {
  const [first] = views;
  if (first === undefined) return null;
  const { rich_message } = first.message;
  return (
    <>
      <Photos views={views} />
      <Documents views={views} />
      {isKnown(first) ? null : <p class="unknown">{say(words.unknownKind)}</p>}
      {rich_message === undefined ? null : (
        <div class="rich" dir={rich_message.is_rtl ? "rtl" : "auto"}>
          <MessageKey.Provider value={first.key}>
            <RichBlocks blocks={rich_message.blocks} />
          </MessageKey.Provider>
        </div>
      )}
      {views.map((view) => (
        <MessageWords key={view.key} view={view} />
      ))}
    </>
  );
}
