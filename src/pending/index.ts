// The list of everything that can wait for a decision, in the order in which it is shown.

import { blockers } from "./blockers.ts";
import { contradictions } from "./contradictions.ts";
import { explanations } from "./explanations.ts";
import { extensions } from "./extensions.ts";
import type { PendingSource } from "./pending.ts";
import { petitions } from "./petitions.ts";
import { proposals } from "./proposals.ts";
import { rankings } from "./rankings.ts";
import { results } from "./results.ts";
import { undelivered } from "./undelivered.ts";
import { unknown } from "./unknown.ts";
import { unreceived } from "./unreceived.ts";

export const pendingSources: readonly PendingSource[] = [
  results,
  proposals,
  extensions,
  blockers,
  explanations,
  contradictions,
  petitions,
  rankings,
  unreceived,
  unknown,
  undelivered,
];
