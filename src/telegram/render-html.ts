// A reply as Telegram's plain HTML, in as many messages as it takes.
import type { Reply } from "#src/messages/reply.ts";
import { type Line, type Piece, piecesOf } from "./html-pieces.ts";

/** What a message may hold, counted without markup. */
export const MOST_CHARACTERS = 4096;

type Draft = { html: string; length: number };

const isBlank = ({ html }: Draft): boolean => html.replace(/<[^>]*>/g, "").trim() === "";

/** A heading keeps a distance from what stands above it; all else is a new line. */
const gapBefore = (piece: Piece, draft: Draft): string =>
  draft.length === 0 ? "" : piece.isHeading ? "\n\n" : "\n";

const wrapped = ({ open, close }: Piece, lines: readonly Line[]): Draft => ({
  html: `${open}${lines.map(({ html }) => html).join("\n")}${close}`,
  length: lines.reduce((sum, line) => sum + line.length, Math.max(0, lines.length - 1)),
});

const joined = (draft: Draft, gap: string, next: Draft): Draft => ({
  html: `${draft.html}${gap}${next.html}`,
  length: draft.length + gap.length + next.length,
});

/** Lines that fit into a message, together; at least one. */
const takeLines = (piece: Piece, from: number, most: number): Line[] => {
  const taken: Line[] = [];
  for (let length = -1; from + taken.length < piece.lines.length; ) {
    const line = piece.lines[from + taken.length];
    if (line === undefined) break;
    length += line.length + 1;
    if (length > most && taken.length > 0) break;
    taken.push(line);
  }
  return taken;
};

/** The messages of a reply: cut between blocks, inside a block only where one is too long alone. */
export const renderHtml = (reply: Reply, most = MOST_CHARACTERS): string[] => {
  const done: Draft[] = [];
  let draft: Draft = { html: "", length: 0 };
  const end = () => {
    done.push(draft);
    draft = { html: "", length: 0 };
  };
  for (const piece of reply.blocks.flatMap(piecesOf)) {
    const whole = wrapped(piece, piece.lines);
    const gap = gapBefore(piece, draft);
    if (draft.length + gap.length + whole.length <= most) {
      draft = joined(draft, gap, whole);
      continue;
    }
    if (draft.length > 0) end();
    for (let at = 0; at < piece.lines.length; ) {
      const lines = takeLines(piece, at, most);
      at += lines.length;
      if (draft.length > 0) end();
      draft = wrapped(piece, lines);
    }
  }
  end();
  return done.filter((message) => !isBlank(message)).map(({ html }) => html);
};
