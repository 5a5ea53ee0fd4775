type LabelType = "a" | "A" | "i" | "I" | "1" | undefined;

/** `3.`, `c.` or `iii.`: what stands before an item of an ordered list. */
export function listLabel(value: number, type: LabelType) {
  if (type === "a") return `${letters(value)}.`;
  if (type === "A") return `${letters(value).toUpperCase()}.`;
  if (type === "i") return `${roman(value)}.`;
  if (type === "I") return `${roman(value).toUpperCase()}.`;
  return `${value}.`;
}

function letters(value: number): string {
  if (value <= 0) return String(value);
  const rest = Math.floor((value - 1) / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(97 + ((value - 1) % 26));
}

const numerals: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(value: number): string {
  const found = numerals.find(([size]) => size <= value);
  return found ? found[1] + roman(value - found[0]) : "";
}
