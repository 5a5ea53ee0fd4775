// Vietnamese as one types it in a hurry: without accents, in small letters.

/** "Đôn đốc" → "don doc" */
export const folded = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
