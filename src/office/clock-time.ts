import { z } from "zod";

/** A civil time of day, hh:mm. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
