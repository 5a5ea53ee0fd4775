// People and documents that a draft names: linked where exactly one is known by that name.

import { toDbDate } from "#src/calendar/civil-date.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { fold } from "#src/language/fold.ts";
import type { Request } from "#src/requests/request.ts";

/** The one document of that number (and date); a number alone does not identify it. */
export const namedDocument = async (
  { tx, today }: Request,
  phrase: string | null,
): Promise<number | null> => {
  const found = phrase === null ? null : readDocumentRef(phrase, today);
  if (found === null) return null;
  const rows = await tx.document.findMany({
    where: {
      number: found.number,
      ...(found.date === null ? {} : { issuedOn: toDbDate(found.date) }),
    },
    select: { id: true },
    take: 2,
  });
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
};

/** The one leader whose name that is, with or without accents. */
export const namedLeader = async ({ tx }: Request, name: string | null): Promise<number | null> => {
  if (name === null) return null;
  const leaders = await tx.person.findMany({
    where: { active: true, memberships: { some: { role: "leader", endedAt: null } } },
    select: { id: true, fullName: true },
  });
  const wanted = fold(name).replace(/^(ong|ba|dong chi|dc|pct|pho chu tich|chu tich)\s+/, "");
  const found = leaders.filter(({ fullName }) => fold(fullName).endsWith(wanted));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
};
