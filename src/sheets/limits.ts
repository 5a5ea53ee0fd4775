export const MAX_MEGABYTES = 20;
export const MAX_ROWS = 20_000;
/** More would not fit into one transaction's time on the embedded database. */
export const MAX_ASSIGNMENTS = 20_000;
/** Of an export: as many as anybody can work with in a spreadsheet. */
export const MAX_EXPORT_ROWS = 50_000;
/** Agencies that stand alike share a row: so many are too many in any case. */
export const MAX_EXPORT_ASSIGNMENTS = 250_000;
/** What Telegram takes from a bot. */
export const MAX_EXPORT_MEGABYTES = 50;
export const MAX_EXPORT_BYTES = MAX_EXPORT_MEGABYTES * 1024 * 1024;
