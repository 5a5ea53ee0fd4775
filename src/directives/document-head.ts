// What a document says of itself (NĐ 30/2020/NĐ-CP, phụ lục I): number, issuer, place and date,
// kind, title, signer, recipients. What it does not say stays null.
import { type CivilDate, tryCivilOf } from "#src/calendar/civil-date.ts";
import { documentMentions } from "#src/language/document-ref.ts";
import { fold } from "#src/language/fold.ts";
import { tokenize } from "#src/language/tokens.ts";
import { type CleanLine, spanOf } from "./clean-text.ts";
import { markerOf } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Citation, DocumentHead } from "./reading.ts";
import { signerOf } from "./signer.ts";

const KINDS = [
  ...["chương trình tổng thể", "chương trình hành động", "chỉ thị", "nghị quyết"],
  ...["quyết định", "kế hoạch", "chương trình", "thông báo", "kết luận", "công văn", "công điện"],
  ...["báo cáo", "tờ trình", "hướng dẫn", "quy chế", "quy định", "đề án", "văn bản", "thông tư"],
  ...["nghị định", "luật", "công bố"],
];
const FOLDED_KINDS = KINDS.map((kind) => ({ kind, words: fold(kind) }));
const KIND_BEHIND = new RegExp(`(${KINDS.join("|")})$`, "iu");
const HEAD_LINES = 45;
const NEWS_PARAGRAPHS = 8;
/** No line of a head is longer; what is, is not searched to its end. */
const LONGEST_LINE = 500;

const MOTTO =
  /c[ộo]ng\s+h[òoàóa]+\s+x[ãa]\s+h[ộo]i.*?vi[ệe]t\s+nam|[đd][ộo]c\s+l[ậa]p\s*[-–—]\s*t[ựu]\s+do\s*[-–—]\s*h[ạa]nh\s+ph[úu]c/giu;
const NUMBER =
  /(?:^|[\s|])s[ốo]\s*:?\s*(\d{1,6}(?:\s*\/\s*\d{4})?\s*[/-]\s*[\p{Lu}\p{M}][\p{L}\p{M}&]*(?:\s*[-/]\s*[\p{L}\p{M}&]+)*)/iu;
const DATED = /(?:^|[\s|,])ng[àa]y\s*(\d{1,2})\s*th[áa]ng\s*(\d{1,2})\s*n[ăa]m\s*(\d{4})/iu;
const PLACE = /((?:\p{Lu}[\p{L}\p{M}.]*\s?){1,4}),\s*ng[àa]y/u;
const ISSUER =
  /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|ban chi dao|so|van phong|thu tuong chinh phu|chinh phu|bo|tinh uy)(?: |$)/u;
/** In capitals, or a name and nothing else: a sentence may begin with the same words. */
const WRITTEN_ISSUER =
  /^(?:[\p{Lu}\s,–-]+|(?:UBND|[ỦU][yỷ] ban nhân dân|Sở|Văn phòng|Ban Chỉ đạo)(?:\s+(?:tỉnh|thành phố|huyện|xã|phường|UBND|\p{Lu}[\p{L}]*))*)(?:\s+S[ốỐ]\s*:.*)?$/u;
