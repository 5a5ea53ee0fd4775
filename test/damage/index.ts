// The list of all programs that do damage.
import { fanOut } from "./fan-out.ts";
import { faults } from "./faults.ts";
import { fuzz } from "./fuzz.ts";
import { kill } from "./kill.ts";
import type { DamageProgram } from "./program.ts";

export const programs: readonly DamageProgram[] = [fanOut, faults, fuzz, kill];
