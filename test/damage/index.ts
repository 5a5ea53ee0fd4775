// The list of all programs that do damage.
import type { DamageProgram } from "./program.ts";

export const programs: readonly DamageProgram[] = [];
