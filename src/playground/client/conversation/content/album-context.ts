import { createContext } from "preact";

import type { Picture } from "../talk.ts";

/** The photos that were sent together: one goes from one to the next. */
export const Album = createContext<readonly Picture[]>([]);
