// A text and its entities as a tree: entities may nest, and offsets count UTF-16 units.
import type { MessageEntity } from "@grammyjs/types";

export type TextNode = string | { entity: MessageEntity; start: number; children: TextNode[] };

type Span = { entity: MessageEntity; start: number; end: number };

const outerFirst = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Entities that cross each other's edges (a server makes none such) are cut at the edge. */
function nodesBetween(text: string, from: number, to: number, spans: readonly Span[]): TextNode[] {
  const nodes: TextNode[] = [];
  let at = from;
  let waiting = [...spans].sort(outerFirst);
  for (let span = waiting.shift(); span !== undefined; span = waiting.shift()) {
    const { entity, start } = span;
    const end = Math.min(span.end, to);
    if (start > at) nodes.push(text.slice(at, start));
    const inside = waiting.filter((other) => other.start < end);
    const cut = inside.map((other) => ({ ...other, end: Math.min(other.end, end) }));
    nodes.push({ entity, start, children: nodesBetween(text, start, end, cut) });
    waiting = waiting
      .filter((other) => other.end > end)
      .map((other) => ({ ...other, start: Math.max(other.start, end) }));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

/** The text in its formatting; entities that lie outside of it are left out. */
export function textTree(text: string, entities: readonly MessageEntity[] = []): TextNode[] {
  const spans = entities
    .map((entity) => ({
      entity,
      start: Math.max(0, entity.offset),
      end: Math.min(text.length, entity.offset + entity.length),
    }))
    .filter(({ start, end }) => end > start);
  return nodesBetween(text, 0, text.length, spans);
}

/** What a part of the tree says, without its formatting. */
export const wordsOf = (nodes: readonly TextNode[]): string =>
  nodes.map((node) => (typeof node === "string" ? node : wordsOf(node.children))).join("");
