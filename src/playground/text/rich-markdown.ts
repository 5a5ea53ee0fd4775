/**
 * Rich Markdown made into rich HTML, which it may contain anyway: headings, paragraphs,
 * GFM tables, lists with task boxes, quotations, code, rules; bold, italic, strikethrough,
 * code, marked text, spoilers and links in a line. Footnotes and media are not read.
 */
export function richMarkdownToHtml(markdown: string): string {
  const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
  const html: string[] = [];
  let index = 0;

  const take = (isPart: (line: string) => boolean) => {
    const start = index;
    while (index < lines.length && isPart(lines[index] ?? "")) index++;
    return lines.slice(start, index);
  };

  while (index < lines.length) {
    const line = lines[index] ?? "";
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (line.trim() === "") index++;
    else if (heading) {
      const level = heading[1]?.length ?? 1;
      html.push(`<h${level}>${inline(heading[2] ?? "")}</h${level}>`);
      index++;
    } else if (line.startsWith("```")) {
      index++;
      const code = take((part) => !part.startsWith("```")).join("\n");
      index++;
      const language = line.slice(3).trim();
      const className = language === "" ? "" : ` class="language-${language}"`;
      html.push(`<pre><code${className}>${escapeHtml(code)}</code></pre>`);
    } else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
      html.push("<hr/>");
      index++;
    } else if (line.startsWith(">")) {
      const quoted = take((part) => part.startsWith(">"));
      const inner = quoted.map((part) => part.replace(/^>\s?/, "")).join("\n");
      html.push(`<blockquote>${richMarkdownToHtml(inner)}</blockquote>`);
    } else if (isTableStart(line, lines[index + 1])) {
      html.push(table(take((part) => part.includes("|"))));
    } else if (listMark.test(line)) {
      html.push(list(take((part) => listMark.test(part) || /^\s{2,}\S/.test(part))));
    } else if (/^<\/?[a-z]/i.test(line)) {
      html.push(inline(line));
      index++;
    } else {
      const isText = (part: string) => part.trim() !== "" && !startsBlock(part);
      html.push(
        `<p>${take((part) => part === line || isText(part))
          .map(inline)
          .join(" ")}</p>`,
      );
    }
  }
  return html.join("\n");
}

const listMark = /^\s*(?:[-*+]|\d+[.)])\s+/;

const startsBlock = (line: string) => /^(#{1,6}\s|```|>|<)/.test(line) || listMark.test(line);

const isTableStart = (line: string, next = "") =>
  line.includes("|") && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(next);

function table([header = "", rule = "", ...rows]: string[]) {
  const aligns = cells(rule).map((cell) => {
    if (cell.startsWith(":") && cell.endsWith(":")) return "center";
    return cell.endsWith(":") ? "right" : "left";
  });
  const row = (line: string, tag: "td" | "th") => {
    const filled = cells(line).map(
      (cell, column) => `<${tag} align="${aligns[column] ?? "left"}">${inline(cell)}</${tag}>`,
    );
    return `<tr>${filled.join("")}</tr>`;
  };
  return `<table>${row(header, "th")}${rows.map((line) => row(line, "td")).join("")}</table>`;
}

const cells = (line: string) =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));

/** Items of one level, or deeper ones under the item before them. */
function list(lines: string[]): string {
  const depth = (line: string) => /^\s*/.exec(line)?.[0].length ?? 0;
  const top = depth(lines[0] ?? "");
  const tag = /^\s*\d/.test(lines[0] ?? "") ? "ol" : "ul";
  const start = tag === "ol" ? ` start="${Number.parseInt(lines[0]?.trim() ?? "1", 10)}"` : "";
  const items: string[] = [];

  for (let index = 0; index < lines.length; ) {
    const own = (lines[index] ?? "").replace(listMark, "");
    const deeper: string[] = [];
    for (index++; index < lines.length && depth(lines[index] ?? "") > top; index++) {
      deeper.push(lines[index] ?? "");
    }
    const box = /^\[([ xX])\]\s+/.exec(own);
    const checkbox = box ? `<input type="checkbox"${box[1] === " " ? "" : " checked"}>` : "";
    const text = inline(box ? own.slice(box[0].length) : own);
    const under = deeper.length === 0 ? "" : deeperLines(deeper);
    items.push(`<li>${checkbox}${text}${under}</li>`);
  }
  return `<${tag}${start}>${items.join("")}</${tag}>`;
}

const deeperLines = (lines: string[]) =>
  listMark.test(lines[0] ?? "") ? list(lines) : ` ${lines.map((l) => inline(l.trim())).join(" ")}`;

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Code and escaped signs are set aside first, so that nothing inside them is a mark. */
function inline(source: string): string {
  const aside: string[] = [];
  const setAside = (html: string) => `\u0000${aside.push(html) - 1}\u0000`;

  const marked = source
    .replace(/`([^`]+)`/g, (_, code: string) => setAside(`<code>${escapeHtml(code)}</code>`))
    .replace(/\\([\\`*_{}[\]()#+\-.!|>~=$<])/g, (_, sign: string) => setAside(escapeHtml(sign)))
    .replace(/<(?![a-z/])/gi, "&lt;")
    .replace(/&(?!(?:#\d+|#x[0-9a-f]+|[a-z]+);)/gi, "&amp;")
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, text: string, url: string) => {
      return `${setAside(`<a href="${url.replaceAll('"', "&quot;")}">`)}${text}</a>`;
    })
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, "<b>$1</b>")
    .replace(/(?<![\p{L}\p{N}_])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}_])/gu, "<b>$1</b>")
    .replace(/\*(?=\S)(.+?)(?<=\S)\*/g, "<i>$1</i>")
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, "<i>$1</i>")
    .replace(/~~(.+?)~~/g, "<s>$1</s>")
    .replace(/==(.+?)==/g, "<mark>$1</mark>")
    .replace(/\|\|(.+?)\|\|/g, "<tg-spoiler>$1</tg-spoiler>");

  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL cannot be in a message
  return marked.replace(/\u0000(\d+)\u0000/g, (_, number: string) => aside[Number(number)] ?? "");
}
