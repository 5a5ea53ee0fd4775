// XML as a light tree: local names only, and of the attributes those that are asked for. Entities
// of the document itself are never expanded (saxes knows none but the five of XML).
import { SaxesParser } from "saxes";
import { NotOpened } from "./not-opened.ts";

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
};

type Keep = {
  /** Local names of elements that are left out with all that they hold. */
  without?: ReadonlySet<string>;
  /** Local names of the attributes that are kept. */
  attributes: ReadonlySet<string>;
};

const MAX_ELEMENTS = 3_000_000;
/** Those who walk the tree call themselves. */
const MAX_DEPTH = 300;

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const keptAttributes = (all: Record<string, string>, names: ReadonlySet<string>) => {
  const kept: Record<string, string> = {};
  for (const name in all) {
    const local = localName(name);
    if (names.has(local)) kept[local] = all[name] ?? "";
  }
  return kept;
};

const decoded = (bytes: Uint8Array): string => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(bytes);
};

/** The root; a document that is not well-formed is broken. */
export const readXml = (bytes: Uint8Array, { without, attributes }: Keep): XmlElement => {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const path: XmlElement[] = [root];
  let elements = 0;
  /** Depth inside an element that is left out. */
  let left = 0;
  const parser = new SaxesParser();
  parser.on("error", () => {
    throw new NotOpened("broken");
  });
  parser.on("opentag", (tag) => {
    const name = localName(tag.name);
    if (left > 0 || without?.has(name) === true) {
      left += 1;
      return;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS) throw new NotOpened("too-large");
    if (path.length > MAX_DEPTH) throw new NotOpened("broken");
    const element = { name, attributes: keptAttributes(tag.attributes, attributes), children: [] };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on("closetag", () => {
    if (left > 0) left -= 1;
    else path.pop();
  });
  const text = (words: string): void => {
    if (left === 0) path.at(-1)?.children.push(words);
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.write(decoded(bytes)).close();
  return root;
};

export const elementsOf = (parent: XmlElement): XmlElement[] =>
  parent.children.filter((child) => typeof child !== "string");

export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent === undefined ? undefined : elementsOf(parent).find((child) => child.name === name);

/** `<w:ilvl w:val="1"/>` inside of `parent`. */
export const valOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes.val;

/** All elements of a name, however deep; none inside of one another. */
export const findAll = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
