export const MAX_MEGABYTES = 5;
export const MAX_ROWS = 5_000;
/** More would not fit in one transaction; a province has some 200 agencies. */
export const MAX_ASSIGNMENTS = 30_000;
