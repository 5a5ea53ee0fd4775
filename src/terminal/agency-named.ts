import { type FoundAgency, findAgency } from "#src/agencies/find-agency.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import { wrongUsage } from "./cli-error.ts";

const named = (agencies: readonly { name: string; code: string }[]): string =>
  agencies.map(({ name, code }) => `${name} (${code})`).join(", ");

/**
 * The agency of a name, code or alias. A near miss is not taken: nobody is there to be asked, and
 * codes lie one letter apart. @throws CliError
 */
export const agencyNamed = async (
  store: Store,
  typed: string,
  on: CivilDate,
): Promise<FoundAgency> => {
  const finding = await findAgency(store, typed.trim(), on);
  if (finding.kind === "found" && !finding.near) return finding.agency;
  if (finding.kind === "ambiguous") {
    throw wrongUsage(`“${typed}” may be ${named(finding.agencies)}`);
  }
  const nearest = finding.kind === "found" ? [finding.agency] : finding.nearest;
  const hint =
    nearest.length === 0 ? "see: dondoc agencies list" : `the nearest: ${named(nearest)}`;
  throw wrongUsage(`unknown agency “${typed}”; ${hint}`);
};
