export const MAX_MEGABYTES = 5;
export const MAX_ROWS = 5_000;
/** More would not fit into one transaction's time on the embedded database. */
export const MAX_ASSIGNMENTS = 20_000;
