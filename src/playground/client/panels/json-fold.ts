// JSON as a tree that can be folded: what each line says, decided here; drawn in json-view.tsx.

export type JsonNode = {
  /** The name or index in what holds it; null at the root. */
  name: string | null;
  kind: "object" | "array" | "string" | "number" | "boolean" | "null";
  /** The value as JSON writes it; of what holds others, what stands for it while folded. */
  text: string;
  children: readonly JsonNode[];
  /** How many further children are not shown. */
  left: number;
};

const MOST_CHILDREN = 100;
const LONGEST_TEXT = 4_000;
const LONGEST_GLANCE = 60;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${[...text.slice(0, most)].slice(0, -1).join("")}…`;

/** `{ chat_id, text, … }` or `[3]`: enough to know what is inside. */
function glance(value: Record<string, unknown> | readonly unknown[]): string {
  if (Array.isArray(value)) return `[${value.length}]`;
  const names = Object.keys(value).join(", ");
  return names === "" ? "{}" : `{ ${shortened(names, LONGEST_GLANCE)} }`;
}

function leaf(name: string | null, value: unknown): JsonNode {
  const bare = { name, children: [], left: 0 };
  if (typeof value === "string") {
    return { ...bare, kind: "string", text: shortened(JSON.stringify(value), LONGEST_TEXT) };
  }
  if (typeof value === "number") return { ...bare, kind: "number", text: String(value) };
  if (typeof value === "boolean") return { ...bare, kind: "boolean", text: String(value) };
  return { ...bare, kind: "null", text: "null" };
}

/** The tree of a value that came from JSON. */
export function jsonTree(value: unknown, name: string | null = null): JsonNode {
  if (!isRecord(value)) return leaf(name, value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return {
    name,
    kind: Array.isArray(value) ? "array" : "object",
    text: glance(value),
    children: entries.slice(0, MOST_CHILDREN).map(([key, inner]) => jsonTree(inner, key)),
    left: Math.max(0, entries.length - MOST_CHILDREN),
  };
}

/** Open at first: the beginning, and deeper only what is very small. */
export const opensAtFirst = ({ children }: JsonNode, depth: number): boolean =>
  depth === 0 || children.length <= (depth === 1 ? 8 : 2);
