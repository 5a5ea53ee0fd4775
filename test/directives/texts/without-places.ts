import { readingJson } from "#src/directives/as-json.ts";
import type { Reading } from "#src/directives/reading.ts";

/** The reading as JSON without the places of its pieces, every text composed and evenly spaced. */
export const withoutPlaces = (reading: Reading): unknown =>
  JSON.parse(
    JSON.stringify(readingJson(reading), (key, value: unknown) => {
      if (key === "source") return undefined;
      return typeof value === "string"
        ? value.normalize("NFC").replace(/\s+/gu, " ").trim()
        : value;
    }),
  );
