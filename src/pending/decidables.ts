// The list of what /duyet and /tuchoi decide by a code of its own.
import { contradictionDecisions } from "./contradiction-decisions.ts";
import type { Decidable } from "./decidable.ts";
import { petitionDecisions } from "./decide-petition.ts";

export const decidables: readonly Decidable[] = [contradictionDecisions, petitionDecisions];
