// Every sentence that the bot says stands in a catalogue (messages/words/*), Vietnamese beside
// English, so that the office can read and correct the wording in one place.

export type Language = "vi" | "en";

/** One entry of a catalogue: the same sentence in both languages, with the same arguments. */
type Phrase<Args extends unknown[], Said> = Record<Language, (...args: Args) => Said>;

/**
 * Makes a sentence: `const saved = phrase({ vi: (code: string) => …, en: (code) => … })`, said
 * as `saved(language, "NV-012")`.
 */
export const phrase =
  <Args extends unknown[], Said = string>(wording: Phrase<Args, Said>) =>
  (language: Language, ...args: Args): Said =>
    wording[language](...args);
