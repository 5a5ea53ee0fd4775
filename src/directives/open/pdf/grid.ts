// A table with ruled lines: the grid that they make, and what stands in its cells.
import { type Line, linesOf } from "./lines.ts";
import { isEnded } from "./margins.ts";
import type { Piece } from "./page-items.ts";
import type { Rule } from "./rules.ts";

export type GridTable = { top: number; foot: number; rows: readonly (readonly string[])[] };

const NEAR = 3;
const MOST_RULES = 1_500;

/** Lines that are drawn piece by piece (each cell its own border) become one. */
const joined = (rules: readonly Rule[]): Rule[] => {
  const inOrder = [...rules].sort(
    (a, b) =>
      Number(a.level) - Number(b.level) ||
      Math.round(a.at / 2) - Math.round(b.at / 2) ||
      a.from - b.from,
  );
  return inOrder.reduce<Rule[]>((all, rule) => {
    const last = all.at(-1);
    const goesOn =
      last !== undefined &&
      last.level === rule.level &&
      Math.abs(last.at - rule.at) <= 2 &&
      rule.from <= last.to + NEAR;
    if (goesOn) last.to = Math.max(last.to, rule.to);
    else all.push({ ...rule });
    return all;
  }, []);
};

const touch = (a: Rule, b: Rule): boolean =>
  a.level === b.level
    ? Math.abs(a.at - b.at) <= NEAR && a.from <= b.to + NEAR && b.from <= a.to + NEAR
    : a.at >= b.from - NEAR && a.at <= b.to + NEAR && b.at >= a.from - NEAR && b.at <= a.to + NEAR;

/** Lines that hang together. */
const groups = (rules: readonly Rule[]): Rule[][] => {
  const left = new Set(rules);
  const all: Rule[][] = [];
  for (const rule of rules) {
    if (!left.delete(rule)) continue;
    const group = [rule];
    for (const one of group) {
      for (const other of left) {
        if (touch(one, other) && left.delete(other)) group.push(other);
      }
    }
    all.push(group);
  }
  return all;
};

/** Places without those that are the same. */
const distinct = (places: readonly number[]): number[] =>
  [...places]
    .sort((a, b) => a - b)
    .filter((place, at, all) => at === 0 || place - (all[at - 1] ?? 0) > NEAR);

type Grid = { xs: number[]; ys: number[]; rules: readonly Rule[] };

const gridOf = (rules: readonly Rule[]): Grid | null => {
  const level = rules.filter((rule) => rule.level);
  const upright = rules.filter((rule) => !rule.level);
  if (level.length < 2 || upright.length === 0) return null;
  const ends = [Math.min(...level.map(({ from }) => from)), Math.max(...level.map(({ to }) => to))];
  const xs = distinct([...upright.map(({ at }) => at), ...ends]);
  const ys = distinct(level.map(({ at }) => at));
  return xs.length < 3 || ys.length < 2 ? null : { xs, ys, rules };
};

const isRuled = ({ rules }: Grid, level: boolean, at: number, across: number): boolean =>
  rules.some(
    (rule) =>
      rule.level === level &&
      Math.abs(rule.at - at) <= NEAR &&
      rule.from <= across &&
      rule.to >= across,
  );

const between = (places: readonly number[], at: number): number =>
  ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;

/** For each slot of the grid the first slot (row, column) of the cell that it is a part of. */
const anchorsOf = (grid: Grid): { row: number; column: number }[][] => {
  const { xs, ys } = grid;
  const anchors: { row: number; column: number }[][] = [];
  for (let row = 0; row + 1 < ys.length; row += 1) {
    const own: { row: number; column: number }[] = [];
    for (let column = 0; column + 1 < xs.length; column += 1) {
      const above = anchors[row - 1]?.[column];
      const before = own[column - 1];
      const isUnder = !isRuled(grid, true, ys[row] ?? 0, between(xs, column));
      const isBeside = !isRuled(grid, false, xs[column] ?? 0, between(ys, row));
      if (above !== undefined && isUnder) own.push(above);
      else if (before !== undefined && isBeside) own.push(before);
      else own.push({ row, column });
    }
    anchors.push(own);
  }
  return anchors;
};

