import { cannotParse } from "../api-error.ts";

export type HtmlToken =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: Record<string, string>; empty: boolean; at: number }
  | { kind: "close"; name: string; at: number };

const plainNames: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

const richNames: Record<string, string> = {
  ...plainNames,
  apos: "'",
  nbsp: "\u00a0",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
};

/**
 * Splits Telegram's HTML into text and tags; `at` is a byte offset, as its errors say it.
 * Rich messages know more named characters than `parse_mode: "HTML"` does.
 *
 * @throws "can't parse entities" when a tag does not end
 */
export function htmlTokens(source: string, style: "plain" | "rich"): HtmlToken[] {
  const names = style === "rich" ? richNames : plainNames;
  const tokens: HtmlToken[] = [];
  const byteAt = (index: number) => Buffer.byteLength(source.slice(0, index));

  let index = 0;
  while (index < source.length) {
    const open = source.indexOf("<", index);
    const text = source.slice(index, open < 0 ? source.length : open);
    if (text !== "") tokens.push({ kind: "text", text: decode(text, names) });
    if (open < 0) break;

    const isClosing = source[open + 1] === "/";
    const end = tagEnd(source, open);
    const at = byteAt(open);
    if (end < 0)
      throw cannotParse(`Unclosed ${isClosing ? "end" : "start"} tag at byte offset ${at}`);

    const inside = source.slice(open + 1, end);
    tokens.push(
      isClosing
        ? { kind: "close", name: inside.slice(1).trim().toLowerCase(), at }
        : { kind: "open", at, ...readTag(inside, names) },
    );
    index = end + 1;
  }
  return tokens;
}

/** The `>` that ends a tag: one inside a quoted attribute does not. */
function tagEnd(source: string, from: number) {
  let quote = "";
  for (let index = from; index < source.length; index++) {
    const char = source[index] ?? "";
    if (quote !== "") quote = char === quote ? "" : quote;
    else if ((char === '"' || char === "'") && source[index - 1] === "=") quote = char;
    else if (char === ">") return index;
  }
  return -1;
}

const attributePattern = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'/>]+)))?/g;

function readTag(inside: string, names: Record<string, string>) {
  const name = /^[^\s/]*/.exec(inside)?.[0] ?? "";
  const attributes: Record<string, string> = {};
  for (const match of inside.slice(name.length).matchAll(attributePattern)) {
    const value = match[2] ?? match[3] ?? match[4] ?? "";
    attributes[(match[1] ?? "").toLowerCase()] = decode(value, names);
  }
  return { name: name.toLowerCase(), attributes, empty: inside.endsWith("/") };
}

function decode(text: string, names: Record<string, string>) {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return names[name] ?? whole;
  });
}
