export const openLimits = {
  bytes: 5 * 1024 * 1024,
  pages: 200,
  /** Whatever a file states of its pages: so much text fills more. */
  characters: 1_200_000,
  /** Of a zip's parts that are read, all together. */
  unpackedBytes: 50 * 1024 * 1024,
  milliseconds: 20_000,
} as const;

const CHARACTERS_OF_A_PAGE = 3_000;

/** How many pages a text would fill. */
export const pagesOfText = (text: string): number => Math.ceil(text.length / CHARACTERS_OF_A_PAGE);
