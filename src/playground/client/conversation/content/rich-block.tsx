// The blocks of a rich message, as the elements that they are.
import type { RichBlock, RichBlockCaption, RichBlockListItem, RichText } from "@grammyjs/types";
import { useContext } from "preact/hooks";

import { say } from "../../words.ts";
import { words } from "../../words-conversation.ts";
import { STOP } from "../stop.ts";
import { DocumentCard } from "./document-card.tsx";
import { largestSize, Photo } from "./photo.tsx";
import { plainText } from "./plain.ts";
import { RichTable } from "./rich-table.tsx";
import { MessageKey, RichWords } from "./rich-words.tsx";
import { TapButton } from "./tap-button.tsx";
import { LongQuote } from "./unfolding.tsx";

const Credit = ({ text }: { text: RichText | undefined }) =>
  text === undefined ? null : (
    <cite>
      <RichWords text={text} />
    </cite>
  );

const Caption = ({ caption }: { caption: RichBlockCaption | undefined }) =>
  caption === undefined ? null : (
    <figcaption>
      <RichWords text={caption.text} />
      <Credit text={caption.credit} />
    </figcaption>
  );

/** The label is the bot's own (1., a), •): the browser must not count anew. */
function Item({ item }: { item: RichBlockListItem }) {
  const { label, blocks, has_checkbox, is_checked } = item;
  return (
    <li>
      {has_checkbox ? (
        <span
          class={is_checked ? "box checked" : "box"}
          role="img"
          aria-label={say(is_checked ? words.ticked : words.unticked)}
        />
      ) : (
        <span class="label">{label}</span>
      )}
      <div class="item">
        <RichBlocks blocks={blocks} />
      </div>
    </li>
  );
}

/** The page has headings of its own above: a message's begin below them. */
const HEADINGS = { 1: "h3", 2: "h3", 3: "h3", 4: "h4", 5: "h5", 6: "h6" } as const;

function Block({ block }: { block: RichBlock }) {
  const message = useContext(MessageKey);
  switch (block.type) {
    case "paragraph":
      return (
        <p>
          <RichWords text={block.text} />
        </p>
      );
    case "heading": {
      const Heading = HEADINGS[block.size] ?? "h6";
      return (
        <Heading class={`heading size-${block.size}`}>
          <RichWords text={block.text} />
        </Heading>
      );
    }
    case "pre":
      return (
        <pre data-language={block.language}>
          <RichWords text={block.text} />
        </pre>
      );
    case "footer":
      return (
        <p class="footnote">
          <RichWords text={block.text} />
        </p>
      );
    case "thinking":
      return (
        <p class="thinking">
          <RichWords text={block.text} />
        </p>
      );
    case "divider":
      return <hr />;
    case "mathematical_expression":
      return <pre class="formula">{block.expression}</pre>;
    case "anchor":
      return <span data-anchor={block.name} />;
    case "list":
      return (
        <ul class="rich-list">
          {block.items.map((item, place) => (
            <Item key={`${place}`} item={item} />
          ))}
        </ul>
      );
    case "blockquote":
      return (
        <blockquote>
          <RichBlocks blocks={block.blocks} />
          <Credit text={block.credit} />
        </blockquote>
      );
    case "expandable_blockquote":
      return (
        <LongQuote>
          <RichWords text={block.text} />
          <Credit text={block.credit} />
        </LongQuote>
      );
    case "pullquote":
      return (
        <blockquote class="pulled">
          <RichWords text={block.text} />
          <Credit text={block.credit} />
        </blockquote>
      );
    case "table":
      return <RichTable block={block} />;
    case "details":
      return (
        <details open={block.is_open === true}>
          <summary {...STOP}>
            <RichWords text={block.summary} />
          </summary>
          <div class="folded">
            <RichBlocks blocks={block.blocks} />
          </div>
        </details>
      );
    case "buttons":
      return (
        <div class={`rich-buttons ${block.align ?? "left"}`}>
          {block.buttons.map((button, place) => (
            <TapButton key={`${place}:${plainText(button.text)}`} message={message} button={button}>
              <RichWords text={button.text} />
            </TapButton>
          ))}
        </div>
      );
    case "photo": {
      const size = largestSize(block.photo);
      return (
        <figure>
          {size === undefined ? null : <Photo size={size} alt={plainText(block.caption?.text)} />}
          <Caption caption={block.caption} />
        </figure>
      );
    }
    case "document":
      return (
        <figure>
          <DocumentCard document={block.document} />
          <Caption caption={block.caption} />
        </figure>
      );
    case "collage":
    case "slideshow":
      return (
        <figure class="collage">
          <RichBlocks blocks={block.blocks} />
          <Caption caption={block.caption} />
        </figure>
      );
    default:
      return (
        <p class="unknown">
          {say(words.unknownKind)}: {block.type}
        </p>
      );
  }
}

export const RichBlocks = ({ blocks }: { blocks: readonly RichBlock[] }) => (
  <>
    {blocks.map((block, place) => (
      <Block key={`${place}${block.type}`} block={block} />
    ))}
  </>
);
