import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Store } from "#src/database/client.ts";
import type { Button } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/agencies.ts";
import type { Request } from "#src/requests/request.ts";
import type { AgencyValue } from "./directory.ts";
import { type AgencyIndex, type AgencyKey, agencyIndex } from "./name-index.ts";

type Named = { id: number; name: string; code: string };
export type FoundAgency = Named & { groupId: number | null };

/**
 * `near`: taken in spite of a slip, so show it back. `via`: what was named has ended and this one
 * took over. `ended`: what was named has ended and nobody is known to have taken over.
 */
export type AgencyFinding =
  | { kind: "found"; agency: FoundAgency; near: boolean; via?: Named }
  | { kind: "ambiguous"; agencies: Named[] }
  | { kind: "unknown"; nearest: Named[]; ended?: Named & { validTo: CivilDate | null } };

const brief = ({ id, name, code }: AgencyValue): Named => ({ id, name, code });

/** As `findAgency`, on an index at hand. */
export function findInIndex(index: AgencyIndex, typed: string): AgencyFinding {
  const agencyAt = (key: AgencyKey): AgencyValue[] => {
    const named = index.get(key);
    return "agency" in named ? [named.agency] : [];
  };
  const current = (keys: readonly AgencyKey[]): Named[] => {
    const all = keys.flatMap(agencyAt).flatMap(index.standingFor);
    return [...new Map(all.map((agency) => [agency.id, brief(agency)])).values()];
  };
  const result = index.agencyNames.resolve(typed);
  if (result.kind === "ambiguous") return { kind: "ambiguous", agencies: current(result.ids) };
  if (result.kind === "unknown") {
    return { kind: "unknown", nearest: current(result.nearest.map(({ id }) => id)).slice(0, 3) };
  }
  const [named] = agencyAt(result.id);
  if (named === undefined) return { kind: "unknown", nearest: [] };
  const standing = index.standingFor(named);
  const [agency] = standing;
  if (agency === undefined) {
    return { kind: "unknown", nearest: [], ended: { ...brief(named), validTo: named.validTo } };
  }
  if (standing.length > 1) return { kind: "ambiguous", agencies: standing.map(brief) };
  return {
    kind: "found",
    agency: { ...brief(agency), groupId: agency.groupId },
    near: result.kind === "near",
    ...(agency.id === named.id ? {} : { via: brief(named) }),
  };
}

/** The agency that a person means by a name, code or alias on a day. */
export const findAgency = async (tx: Store, typed: string, on: CivilDate): Promise<AgencyFinding> =>
  findInIndex(await agencyIndex(tx, on), typed);

/**
 * The agency that a person means today. @throws UserError that offers the candidates as buttons;
 * `commandFor` makes the command of a button from an agency's code.
 */
export async function agencyOrAsk(
  request: Request,
  typed: string,
  commandFor: (name: string) => string,
): Promise<FoundAgency> {
  const { language } = request;
  const finding = await findAgency(request.tx, typed, request.today);
  if (finding.kind === "found") return finding.agency;
  const candidates = finding.kind === "ambiguous" ? finding.agencies : finding.nearest;
  const buttons: Button[][] = candidates.map(({ name, code }) => [
    { label: name, command: commandFor(code) },
  ]);
  const blocks =
    finding.kind === "ambiguous"
      ? words.whichAgency(language, typed, candidates)
      : finding.ended
        ? words.agencyEnded(language, finding.ended.name, finding.ended.validTo)
        : words.unknownAgency(language, typed, candidates);
  throw new UserError({ blocks, ...(buttons.length > 0 ? { buttons } : {}) });
}
