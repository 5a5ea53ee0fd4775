// The list of everything that can wait for a decision, in the order in which it is shown.
import type { PendingSource } from "./pending.ts";
import { proposals } from "./proposals.ts";
import { rankings } from "./rankings.ts";
import { results } from "./results.ts";
import { unknown } from "./unknown.ts";

export const pendingSources: readonly PendingSource[] = [results, proposals, rankings, unknown];
