// The list of all programs that do damage.

import { databaseAway } from "./database-away.ts";
import { fanOut } from "./fan-out.ts";
import { faults } from "./faults.ts";
import { fuzz } from "./fuzz.ts";
import { kill } from "./kill.ts";
import { processes } from "./processes.ts";
import type { DamageProgram } from "./program.ts";
import { soak } from "./soak.ts";
import { standby } from "./standby.ts";

export const programs: readonly DamageProgram[] = [
  kill,
  faults,
  processes,
  standby,
  databaseAway,
  fuzz,
  fanOut,
  soak,
];
