// A number of an automatic list, as Word writes it.
const ROMAN: readonly [number, string][] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

const roman = (value: number): string => {
  let left = Math.min(value, 3_999);
  let written = "";
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      written += sign;
      left -= worth;
    }
  }
  return written;
};

/** a … z, aa, bb: Word repeats the letter, and knows no đ. */
const letter = (value: number): string => {
  const sign = String.fromCharCode(97 + ((value - 1) % 26));
  return sign.repeat(Math.min(Math.ceil(value / 26), 20));
};

export const writeNumber = (value: number, format: string): string => {
  if (value < 1) return String(value);
  switch (format) {
    case "lowerLetter":
      return letter(value);
    case "upperLetter":
      return letter(value).toUpperCase();
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(value);
  }
};
