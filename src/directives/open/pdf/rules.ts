// Horizontal and vertical lines of a page, drawn as lines, as thin boxes or as frames.
import type { Ops } from "./page-items.ts";

/** `at`: y of a horizontal line, x of a vertical one; it runs from `from` to `to`. */
export type Rule = { level: boolean; at: number; from: number; to: number };

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [number, number];
type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };

const MOST_RULES = 20_000;
const THIN = 3;

const numbers = (value: unknown): number[] => {
  if (value instanceof Float32Array || value instanceof Float64Array) return [...value];
  return Array.isArray(value) ? value.filter((one) => typeof one === "number") : [];
};

const asMatrix = (value: unknown): Matrix | null => {
  const [a, b, c, d, e, f] = numbers(value);
  if (a === undefined || b === undefined || c === undefined) return null;
  return d === undefined || e === undefined || f === undefined ? null : [a, b, c, d, e, f];
};

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const apply = (m: Matrix, [x, y]: Point): Point => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** pdf.js packs a path as numbers: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close. */
const subpaths = (path: readonly number[]): Point[][] => {
  const all: Point[][] = [];
  const sizes = [2, 2, 6, 4, 0];
  for (let at = 0; at < path.length; ) {
    const kind = path[at] ?? -1;
    const size = sizes[kind];
    if (size === undefined) break;
    const point: Point = [path[at + size - 1] ?? 0, path[at + size] ?? 0];
    const current = all.at(-1);
    if (kind === 0 || current === undefined) all.push([point]);
    else if (kind === 4 && current[0] !== undefined) current.push(current[0]);
    else if (kind !== 4) current.push(point);
    at += size + 1;
  }
  return all;
};

const ruleOf = ([x0, y0]: Point, [x1, y1]: Point): Rule[] => {
  const wide = Math.abs(x1 - x0);
  const high = Math.abs(y1 - y0);
  if (high <= 1 && wide > THIN) {
    return [{ level: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }];
  }
  if (wide <= 1 && high > THIN) {
    return [{ level: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }];
  }
  return [];
};

const box = (points: readonly Point[]) => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    foot: Math.max(...ys),
  };
};

/** A filled box that is thin is a line; any other filled one is a ground. */
const filled = (points: readonly Point[]): Rule[] => {
  if (points.length > 6) return [];
  const { left, right, top, foot } = box(points);
  if (foot - top <= THIN) return ruleOf([left, (top + foot) / 2], [right, (top + foot) / 2]);
  return right - left <= THIN ? ruleOf([(left + right) / 2, top], [(left + right) / 2, foot]) : [];
};

const stroked = (points: readonly Point[]): Rule[] =>
  points.slice(1).flatMap((point, at) => ruleOf(points[at] ?? point, point));

/** All straight lines that are painted, in points from the upper left corner. */
export const drawnLines = (
  { fnArray, argsArray }: Operators,
  ops: Ops,
  viewport: readonly number[],
): Rule[] => {
  const strokes = new Set([ops.stroke, ops.closeStroke]);
  const fills = new Set([ops.fill, ops.eoFill]);
  const both = new Set([
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const rules: Rule[] = [];
  const start = asMatrix([...viewport]);
  if (start === null) return [];
  let matrix = start;
  const saved: Matrix[] = [];
  for (let at = 0; at < fnArray.length && rules.length < MOST_RULES; at += 1) {
    const op = fnArray[at];
    const given = argsArray[at];
    const args: unknown[] = Array.isArray(given) ? given : [];
    if (op === ops.save || op === ops.paintFormXObjectBegin) saved.push(matrix);
    if (op === ops.restore || op === ops.paintFormXObjectEnd) matrix = saved.pop() ?? start;
    if (op === ops.transform) matrix = times(matrix, asMatrix(args) ?? [1, 0, 0, 1, 0, 0]);
    if (op === ops.paintFormXObjectBegin) {
      matrix = times(matrix, asMatrix(args[0]) ?? [1, 0, 0, 1, 0, 0]);
    }
    if (op !== ops.constructPath) continue;
    const paint = Number(args[0]);
    const path = Array.isArray(args[1]) ? numbers(args[1][0]) : [];
    for (const raw of subpaths(path)) {
      const points = raw.map((point) => apply(matrix, point));
      if (strokes.has(paint) || both.has(paint)) rules.push(...stroked(points));
      if (fills.has(paint) || both.has(paint)) rules.push(...filled(points));
    }
  }
  return rules;
};
