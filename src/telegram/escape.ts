// Telegram's HTML, plain or rich, knows these characters as markup, and only these.
import { plainLetters } from "#src/messages/plain-letters.ts";
import type { Run } from "#src/messages/reply.ts";

const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escapeHtml = (text: string): string =>
  plainLetters(text).replace(/[&<>"]/g, (character) => names[character] ?? character);

export const textOfRun = (run: Run): string => {
  if (typeof run === "string") return run;
  if ("bold" in run) return run.bold;
  return "italic" in run ? run.italic : run.code;
};

/** The run with other words: a part of it, say. */
export const runWith = (run: Run, text: string): Run => {
  if (typeof run === "string") return text;
  if ("bold" in run) return { bold: text };
  return "italic" in run ? { italic: text } : { code: text };
};

export const runHtml = (run: Run): string => {
  const text = escapeHtml(textOfRun(run));
  if (typeof run === "string" || text === "") return text;
  if ("bold" in run) return `<b>${text}</b>`;
  return "italic" in run ? `<i>${text}</i>` : `<code>${text}</code>`;
};

/** Characters as Telegram's limits count them: code points. */
export const lengthOf = (text: string): number => [...text].length;
