// The outline: which item stands under which, and by what name each is cited ("1.1.a", "II.2-1+3").
import { type PartKind, partOf, standsAsHeading } from "./headings.ts";
import { isBullet, type Marker } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

export type Item = {
  paragraph: Paragraph;
  parent: Item | null;
  /** What it is cited by; "" for a paragraph of the document itself. */
  clause: string;
  /** Where its words begin, behind the marker. */
  from: number;
  /** Its words, without the marker. */
  text: string;
  /** It speaks of what stands under it, or opens it with a colon. */
  heading: boolean;
  part: PartKind | null;
  children: Item[];
};

const COLON = /:\s*$/u;
const ENDED = /[.;!?…]["”»)]*$|\/\.$/u;
const LONGEST_TITLE = 200;

const keyOf = (marker: Marker): string =>
  marker.kind === "decimal" ? `decimal${marker.depth}` : marker.kind;

const isCapitals = (text: string): boolean =>
  /\p{Lu}{2} \p{Lu}{2}/u.test(text) && text === text.toUpperCase();

const isHeading = (marker: Marker | null, text: string): boolean => {
  if (COLON.test(text)) return true;
  if (marker !== null && !isBullet(marker) && !ENDED.test(text) && text.length < LONGEST_TITLE)
    return true;
  return standsAsHeading(text);
};

const BULLET_SIGNS = { dash: "-", plus: "+", dot: "*" } as const;

/** The name of an item under a parent: numbers are joined by dots, bullets counted. */
function clauseOf(marker: Marker, parent: Item | null, place: number): string {
  const above = parent?.clause ?? "";
  if (marker.kind === "dash" || marker.kind === "plus" || marker.kind === "dot") {
    return `${above}${BULLET_SIGNS[marker.kind]}${place}`;
  }
  const label = marker.kind === "article" ? `Điều ${marker.label}` : marker.label;
  if (marker.kind === "decimal") {
    // "1.2" under "1": the number says the whole way itself.
    const first = marker.label.split(".")[0] ?? "";
    const parts = above.split(".");
    const cut = parts.lastIndexOf(first);
    const kept = cut >= 0 ? parts.slice(0, cut) : parts.filter((part) => /^[IVXLC]+$/u.test(part));
    return [...kept, label].filter((part) => part !== "").join(".");
  }
  return above === "" ? label : `${above}.${label}`;
}

/** Nests paragraphs by their markers. Linear in their number. */
export function outlineOf(paragraphs: readonly Paragraph[]): Item[] {
  const items: Item[] = [];
  const stack: { key: string; item: Item }[] = [];
  const bullets = new Map<string, number>();
  /** How many bullets of a kind stand under a clause, this one included: headings without a number
   * ("Đến năm 2030:") let the count go on, so that no two have one name. */
  const placeOf = (kind: string, parent: Item | null): number => {
    const key = `${parent?.clause ?? ""} ${kind}`;
    const place = (bullets.get(key) ?? 0) + 1;
    bullets.set(key, place);
    return place;
  };
  const popTo = (keys: readonly string[]): void => {
    const at = stack.findIndex(({ key }) => keys.includes(key));
    if (at >= 0) stack.length = at;
  };

  const place = (paragraph: Paragraph, key: string | null, marker: Marker | null): Item => {
    const parent = stack.at(-1)?.item ?? null;
    const from = marker?.length ?? 0;
    const text = paragraph.passage.text.slice(from);
    const clause =
      marker === null
        ? (parent?.clause ?? "")
        : clauseOf(marker, parent, placeOf(marker.kind, parent));
    const heading = paragraph.cells === null && isHeading(marker, text);
    const part = heading ? partOf(text) : null;
    const item = { paragraph, parent, clause, from, text, heading, part, children: [] };
    parent?.children.push(item);
    items.push(item);
    if (key !== null) stack.push({ key, item });
    return item;
  };

  for (const paragraph of paragraphs) {
    const { marker, passage } = paragraph;
    if (marker !== null) {
      const key = keyOf(marker);
      const known = stack.some((each) => each.key === key);
      if (known) popTo([key]);
      else if (marker.kind === "dash") popTo(["plus", "dot"]);
      else if (marker.kind === "decimal")
        popTo(["decimal2", "decimal3", "decimal4", "decimal5"].slice(marker.depth - 1));
      else if (!isBullet(marker)) popTo(["dash", "plus", "dot"]);
      if (marker.kind === "roman" || marker.kind === "part") popTo(["name"]);
      place(paragraph, key, marker);
      continue;
    }
    if (paragraph.cells !== null) {
      place(paragraph, null, null);
      continue;
    }
    const { text } = passage;
    if (isCapitals(text) && standsAsHeading(text)) {
      stack.length = 0;
      place(paragraph, "caps", null);
    } else if (isHeading(null, text)) {
      popTo(["name"]);
      while (stack.length > 0 && stack.at(-1)?.item.heading === false) stack.pop();
      place(paragraph, "name", null);
    } else {
      while (stack.length > 0 && stack.at(-1)?.item.heading === false) stack.pop();
      place(paragraph, null, null);
    }
  }
  return items;
}
