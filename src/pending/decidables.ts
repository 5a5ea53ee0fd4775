// The list of what /duyet and /tuchoi decide by a code of its own.
import type { Decidable } from "./decidable.ts";

export const decidables: readonly Decidable[] = [];
