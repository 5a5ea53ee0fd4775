// A row as the engineer may see it: short, without bytes, secrets and what is empty. Pure.

/** Hashes and handles that stand for a secret, or say nothing to anybody. */
const HIDDEN = new Set(["bytes", "codeHash", "token", "sha256"]);
const LONGEST_TEXT = 400;
const MOST_ITEMS = 20;

const shorten = (value: unknown): unknown => {
  if (typeof value === "string") {
    const letters = [...value];
    return letters.length <= LONGEST_TEXT ? value : `${letters.slice(0, LONGEST_TEXT).join("")}…`;
  }
  if (Array.isArray(value)) {
    const shown = value.slice(0, MOST_ITEMS).map(shorten);
    return value.length <= MOST_ITEMS ? shown : [...shown, `… ${value.length}`];
  }
  return typeof value === "object" && value !== null ? shownValues(value) : value;
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && Object.keys(value).length === 0);

export const shownValues = (row: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column, value]) => !HIDDEN.has(column) && !isEmpty(value))
      .map(([column, value]) => [column, shorten(value)]),
  );
