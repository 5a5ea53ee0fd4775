// Finds the command in what a person typed: any case, accents or none, with or without the slash,
// "/tien do NV-012", "/tiendo@bot NV-012", or the words of a standing key ("Quá hạn").
import { fold } from "#src/language/fold.ts";
import type { Command } from "./request.ts";

export type Found =
  | { kind: "command"; command: Command; args: string }
  | { kind: "unknown"; word: string; args: string; nearest: Command[] }
  /** `perhaps`: what it might be as a command, if a slash stood before it. */
  | {
      kind: "text";
      perhaps?: { command: Command; args: string };
      /** Commands whose words stand somewhere in the sentence: "hôm nay có việc gì". */
      mentioned: Command[];
    };

/** Letters and digits of a word, without accents: "Tiến_Độ" → "tiendo". */
const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, "");

/** "?" is a name of its own; whatever else has no letter or digit is no command. */
const keyOf = (text: string): string => (text === "?" ? text : bare(text));

/** Words that people use for a command that is called otherwise. */
const MEANT: Readonly<Record<string, string>> = {
  baocao: "tiendo",
  baotiendo: "tiendo",
  capnhat: "tiendo",
  xong: "hoanthanh",
  nop: "hoanthanh",
  nopketqua: "hoanthanh",
  danhsach: "viec",
  thongke: "xephang",
  giup: "trogiup",
};

export const makeCommandFinder = (commands: readonly Command[]) => {
  const byName = new Map<string, Command>();
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases]) byName.set(keyOf(name), command);
  }

  /** Tries the first three words together, then two, then one: "/tien do", "đến hạn". */
  const byWords = (text: string, longest: number): { command: Command; args: string } | null => {
    for (let words = longest; words >= 1; words -= 1) {
      const head = new RegExp(`^(?:\\S+[ \\t]+){${words - 1}}\\S+`).exec(text)?.[0];
      if (head === undefined) continue;
      const command = byName.get(keyOf(head));
      if (command !== undefined) return { command, args: text.slice(head.length).trim() };
    }
    return null;
  };

  /** At most three, the longer words first: "quá hạn" says more than "việc". */
  const mentionedIn = (text: string): Command[] => {
    const parts = text.split(/\s+/).slice(0, 40);
    const hits = parts.flatMap((_, at) =>
      [3, 2, 1].flatMap((length) => {
        if (at + length > parts.length) return [];
        const command = byName.get(keyOf(parts.slice(at, at + length).join("")));
        return command === undefined || command.roles === "anyone" ? [] : [{ command, length }];
      }),
    );
    const ordered = hits.sort((a, b) => b.length - a.length).map(({ command }) => command);
    return [...new Set(ordered)].slice(0, 3);
  };

  return {
    find: (typed: string): Found => {
      const text = typed.normalize("NFC").trim();
      if (text.startsWith("/")) {
        const inner = text.replace(/^\/+\s*/, "").replace(/^([^\s@]+)@\S+/, "$1");
        const found = byWords(inner, 3);
        if (found !== null) return { kind: "command", ...found };
        const word = /^\S*/.exec(inner)?.[0] ?? "";
        const args = inner.slice(word.length).trim();
        return { kind: "unknown", word, args, nearest: nearestCommands(bare(word), commands) };
      }
      // Without a slash only a whole message that is a key, or "tiendo NV-012 …".
      const whole = byName.get(keyOf(text));
      if (whole !== undefined && whole.slashOnly !== true && text.length <= 24) {
        return { kind: "command", command: whole, args: "" };
      }
      const found = byWords(text, 2);
      if (found !== null && /^(nv|#)[\s-]*\d/i.test(fold(found.args))) {
        return { kind: "command", ...found };
      }
      const mentioned = mentionedIn(text);
      return found === null
        ? { kind: "text", mentioned }
        : { kind: "text", perhaps: found, mentioned };
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
  const meant = commands.filter(({ name }) => name === MEANT[word]);
  if (meant.length > 0) return meant;
  const ranked = commands
    .map((command) => ({
      command,
      likeness: Math.max(
        ...[command.name, ...command.aliases].map((name) => shared(word, bare(name))),
      ),
    }))
    .filter(
      ({ command, likeness }) =>
        likeness >= 0.7 || (likeness >= 0.3 && command.name[0] === word[0]),
    )
    .sort((a, b) => b.likeness - a.likeness);
  const best = ranked[0]?.likeness ?? 0;
  // Nothing much worse than the best: a clear slip is not to be drowned in guesses.
  return ranked
    .filter(({ likeness }) => likeness >= best * 0.7)
    .slice(0, 3)
    .map(({ command }) => command);
};