const PLACE_LINE = /^(?:tinh|thanh pho|tp|huyen|quan|xa|phuong) /u;
const ABOUT = /(?:^|\s)v\/v\s*:?\s*(.+)$/iu;
const ENDS_TITLE =
  /^(?:can cu|thuc hien|kinh gui|xet|theo|de |nham|trong thoi gian|thoi gian qua|nam \d{4}|so:|\(?kem theo|ngay|sau khi|triem khai|trien khai thuc hien)/u;
const ISSUED =
  /ngày\s+(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*,\s*((?:UBND|Ủy ban nhân dân|Chủ tịch UBND|Ban Chỉ đạo|Văn phòng UBND)[^,]{0,80}?)\s+(?:đã\s+|vừa\s+)?(?:ban hành|có|ký)\s+(?:văn bản\s+)?(chỉ thị|kế hoạch|quyết định|thông báo|công văn|công điện|chương trình|kết luận)\s+số\s+(\d{1,6}(?:\/\d{4})?[/-][\p{L}-]+)/iu;

const tight = (number: string): string => number.normalize("NFC").replace(/\s/g, "");

/** "ỦY BAN NHÂN DÂN TỈNH LAM GIANG" as people write it: "UBND tỉnh Lam Giang". */
const asName = (shouted: string): string => {
  const words = shouted
    .toLowerCase()
    .replace(/^(?:ủy|uỷ|uy) ban nhân dân|^ubnd/u, "UBND")
    .split(" ");
  const small = new Set([
    "UBND",
    "tỉnh",
    "thành",
    "phố",
    "huyện",
    "xã",
    "phường",
    "nhân",
    "dân",
    "ban",
    "và",
  ]);
  return shouted === shouted.toUpperCase()
    ? words
        .map((word, at) =>
          small.has(word) && !(at > 0 && word === "ban")
            ? word
            : word.charAt(0).toUpperCase() + word.slice(1),
        )
        .join(" ")
    : shouted;
};

/** Documents that a text cites, each with its kind, number, date and who issued it. */
function citationsIn(paragraph: Paragraph, today: CivilDate): Citation[] {
  const { passage } = paragraph;
  if (!/\d\s*[/-]/.test(passage.text)) return [];
  const source = tokenize(passage.text);
  return documentMentions(source, today).map(({ number, date, from, next }) => {
    const start = source.tokens[from]?.from ?? 0;
    const end = source.tokens[next - 1]?.to ?? start;
    const kind = KIND_BEHIND.exec(
      passage.text.slice(Math.max(0, start - 40), start).trimEnd(),
    )?.[1];
    const issuer =
      /^\s*của\s+((?:\p{Lu}[\p{L}]*|bộ)(?:\s+(?:\p{Lu}[\p{L}]*|nhân|dân|tỉnh|thành|phố|ủy|phủ|bộ|vụ))*)/u.exec(
        passage.text.slice(end, end + 80),
      )?.[1];
    return {
      kind: kind?.toLowerCase() ?? null,
      number,
      issuedOn: date,
      issuer: issuer ?? null,
      span: spanOf(passage, start, end),
    };
  });
}

type HeadLine = { text: string; words: string; blankBefore: boolean };

/** The lines before the first item of the outline, without the motto of the state. */
function headLines(lines: readonly CleanLine[]): HeadLine[] {
  const head: HeadLine[] = [];
  let blankBefore = false;
  for (const line of lines) {
    if (head.length >= HEAD_LINES) break;
    const text = line.text.slice(0, LONGEST_LINE);
    const marker = markerOf(text);
    if (marker !== null && !["dot", "dash", "plus"].includes(marker.kind)) break;
    const bare = text
      .replace(MOTTO, " ")
      .replace(/[|*_]+/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    if (bare === "") blankBefore = true;
    else {
      head.push({ text: bare, words: fold(bare), blankBefore });
      blankBefore = false;
    }
  }
  return head;
}

function kindAt(head: readonly HeadLine[]): { at: number; kind: string; rest: string } | null {
  for (const [at, { text, words }] of head.entries()) {
    const shouted = text.slice(0, 8) === text.slice(0, 8).toUpperCase();
    const broken = `${words} ${head[at + 1]?.words ?? ""}`;
    for (const { kind, words: wanted } of FOLDED_KINDS) {
      const here = words === wanted || (words.startsWith(`${wanted} `) && (shouted || at === 0));
      if (here && !/^(?:ke hoach|quyet dinh|chi thi|thong bao|cong van) so /u.test(words)) {
        return { at, kind, rest: text.slice(kind.length).replace(/^[\s:]+/u, "") };
      }
      if (
        (shouted || at === 0) &&
        broken.startsWith(wanted) &&
        wanted.startsWith(words) &&
        words !== ""
      ) {
        return {
          at: at + 1,
          kind,
          rest: (head[at + 1]?.text ?? "").slice(wanted.length - words.length).trim(),
        };
      }
    }
  }
  return null;
}

function titleFrom(
  head: readonly HeadLine[],
  { at, rest }: { at: number; rest: string },
): string | null {
  const parts = rest === "" ? [] : [rest];
  for (const line of head.slice(at + 1)) {
    const year = /^nam \d{4}/u.test(line.words) && !line.blankBefore && parts.length > 0;
    const whole = parts.join(" ");
    const shouted = whole.length > 20 && whole === whole.toUpperCase();
    if (shouted && line.text !== line.text.toUpperCase()) break;
    if (
      (ENDS_TITLE.test(line.words) && !year) ||
      (parts.length > 0 && line.blankBefore) ||
      parts.length > 5
    )
      break;
    if (line.text.length > 300 || /^[-–+(*]/u.test(line.text)) break;
    parts.push(line.text);
    if (/[.:]$/u.test(line.text)) break;
  }
  const title = parts.join(" ").replace(/[.:\s]+$/u, "");
  return title === "" ? null : title;
}

/** What stands behind "V/v", over as many lines as it takes. */
function aboutFrom(head: readonly HeadLine[]): string | undefined {
  const at = head.findIndex(({ text }) => ABOUT.test(text));
  const parts = [ABOUT.exec(head[at]?.text ?? "")?.[1] ?? ""];
  for (const { text, words, blankBefore } of at < 0 ? [] : head.slice(at + 1, at + 6)) {
    if (blankBefore || DATED.test(text) || ENDS_TITLE.test(words)) break;
    parts.push(text);
  }
  return at < 0 ? undefined : parts.join(" ");
}

function issuerFrom(head: readonly HeadLine[]): string | null {
  for (const [at, { text, words }] of head.slice(0, 12).entries()) {
    // "SỐ CẢI CÁCH …" folds to the same as "SỞ".
    if (words.startsWith("so ") && !/^S[ởỞ]/u.test(text)) continue;
    if (!ISSUER.test(words) || !WRITTEN_ISSUER.test(text) || text.length > 90) continue;
    const own = text.replace(/\s*(?:s[ốo]\s*:.*|\d.*)$/iu, "").trim();
    const next = head[at + 1];
    const whole =
      /(?:nhan dan|ubnd|chi dao)$/u.test(fold(own)) &&
      next !== undefined &&
      PLACE_LINE.test(next.words)
        ? `${own} ${next.text.replace(/\s*s[ốo]\s*:.*$/iu, "").trim()}`
        : own;
    if (fold(whole).split(" ").length >= 2) return asName(whole);
  }
  return null;
}

/** Lines up to the reasons for the document; a page may break them anywhere. */
const stopOf = (head: readonly HeadLine[]): number => {
  const at = head.findIndex(({ words }) => /^(?:can cu|kinh gui|thuc hien|xet|theo )/u.test(words));
  return at < 0 ? Math.min(head.length, 20) : at;
};

const WHOLE_ISSUER =
  /((?:[ỦU][YỶ]|UỶ|ỦY)\s+BAN\s+NHÂN\s+DÂN|UBND)\s+((?:TỈNH|THÀNH\s+PHỐ)(?:\s+\p{Lu}+(?!\p{Ll}))+)/u;

function issuerOf(blob: string): string | null {
  const found = WHOLE_ISSUER.exec(blob);
  return found === null ? null : asName(`${found[1]} ${found[2]}`.replace(/\s+/g, " ").trim());
}

function placeOf(line: string): string | null {
  const named = PLACE.exec(line.replace(NUMBER, " ").replace(/\p{Lu}{2,}(?!\p{Ll})/gu, " "))?.[1];
  return named?.trim() ?? null;
}

function recipientsOf(lines: readonly CleanLine[]): string[] {
  const at = lines.findIndex(({ text }) => /^n[ơo]i nh[ậa]n/iu.test(text));
  if (at < 0) return [];
  const names: string[] = [];
  for (const { text } of lines.slice(at + 1, at + 45)) {
    const marker = markerOf(text);
    if (text === "") continue;
    if (marker === null) {
      if (names.length > 0) break;
      continue;
    }
    const name = text
      .slice(marker.length)
      .replace(/\s*\([^)]*\)\s*[;.]?.*$|[;.].*$/gu, "")
      .trim();
    if (name !== "" && !/^l[ưu]u/iu.test(name)) names.push(name);
  }
  return names;
}

/** The documents that others than `own` are; `today` completes dates without a year. Pure. */
export const citationsOf = (
  paragraphs: readonly Paragraph[],
  own: string | null,
  today: CivilDate,
): Citation[] =>
  paragraphs
    .flatMap((paragraph) => citationsIn(paragraph, today))
    .filter(({ number }) => number !== own);

/** What a document says of itself. Pure. */
export function ownHead(
  lines: readonly CleanLine[],
  paragraphs: readonly Paragraph[],
): Omit<DocumentHead, "cited"> {
  const head = headLines(lines);
  const kind = kindAt(head);
  const above = head.slice(0, Math.max(8, (kind?.at ?? -1) + 1));
  const number = above
    .filter(({ words }) => !/^(?:can cu|thuc hien|\(?kem theo)/u.test(words))
    .map((line) => NUMBER.exec(line.text)?.[1])
    .find((found) => found !== undefined);
  const dated = above
    .map((line) => ({ line, found: DATED.exec(line.text) }))
    .find(({ found, line }) => found !== null && !/^(?:can cu|\(?kem theo|theo)/u.test(line.words));
  const opening = head.slice(0, stopOf(head));
  const blob = opening.map((line) => line.text).join(" ");
  const news = paragraphs
    .slice(0, NEWS_PARAGRAPHS)
    .map(({ passage }) => ISSUED.exec(passage.text.slice(0, LONGEST_LINE)))
    .find((found) => found !== null);
  const about = aboutFrom(head);
  const written = dated?.found ?? DATED.exec(blob);
  const issuedOn = written
    ? tryCivilOf(Number(written[3]), Number(written[2]), Number(written[1]))
    : news
      ? tryCivilOf(Number(news[3]), Number(news[2]), Number(news[1]))
      : null;
  const numbered = number ?? NUMBER.exec(blob)?.[1];
  const own =
    numbered === undefined ? (news?.[6] === undefined ? null : tight(news[6])) : tight(numbered);
  const letter = about !== undefined && (kind === null || kind.at > 12);
  const told = own !== null && numbered === undefined ? (news?.[5]?.toLowerCase() ?? null) : null;
  return {
    kind: told ?? (letter ? "công văn" : (kind?.kind ?? null)),
    number: own,
    issuer: issuerFrom(head) ?? issuerOf(blob) ?? news?.[4]?.trim() ?? null,
    place: written ? placeOf(dated?.line.text ?? blob) : null,
    issuedOn,
    title: letter ? about.replace(/[.\s]+$/u, "") : kind === null ? null : titleFrom(head, kind),
    signer: signerOf(lines),
    recipients: recipientsOf(lines),
  };
}