/** Lines that are broken only because the cell is narrow go on. */
const cellText = (lines: readonly Line[], right: number): string =>
  lines
    .map((line, at) => {
      const next = lines[at + 1];
      if (next === undefined) return line.text;
      return `${line.text}${isEnded(line, next, right - 4) ? "\n" : " "}`;
    })
    .join("");

const slotOf = (places: readonly number[], place: number): number =>
  places.findLastIndex((start) => start <= place);

/** Words of two cells that stand close together come as one piece: cut where the line runs. */
const cutAt = (piece: Piece, xs: readonly number[]): Piece[] => {
  const wall = xs.find((x) => x > piece.x + 1 && x < piece.to - 1);
  if (wall === undefined || !piece.text.trim().includes(" ")) return [piece];
  const letter = (piece.to - piece.x) / piece.text.length;
  const spaces = [...piece.text.matchAll(/\s+/g)].map(({ index }) => index);
  const inside = spaces.filter((at) => at > 0 && at < piece.text.length - 1);
  const distance = (at: number): number => Math.abs(piece.x + (at + 0.5) * letter - wall);
  const at = inside.sort((a, b) => distance(a) - distance(b))[0];
  if (at === undefined) return [piece];
  const before = {
    ...piece,
    text: piece.text.slice(0, at),
    to: Math.min(wall, piece.x + at * letter),
  };
  const after = { ...piece, text: piece.text.slice(at).trimStart() };
  after.x = Math.max(wall + 1, piece.to - after.text.length * letter);
  return [before, ...cutAt(after, xs)];
};

/** The upright lines that cross the height of a piece. */
const wallsAt = (grid: Grid, piece: Piece): number[] =>
  grid.xs.filter((x) => isRuled(grid, false, x, piece.y - piece.size * 0.3));

const readGrid = (grid: Grid, pieces: readonly Piece[]): GridTable => {
  const { xs, ys } = grid;
  const anchors = anchorsOf(grid);
  const inside = new Map<object, { pieces: Piece[]; right: number }>();
  for (const piece of pieces.flatMap((one) => cutAt(one, wallsAt(grid, one)))) {
    const row = slotOf(ys, piece.y - piece.size * 0.3);
    const column = slotOf(xs, (piece.x + piece.to) / 2);
    const anchor = anchors[row]?.[column];
    if (anchor === undefined) continue;
    const cell = inside.get(anchor) ?? { pieces: [], right: 0 };
    cell.pieces.push(piece);
    cell.right = Math.max(cell.right, xs[column + 1] ?? 0);
    inside.set(anchor, cell);
  }
  const texts = new Map(
    [...inside].map(([anchor, cell]) => [anchor, cellText(linesOf(cell.pieces), cell.right)]),
  );
  const rows = anchors.flatMap((slots, row) => {
    if (slots.every((anchor) => anchor.row < row)) return [];
    const cells = slots.map((anchor, column) =>
      anchor.column === column ? (texts.get(anchor) ?? "") : "",
    );
    return cells.some((cell) => cell !== "") ? [cells] : [];
  });
  return { top: ys[0] ?? 0, foot: ys.at(-1) ?? 0, rows };
};

const isWithin = ({ xs, ys }: Grid, { x, to, y, size }: Piece): boolean => {
  const [middle, height] = [(x + to) / 2, y - size * 0.3];
  return (
    middle > (xs[0] ?? 0) &&
    middle < (xs.at(-1) ?? 0) &&
    height > (ys[0] ?? 0) &&
    height < (ys.at(-1) ?? 0)
  );
};

/** The tables of a page, and the pieces that stand in none. */
export const takeTables = (
  pieces: readonly Piece[],
  rules: readonly Rule[],
): { tables: GridTable[]; rest: readonly Piece[] } => {
  const lines = joined(rules);
  if (lines.length > MOST_RULES) return { tables: [], rest: pieces };
  let rest = pieces;
  const tables: GridTable[] = [];
  for (const group of groups(lines)) {
    const grid = gridOf(group);
    if (grid === null) continue;
    const own = rest.filter((piece) => isWithin(grid, piece));
    if (own.length === 0) continue;
    rest = rest.filter((piece) => !isWithin(grid, piece));
    tables.push(readGrid(grid, own));
  }
  return { tables, rest };
};
