// Which agency answers for a reform area, by the document's own words: "Sở Tư pháp chủ trì nội dung
// cải cách thể chế". A programme names its leads so, once for all.
import { fold } from "#src/language/fold.ts";
import type { ReformAreaCode } from "#src/language/reform-area.ts";
import type { ReadPassage } from "./clauses.ts";
import { areasNamed } from "./headings.ts";
import { type Lead, leadOf } from "./leads.ts";

export type Distribution = ReadonlyMap<ReformAreaCode, Lead>;

const GIVES_AREA =
  /(?:chu tri|theo doi|tong hop|phu trach|chiu trach nhiem|dau moi|tham muu)[^.;]{0,80}(?:noi dung|linh vuc|cai cach|nhiem vu|muc tieu|xay dung|cong tac|chinh quyen|the che|tai chinh|bo may|chuyen doi so)/u;
const LONGEST_GIVING = 260;

/** Adds what the clauses of an item give out; the first to get an area keeps it. */
export function noteGivenAreas(
  given: Map<ReformAreaCode, Lead>,
  text: string,
  { source, clauses }: ReadPassage,
  handed: Lead | null,
): void {
  for (const { from, to, subject } of clauses) {
    if (to - from > LONGEST_GIVING) continue;
    const words = fold(text.slice(from, to));
    if (!GIVES_AREA.test(words)) continue;
    const lead = subject === null ? handed : leadOf(subject.list, source, "sentence");
    if (lead === null || lead.every || lead.source === "address") continue;
    for (const area of areasNamed(words)) {
      if (!given.has(area)) given.set(area, { ...lead, source: "distribution", sure: 0.8 });
    }
  }
}
