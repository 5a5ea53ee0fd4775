// A text with its entities, as elements. Text reaches the page as text nodes only.
import type { MessageEntity } from "@grammyjs/types";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";

import { CommandLink } from "./command-link.tsx";
import { inlineTag, isMention } from "./inline-tags.ts";
import { type TextNode, textTree, wordsOf } from "./text-tree.ts";
import { LongQuote, Spoiler } from "./unfolding.tsx";
import { WebLink } from "./web-link.tsx";

type Node = Exclude<TextNode, string>;

function formatted({ entity, children: nodes }: Node): ComponentChildren {
  const children = drawn(nodes);
  const Tag = inlineTag(entity.type);
  if (Tag !== undefined) return <Tag>{children}</Tag>;
  if (isMention(entity.type)) return <span class="mention">{children}</span>;
  switch (entity.type) {
    case "pre":
      return <pre data-language={entity.language}>{children}</pre>;
    case "spoiler":
      return <Spoiler plain={wordsOf(nodes)}>{children}</Spoiler>;
    case "blockquote":
      return <blockquote>{children}</blockquote>;
    case "expandable_blockquote":
      return <LongQuote>{children}</LongQuote>;
    case "url":
      return <WebLink url={wordsOf(nodes)}>{children}</WebLink>;
    case "text_link":
      return <WebLink url={entity.url}>{children}</WebLink>;
    case "bot_command":
      return <CommandLink command={wordsOf(nodes)}>{children}</CommandLink>;
    case "date_time":
      return <time dateTime={isoOf(entity.unix_time)}>{children}</time>;
    default:
      return children;
  }
}

/** A moment for machines; none where the number is no moment. */
export function isoOf(unixSeconds: number): string | undefined {
  const at = new Date(unixSeconds * 1000);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

const BLOCKS = ["pre", "blockquote", "expandable_blockquote"];

/** A block ends its line by itself: the line break behind it would be an empty line. */
function drawn(nodes: readonly TextNode[]): ComponentChildren {
  return nodes.map((node, index) => {
    if (typeof node !== "string")
      return <Part key={`${node.start}${node.entity.type}`} node={node} />;
    const before = nodes[index - 1];
    const isAfterBlock = typeof before === "object" && BLOCKS.includes(before.entity.type);
    return isAfterBlock && node.startsWith("\n") ? node.slice(1) : node;
  });
}

const Part = ({ node }: { node: Node }) => <>{formatted(node)}</>;

type Props = { text: string; entities?: readonly MessageEntity[] | undefined };

/** Whatever its letters, the text turns nothing around it: it is isolated. */
export function Words({ text, entities }: Props) {
  const tree = useMemo(() => textTree(text, entities), [text, entities]);
  return (
    <div class="words" dir="auto">
      {drawn(tree)}
    </div>
  );
}
