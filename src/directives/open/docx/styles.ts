// What styles.xml says of numbering: a paragraph may be numbered by its style alone.
import { childOf, elementsOf, valOf, type XmlElement } from "../xml.ts";

export type NumberRef = { num: string | undefined; level: number | undefined };

export type Styles = {
  /** What a paragraph of this style inherits; undefined: of the default style. */
  numbering: (style: string | undefined) => NumberRef;
  /** This style and those that it is based on, the nearest first. */
  ancestry: (style: string | undefined) => readonly string[];
};

/** `<w:numPr>` of a paragraph or a style. */
export const numberRef = (properties: XmlElement | undefined): NumberRef => {
  const numPr = childOf(properties, "numPr");
  const level = Number(valOf(numPr, "ilvl") ?? Number.NaN);
  return { num: valOf(numPr, "numId"), level: Number.isInteger(level) ? level : undefined };
};

export const readStyles = (root: XmlElement | undefined): Styles => {
  const parent = childOf(root, "styles");
  const all = (parent === undefined ? [] : elementsOf(parent)).filter(
    ({ name }) => name === "style",
  );
  const byId = new Map(all.map((style) => [style.attributes.styleId ?? "", style]));
  const byDefault = all.find(
    ({ attributes }) =>
      attributes.type === "paragraph" && /^(1|true|on)$/.test(attributes.default ?? ""),
  )?.attributes.styleId;

  const ancestry = (style: string | undefined): string[] => {
    const found: string[] = [];
    let next = style ?? byDefault;
    while (next !== undefined && !found.includes(next)) {
      found.push(next);
      next = valOf(byId.get(next), "basedOn");
    }
    return found;
  };
  const numbering = (style: string | undefined): NumberRef => {
    const refs = ancestry(style).map((one) => numberRef(childOf(byId.get(one), "pPr")));
    return {
      num: refs.find(({ num }) => num !== undefined)?.num,
      level: refs.find(({ level }) => level !== undefined)?.level,
    };
  };
  return { numbering, ancestry };
};
