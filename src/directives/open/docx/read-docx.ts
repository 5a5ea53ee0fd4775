// A Word document's text: a small reader of our own, for Word keeps the numbers of automatic
// lists apart from the text, and they are the outline here.
import { pagesOfText } from "../limits.ts";
import { NotOpened } from "../not-opened.ts";
import { childOf, elementsOf, findAll, readXml, type XmlElement } from "../xml.ts";
import { unzipParts } from "../zip-parts.ts";
import { readBlocks } from "./blocks.ts";
import { makeListCounter } from "./list-counter.ts";
import { readLists } from "./lists.ts";
import { readParagraph } from "./paragraph.ts";
import { numberRef, readStyles } from "./styles.ts";
import { writeBlocks } from "./write-blocks.ts";

export type DocumentText = {
  text: string;
  /** What stands beside it on the paper, a line each: text boxes, headers and footers. */
  beside: readonly string[];
  pages: number;
  /** It holds pictures: of pages, where there is no text. */
  pictures: boolean;
};

const ATTRIBUTES: ReadonlySet<string> = new Set([
  "val",
  "Id",
  "Type",
  "Target",
  "styleId",
  "type",
  "default",
  "numId",
  "abstractNumId",
  "ilvl",
]);
/** How things look: most of a document's bytes. */
const WITHOUT: ReadonlySet<string> = new Set([
  "rFonts",
  "sz",
  "szCs",
  "lang",
  "color",
  "spacing",
  "ind",
  "jc",
  "tabs",
  "shd",
  "tblBorders",
  "tcBorders",
  "tblGrid",
  "proofErr",
  "bookmarkStart",
  "bookmarkEnd",
  "blipFill",
  "binData",
]);

const WANTED = /^word\/[^/]+\.xml$|^word\/_rels\/[^/]+\.rels$|^_rels\/\.rels$|^docProps\/app\.xml$/;
const UNWANTED = /^word\/(theme|fontTable|webSettings|settings|comments|people|footnotes|endnotes)/;

type Parts = ReadonlyMap<string, Uint8Array>;

const xmlPart = (parts: Parts, name: string): XmlElement | undefined => {
  const bytes = parts.get(name);
  return bytes && readXml(bytes, { attributes: ATTRIBUTES, without: WITHOUT });
};

const mainPart = (parts: Parts): string => {
  const relations = childOf(xmlPart(parts, "_rels/.rels"), "Relationships");
  const main = (relations === undefined ? [] : elementsOf(relations)).find(({ attributes }) =>
    attributes.Type?.endsWith("/officeDocument"),
  );
  return main?.attributes.Target?.replace(/^\//, "") ?? "word/document.xml";
};

const statedPages = (parts: Parts): number => {
  const pages = childOf(childOf(xmlPart(parts, "docProps/app.xml"), "Properties"), "Pages");
  const stated = Number(pages?.children.join("") ?? 0);
  return Number.isInteger(stated) && stated > 0 ? stated : 0;
};

const marginLines = (parts: Parts): string[] =>
  [...parts.keys()]
    .filter((name) => /^word\/(header|footer)\d*\.xml$/.test(name))
    .flatMap((name) => findAll(xmlPart(parts, name) ?? emptyRoot, "p"))
    .flatMap((paragraph) => {
      const boxes: string[] = [];
      const { text } = readParagraph(paragraph, (box) => boxes.push(box));
      return [text, ...boxes];
    });

const emptyRoot: XmlElement = { name: "", attributes: {}, children: [] };

/** The whole of a .docx; throws NotOpened. */
export const readDocx = (bytes: Uint8Array): DocumentText => {
  let pictures = false;
  const parts = unzipParts(bytes, (name) => {
    pictures ||= name.startsWith("word/media/");
    return WANTED.test(name) && !UNWANTED.test(name);
  });
  const body = childOf(childOf(xmlPart(parts, mainPart(parts)), "document"), "body");
  if (body === undefined) throw new NotOpened("broken");
  const stylesRoot = xmlPart(parts, "word/styles.xml");
  const styles = readStyles(stylesRoot);
  const numOfStyle = (style: string): string | undefined => {
    const found = findAll(stylesRoot ?? emptyRoot, "style").find(
      ({ attributes }) => attributes.styleId === style,
    );
    return numberRef(childOf(found, "pPr")).num;
  };
  const lists = readLists(xmlPart(parts, "word/numbering.xml"), numOfStyle);
  const beside = marginLines(parts);
  const blocks = readBlocks(body, {
    number: makeListCounter(lists, styles),
    aside: (text) => beside.push(text),
  });
  const text = writeBlocks(blocks);
  return { text, beside, pages: statedPages(parts) || pagesOfText(text), pictures };
};
