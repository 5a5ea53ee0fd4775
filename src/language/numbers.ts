const INTEGER_OR_DECIMAL = /^[+-]?\d+(?:[.,]\d+)?$/;
const GROUPED_BY_DOT = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const GROUPED_BY_SPACE = /^[+-]?\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?$/;
const GROUPED_BY_COMMA = /^[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$|^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;

/**
 * Reads a number as Vietnamese write it: decimal comma, thousands by dots or spaces ("1.234,5").
 * "1.234" is a thousand and more; "12.5", which no grouping explains, is a decimal. Null otherwise.
 */
export function parseNumber(text: string): number | null {
  const typed = text.trim();
  if (GROUPED_BY_DOT.test(typed)) return Number(typed.replaceAll(".", "").replace(",", "."));
  if (GROUPED_BY_SPACE.test(typed))
    return Number(typed.replace(/[ \u00a0]/g, "").replace(",", "."));
  if (GROUPED_BY_COMMA.test(typed)) return Number(typed.replaceAll(",", ""));
  return INTEGER_OR_DECIMAL.test(typed) ? Number(typed.replace(",", ".")) : null;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ".");

/** `1234.5` with 2 decimals → "1.234,50". @throws RangeError for NaN and infinities. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to print: ${value}`);
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const digits = fraction === undefined ? grouped(whole) : `${grouped(whole)},${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/**
 * part ÷ whole in hundredths of a percent, rounded half up without floating point (2 of 3 → 6667).
 * Equal results print equally, so ties are decided on them. @throws RangeError unless
 * non-negative integers with whole > 0.
 */
export function rateInHundredths(part: number, whole: number): number {
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || whole <= 0) {
    throw new RangeError(`no rate of ${part} in ${whole}`);
  }
  const doubled = BigInt(part) * 20_000n + BigInt(whole);
  return Number(doubled / (2n * BigInt(whole)));
}

/** A rate from `rateInHundredths` as it is published: 6667 → "66,67". */
export const formatRate = (hundredths: number): string => formatNumber(hundredths / 100, 2);
