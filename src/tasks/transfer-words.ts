// "sang Sở Tài chính theo 45/UBND-NC ngày 3/11": to whom, and on whose authority. Pure.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { readDocumentRef } from "#src/language/document-ref.ts";
import { foldWithMap, originalSpan } from "#src/language/fold.ts";

export type TransferSaid = { to: string; authority: string };

const TO = /^(?:(?:chuyen|giao) )?(?:sang|cho|ve|toi|den|to)(?: cho)?(?![\p{L}\p{Nd}])[\s:]*/u;
const AUTHORITY = /(?:^|[\s,;:]+)(?:theo|can cu|per|authority)(?![\p{L}\p{Nd}])[\s:]*/u;

const tidy = (text: string): string => text.replace(/^[\s,;:–-]+|[\s,;:–-]+$/gu, "");

/** Either may be missing: then it is asked. */
export const readTransfer = (text: string, today: CivilDate): TransferSaid => {
  const folded = foldWithMap(text);
  const lead = TO.exec(folded.text)?.[0].length ?? 0;
  const from = lead === 0 ? 0 : originalSpan(folded, 0, lead)[1];
  const authority = AUTHORITY.exec(folded.text);
  if (authority !== null && authority.index >= lead - 1) {
    const end = authority.index + authority[0].length;
    const [start, stop] = originalSpan(folded, authority.index, end);
    return { to: tidy(text.slice(from, Math.max(from, start))), authority: tidy(text.slice(stop)) };
  }
  // "sang STC, 45/UBND-NC ngày 3/11": a document is an authority by itself.
  const found = readDocumentRef(text, today);
  if (found === null || found.from < from) return { to: tidy(text.slice(from)), authority: "" };
  return { to: tidy(text.slice(from, found.from)), authority: tidy(text.slice(found.from)) };
};

/** What a person types when they are asked for the authority alone. */
export const readAuthority = (text: string): string =>
  tidy(text.replace(/^(theo|căn cứ)\s+/iu, ""));
