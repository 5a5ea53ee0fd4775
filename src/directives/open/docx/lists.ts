// What numbering.xml says: which list a number belongs to, and how each of its levels is written.
import { childOf, elementsOf, valOf, type XmlElement } from "../xml.ts";

export type ListLevel = {
  start: number;
  format: string;
  /** "%1.%2." */
  text: string;
  /** All numbers in it are written 1, 2, 3, whatever their own levels say. */
  legal: boolean;
  /** Counting begins anew after this level (from 0); −1: never. Null: after any above. */
  restart: number | null;
  /** The paragraph style that stands for this level. */
  style: string | undefined;
};

/** `list`: what is counted together; several nums may share it. */
export type NumberedList = {
  list: string;
  levels: ReadonlyMap<number, ListLevel>;
  /** Levels at which this num begins anew when it is first met. */
  starts: ReadonlyMap<number, number>;
};

const asNumber = (text: string | undefined, otherwise: number): number => {
  const value = Number(text ?? otherwise);
  return Number.isSafeInteger(value) && value >= 0 && value < 1e6 ? value : otherwise;
};

const readLevel = (level: XmlElement): ListLevel => {
  const restart = valOf(level, "lvlRestart");
  return {
    start: asNumber(valOf(level, "start"), 0),
    format: valOf(level, "numFmt") ?? "decimal",
    text: valOf(level, "lvlText") ?? "",
    legal: childOf(level, "isLgl") !== undefined,
    restart: restart === undefined ? null : asNumber(restart, 0) - 1,
    style: valOf(level, "pStyle"),
  };
};

const readLevels = (parent: XmlElement): Map<number, ListLevel> =>
  new Map(
    elementsOf(parent)
      .filter(({ name }) => name === "lvl")
      .map((level) => [asNumber(level.attributes.ilvl, 0), readLevel(level)]),
  );

const overrides = (num: XmlElement) => {
  const levels = new Map<number, ListLevel>();
  const starts = new Map<number, number>();
  for (const one of elementsOf(num)) {
    if (one.name !== "lvlOverride") continue;
    const at = asNumber(one.attributes.ilvl, 0);
    const level = childOf(one, "lvl");
    if (level !== undefined) levels.set(at, readLevel(level));
    const start = valOf(one, "startOverride");
    if (start !== undefined) starts.set(at, asNumber(start, 1));
  }
  return { levels, starts };
};

/** `numOfStyle`: a list may only name the style that holds it (numStyleLink). */
export const readLists = (
  root: XmlElement | undefined,
  numOfStyle: (style: string) => string | undefined,
): Map<string, NumberedList> => {
  const numbering = childOf(root, "numbering");
  const parts = numbering === undefined ? [] : elementsOf(numbering);
  const abstracts = new Map(
    parts
      .filter(({ name }) => name === "abstractNum")
      .map((one) => [one.attributes.abstractNumId ?? "", one]),
  );
  const nums = new Map(
    parts.filter(({ name }) => name === "num").map((one) => [one.attributes.numId ?? "", one]),
  );
  const abstractOf = (num: XmlElement): XmlElement | undefined => {
    const own = abstracts.get(valOf(num, "abstractNumId") ?? "");
    const link = valOf(own, "numStyleLink");
    if (link === undefined) return own;
    const other = nums.get(numOfStyle(link) ?? "");
    return abstracts.get(valOf(other, "abstractNumId") ?? "") ?? own;
  };
  return new Map(
    [...nums].flatMap(([id, num]): [string, NumberedList][] => {
      const abstract = abstractOf(num);
      if (abstract === undefined) return [];
      const own = overrides(num);
      const levels = new Map([...readLevels(abstract), ...own.levels]);
      return [[id, { list: abstract.attributes.abstractNumId ?? "", levels, starts: own.starts }]];
    }),
  );
};
