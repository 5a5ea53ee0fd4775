// What the page itself says, in two languages. Each part of the page keeps its sentences in a
// words-*.ts file of its own as phrases; `say` gives the one of the language that is chosen.
import { kept } from "./kept.ts";

export type Language = "vi" | "en";
export type Phrase = { vi: string; en: string };

const isLanguage = (value: unknown): value is Language => value === "vi" || value === "en";

export const language = kept<Language>("language", "vi", isLanguage);

/** Reads the signal: what shows it is drawn again when the language changes. */
export const say = (phrase: Phrase): string => phrase[language.value];
