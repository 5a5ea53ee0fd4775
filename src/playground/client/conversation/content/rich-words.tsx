// Rich text, the inline part of rich messages, as elements.
import type { RichText } from "@grammyjs/types";
import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { STOP } from "../stop.ts";
import { CommandLink } from "./command-link.tsx";
import { inlineTag, isMention } from "./inline-tags.ts";
import { plainText } from "./plain.ts";
import { TapButton } from "./tap-button.tsx";
import { Spoiler } from "./unfolding.tsx";
import { WebLink } from "./web-link.tsx";
import { isoOf } from "./words.tsx";

/** The key of the message that a button inside belongs to. */
export const MessageKey = createContext("");

/** Goes to an anchor of the same message; without a name, to its beginning. */
function goToAnchor(from: Element, name: string): void {
  const message = from.closest(".bubble");
  const anchor =
    name === "" ? message : message?.querySelector(`[data-anchor="${CSS.escape(name)}"]`);
  const folded = anchor?.closest("details");
  if (folded) folded.open = true;
  anchor?.scrollIntoView({ block: "center" });
}

const AnchorLink = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <button
    type="button"
    class="inline-link"
    {...STOP}
    onClick={({ currentTarget }) => goToAnchor(currentTarget, name)}
  >
    {children}
  </button>
);

type Wrapped = Exclude<RichText, string | RichText[]>;

function Wrapping({ text: node }: { text: Wrapped }) {
  const message = useContext(MessageKey);
  switch (node.type) {
    case "custom_emoji":
      return <>{node.alternative_text}</>;
    case "mathematical_expression":
      return <code class="formula">{node.expression}</code>;
    case "anchor":
      return <span data-anchor={node.name} />;
    case "button":
      return (
        <TapButton message={message} button={node.button}>
          <RichWords text={node.button.text} />
        </TapButton>
      );
    default:
  }

  const children = <RichWords text={node.text} />;
  const Tag = inlineTag(node.type);
  if (Tag !== undefined) return <Tag>{children}</Tag>;
  if (isMention(node.type)) return <span class="mention">{children}</span>;
  switch (node.type) {
    case "spoiler":
      return <Spoiler plain={plainText(node.text)}>{children}</Spoiler>;
    case "date_time":
      return <time dateTime={isoOf(node.unix_time)}>{children}</time>;
    case "url":
      return <WebLink url={node.url}>{children}</WebLink>;
    case "bot_command":
      return <CommandLink command={node.bot_command}>{children}</CommandLink>;
    case "anchor_link":
      return <AnchorLink name={node.anchor_name}>{children}</AnchorLink>;
    case "reference":
      return <span data-anchor={`reference:${node.name}`}>{children}</span>;
    case "reference_link":
      return <AnchorLink name={`reference:${node.reference_name}`}>{children}</AnchorLink>;
    default:
      return children;
  }
}

export function RichWords({ text }: { text: RichText | undefined }) {
  if (text === undefined) return null;
  if (typeof text === "string") return <>{text}</>;
  if (!Array.isArray(text)) return <Wrapping text={text} />;
  return (
    <>
      {text.map((part, place) => (
        <RichWords key={`${place}`} text={part} />
      ))}
    </>
  );
}
