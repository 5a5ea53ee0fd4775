// Finds the command in what a person typed: any case, accents or none, with or without the slash,
// "/tien do NV-012", "/tiendo@bot NV-012", or the words of a standing key ("Quá hạn").
import { fold } from "#src/language/fold.ts";
import type { Command } from "./request.ts";

export type Found =
  | { kind: "command"; command: Command; args: string }
  | { kind: "unknown"; word: string; args: string; nearest: Command[] }
  | { kind: "text" };

/** Letters and digits of a word, without accents: "Tiến_Độ" → "tiendo". */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, "");

export const makeCommandFinder = (commands: readonly Command[]) => {
  const byName = new Map<string, Command>();
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases]) byName.set(bare(name), command);
  }

  /** Tries the first three words together, then two, then one: "/tien do", "đến hạn". */
  const byWords = (text: string, longest: number): { command: Command; args: string } | null => {
    for (let words = longest; words >= 1; words -= 1) {
      const head = new RegExp(`^(?:\\S+[ \\t]+){${words - 1}}\\S+`).exec(text)?.[0];
      if (head === undefined) continue;
      const command = byName.get(bare(head));
      if (command !== undefined) return { command, args: text.slice(head.length).trim() };
    }
    return null;
  };

  return {
    find: (typed: string): Found => {
      const text = typed.normalize("NFC").trim();
      if (text.startsWith("/")) {
        const inner = text.slice(1).replace(/^([^\s@]+)@\S+/, "$1");
        const found = byWords(inner, 3);
        if (found !== null) return { kind: "command", ...found };
        const word = /^\S*/.exec(inner)?.[0] ?? "";
        const args = inner.slice(word.length).trim();
        return { kind: "unknown", word, args, nearest: nearestCommands(bare(word), commands) };
      }
      // Without a slash only a whole message that is a key, or "tiendo NV-012 …".
      const whole = byName.get(bare(text));
      if (whole !== undefined && text.length <= 24) {
        return { kind: "command", command: whole, args: "" };
      }
      const found = byWords(text, 2);
      if (found !== null && /^(nv|#)[\s-]*\d/i.test(fold(found.args))) {
        return { kind: "command", ...found };
      }
      return { kind: "text" };
    },
  };
};

const shared = (a: string, b: string): number => {
  const pairs = (word: string) =>
    new Set([...word].map((_, at) => word.slice(at, at + 2)).filter((pair) => pair.length === 2));
  const [one, other] = [pairs(a), pairs(b)];
  const both = [...one].filter((pair) => other.has(pair)).length;
  return both === 0 ? 0 : (2 * both) / (one.size + other.size);
};

/** Up to three commands whose names look like the word (shared pairs of letters). */
const nearestCommands = (word: string, commands: readonly Command[]): Command[] => {
  const ranked = commands
    .map((command) => ({
      command,
      likeness: Math.max(
        ...[command.name, ...command.aliases].map((name) => shared(word, bare(name))),
      ),
    }))
    .filter(({ likeness }) => likeness >= 0.3)
    .sort((a, b) => b.likeness - a.likeness);
  const best = ranked[0]?.likeness ?? 0;
  // Nothing much worse than the best: a clear slip is not to be drowned in guesses.
  return ranked
    .filter(({ likeness }) => likeness >= best * 0.7)
    .slice(0, 3)
    .map(({ command }) => command);
};
