// What the sample's province is called. No such province exists.

/** The seed of the province that `npm start` opens. */
export const SAMPLE_SEED = 2026;

export const PROVINCE = "tỉnh Lam Giang";

export const DEPARTMENTS_GROUP = "Các sở, ban, ngành";
export const COMMUNES_GROUP = "UBND các xã, phường, đặc khu";

export const ISSUER = `UBND ${PROVINCE}`;
