// Text of the years before Unicode: letters of a font's own, in one byte (TCVN3, "ABC") or two (VNI).
const TCVN3_CODES = [
  ["a1", "ĂÂÊÔƠƯĐăâêôơưđ"],
  ["b5", "àảãáạ"],
  ["bb", "ằẳẵắ"],
  ["c6", "ặầẩẫấậè"],
  ["ce", "ẻẽéẹềểễếệìỉ"],
  ["dc", "ĩíịò"],
  ["e1", "ỏõóọồổỗốộờởỡớợù"],
  ["f1", "ủũúụừửữứựỳỷỹýỵ"],
] as const;

const TCVN3 = new Map(
  TCVN3_CODES.flatMap(([first, letters]) =>
    [...letters].map((letter, at): [string, string] => [
      String.fromCharCode(Number.parseInt(first, 16) + at),
      letter,
    ]),
  ),
);

/** The code of ư is Unicode's soft hyphen: programs that copy it make it a hyphen, or drop it. */
const U_HORN =
  /(?<=[a-z\u00a1-\u00ff])-(?=[a-z\u00a1-\u00ff\s,.;]|$)|(?<=^|\s)-(?=[a-z\u00a1-\u00ff])/g;

export const fromTcvn3 = (text: string): string =>
  text.replace(U_HORN, "\u00ad").replace(/[\u00a1-\u00ff]/g, (code) => TCVN3.get(code) ?? code);

// Marks follow their vowel: first the shape that they make of it, then the tone.
const VNI_MARKS: Readonly<Record<string, string>> = {
  ø: "\u0300",
  ù: "\u0301",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  à: "\u0302\u0300",
  á: "\u0302\u0301",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  è: "\u0306\u0300",
  é: "\u0306\u0301",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: "đ",
  ô: "ơ",
  ö: "ư",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  î: "ỵ",
};

const vniPiece = (letter: string, mark: string): string => {
  const plain = VNI_LETTERS[letter.toLowerCase()] ?? letter;
  const base = letter === letter.toLowerCase() ? plain : plain.toUpperCase();
  return `${base}${VNI_MARKS[mark.toLowerCase()] ?? mark}`.normalize("NFC");
};

export const fromVni = (text: string): string =>
  text.replace(
    /([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ñôöæóòî]/gi,
    (whole: string, letter: string | undefined, mark: string | undefined) =>
      letter === undefined || mark === undefined ? vniPiece(whole, "") : vniPiece(letter, mark),
  );
