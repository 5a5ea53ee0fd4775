// Who signed: the name that stands last, under an office holder's title.
import { fold } from "#src/language/fold.ts";
import type { CleanLine } from "./clean-text.ts";

const NAME = /(?:^|[\s.;|])((?:\p{Lu}\p{Ll}{1,6}\s+){1,4}\p{Lu}\p{Ll}{1,6})\s*\|?$/u;
const TITLE = /(?:chu tich|giam doc|chanh van phong|truong ban|tm\.|kt\.|tl\.)/u;
const FAMILY_NAMES =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dao|doan|vuong|trinh|truong|dinh|lam|luong|luu|ta|to|ton|thai|mai|cao|chu|ha|kieu|la|lai|mac|nghiem|ninh|nong|quach|quan|tang|thach|trieu|tu|ung|van|vi|bach|be|dam|du|giang|han|hua|khuat|khuong|kim|lo|lu|ma|ong|phung|tong|ha|a|y|dieu|thao|danh|chau|son)$/u;
const LAST_LINES = 40;

/** The signer's name as it is written, or null. */
export function signerOf(lines: readonly CleanLine[]): string | null {
  const written = lines.filter(({ text }) => text !== "");
  const last = written.slice(-LAST_LINES);
  const titled = last.findIndex(
    ({ text }) => text.length < 90 && TITLE.test(fold(text)) && /\p{Lu}{4}/u.test(text),
  );
  if (titled < 0) return null;
  for (const { text } of last.slice(titled)) {
    const name = NAME.exec(text)?.[1];
    const [family = ""] = fold(name ?? "").split(" ");
    if (name !== undefined && FAMILY_NAMES.test(family)) return name.replace(/\s+/gu, " ");
  }
  return null;
}
