// The text of one paragraph. What tracked changes took out is left out, what they put in is kept.
import { childOf, elementsOf, findAll, valOf, type XmlElement } from "../xml.ts";

const LEFT_OUT = new Set([
  "del",
  "moveFrom",
  "delText",
  "instrText",
  "delInstrText",
  "footnoteReference",
  "endnoteReference",
  "commentReference",
  "pPr",
  "rPr",
  "sdtPr",
  "ruby",
]);
const SPACES = new Set(["tab", "ptab"]);
const BOXED = new Set(["drawing", "pict", "object"]);

const isOn = (parent: XmlElement | undefined, name: string): boolean =>
  childOf(parent, name) !== undefined && !/^(0|false|off)$/.test(valOf(parent, name) ?? "");

/** Of what Word writes twice, for itself and for older programs, the first. */
export const chosen = (alternate: XmlElement): XmlElement | undefined =>
  childOf(alternate, "Choice") ?? childOf(alternate, "Fallback");

const boxTexts = (element: XmlElement): string[] =>
  findAll(element, "txbxContent").flatMap((box) =>
    findAll(box, "p").map((paragraph) => textOf(paragraph, () => {})),
  );

/** `aside` gets the paragraphs of text boxes, which are no part of the text. */
const textOf = (element: XmlElement, aside: (text: string) => void): string => {
  let text = "";
  for (const child of element.children) {
    if (typeof child === "string") {
      if (element.name === "t") text += child;
      continue;
    }
    if (child.name === "t" || !(LEFT_OUT.has(child.name) || BOXED.has(child.name))) {
      text += pieceOf(child, aside);
    } else if (BOXED.has(child.name)) {
      for (const box of boxTexts(child)) aside(box);
    }
  }
  return text;
};

const pieceOf = (child: XmlElement, aside: (text: string) => void): string => {
  if (SPACES.has(child.name)) return "\t";
  if (child.name === "br" || child.name === "cr") return "\n";
  if (child.name === "noBreakHyphen") return "-";
  if (child.name === "softHyphen") return "";
  if (child.name === "r" && isOn(childOf(child, "rPr"), "vanish")) return "";
  if (child.name === "AlternateContent") {
    const one = chosen(child);
    return one === undefined ? "" : textOf(one, aside);
  }
  return textOf(child, aside);
};

export type ParagraphText = {
  text: string;
  /** Its end was taken out by a tracked change: the next paragraph goes on in it. */
  runsOn: boolean;
};

export const readParagraph = (
  paragraph: XmlElement,
  aside: (text: string) => void,
): ParagraphText => {
  const mark = childOf(childOf(paragraph, "pPr"), "rPr");
  const runsOn = mark !== undefined && elementsOf(mark).some(({ name }) => name === "del");
  return { text: textOf(paragraph, aside), runsOn };
};
