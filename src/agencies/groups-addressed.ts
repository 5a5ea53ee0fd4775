// Whom a document addresses as a whole: "Giám đốc các sở, Trưởng các ban, ngành cấp tỉnh, Chủ tịch
// UBND các xã, phường". Office holders stand for their agencies, kinds for the register's groups.
import { type CivilDate, civilDate } from "#src/calendar/civil-date.ts";
import { fold } from "#src/language/fold.ts";
import { splitNames } from "#src/language/name-list.ts";
import { type AgencyValue, type Directory, isValidOn } from "./directory.ts";
import type { AgencyIndex } from "./name-index.ts";

/** The district level ended with 30/6/2025 (NQ 203/2025/QH15): nobody of it can be given anything from this day on. */
export const DISTRICTS_END: CivilDate = civilDate("2025-07-01");

type Level = "departments" | "districts" | "communes" | "vertical" | "everybody";

export type AddressedLeftover =
  | { kind: "unknown"; phrase: string }
  /** A kind of agency of which the register has none on that day. */
  | { kind: "nobody"; phrase: string }
  | { kind: "districts-ended"; phrase: string };

export type Addressed = { agencies: AgencyValue[]; leftovers: AddressedLeftover[] };

const HOLDERS =
  /(^|[,;:]\s*|\s(?:và|cùng)\s+)(?:(?:các\s+)?(?:đồng chí\s+)?(?:thủ trưởng|tổng giám đốc|giám đốc|trưởng(?!\s+phòng)|chủ tịch|người đứng đầu|chánh(?=\s+(?:văn phòng|thanh tra))|lãnh đạo|chỉ huy trưởng)\s+)+/giu;

const EVERYBODY =
  /^(?:(?:cac|tat ca|toan the) )*(?:co quan|don vi|to chuc)\b(?!.*\b(?:lien quan|chuyen mon|nganh doc|su nghiep)\b)/;
const LEADING = /^(?:tat ca|toan the|toan bo|cac|nhung|moi|tung|ubnd|uy ban nhan dan)\s+/;
const TRAILING =
  /\s+(?:(?:cap|thuoc|truc thuoc|cua|trong|toan|tren dia ban|o)\s+)*(?:ubnd\s+|uy ban nhan dan\s+)?(?:tinh|thanh pho truc thuoc trung uong|dia ban)$/;

const LEVELS: readonly (readonly [RegExp, readonly Level[]])[] = [
  [/\b(?:nganh doc|trung uong dong|co quan trung uong)\b/, ["vertical"]],
  [/^(?:so|ban|nganh|so nganh|ban nganh|so ban nganh|co quan chuyen mon)$/, ["departments"]],
  [/^(?:huyen|quan|thi xa|thanh pho|cap huyen)$/, ["districts"]],
  [/^(?:xa|phuong|thi tran|dac khu|cap xa)$/, ["communes"]],
  [/^(?:dia phuong|cap|cac cap)$/, ["districts", "communes"]],
];

const levelsOf = (phrase: string): readonly Level[] => {
  let text = fold(phrase).replace(/[.:]+$/, "");
  if (EVERYBODY.test(text)) return ["everybody"];
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(LEADING, "").replace(TRAILING, "");
  }
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? [];
};

/** What a group of the register is, by the kinds in its name ("UBND các xã, phường"). */
const levelsOfGroup = ({ name, aliases }: { name: string; aliases: readonly string[] }) =>
  new Set(
    [name, ...aliases].flatMap((each) =>
      each.split(/\s*(?:[,;/]|\svà\s)\s*/u).flatMap((kind) => levelsOf(kind)),
    ),
  );

const membersOf = (directory: Directory, level: Level, on: CivilDate): AgencyValue[] => {
  const valid = directory.agencies.filter((agency) => isValidOn(agency, on));
  if (level === "everybody") return valid;
  const groups = directory.groups.filter((group) => levelsOfGroup(group).has(level));
  const ids = new Set(groups.map(({ id }) => id));
  return valid.filter(({ groupId }) => groupId !== null && ids.has(groupId));
};

type Found = { agencies: readonly AgencyValue[]; leftover?: AddressedLeftover };

const ofLevels = (
  phrase: string,
  levels: readonly Level[],
  { directory, on }: { directory: Directory; on: CivilDate },
): Found => {
  const ended = on >= DISTRICTS_END;
  // "địa phương" and "các cấp" mean whatever levels there are; "các huyện" means that one.
  const standing = levels.filter((level) => !(ended && level === "districts"));
  if (standing.length === 0) return { agencies: [], leftover: { kind: "districts-ended", phrase } };
  const agencies = standing.flatMap((level) => membersOf(directory, level, on));
  return agencies.length > 0 ? { agencies } : { agencies, leftover: { kind: "nobody", phrase } };
};

/**
 * The agencies that a phrase addresses on the day of the index, each once, and the pieces of it
 * that name nobody for sure. Pure.
 */
export const readAddressed = (
  phrase: string,
  { directory, index }: { directory: Directory; index: AgencyIndex },
): Addressed => {
  const { on } = index;
  const text = phrase.normalize("NFC").replace(/\s+/gu, " ").replace(HOLDERS, "$1").trim();
  // "các cơ quan, đơn vị, địa phương" is one address.
  if (levelsOf(text)[0] === "everybody") {
    return { agencies: membersOf(directory, "everybody", on), leftovers: [] };
  }
  const pieces = splitNames(text, index.names).parts.map(({ text: piece, result }): Found => {
    const levels = levelsOf(piece);
    if (levels.length > 0) return ofLevels(piece, levels, { directory, on });
    if (result.kind !== "exact") {
      return { agencies: [], leftover: { kind: "unknown", phrase: piece } };
    }
    const named = index.get(result.id);
    if ("agency" in named) {
      const standing = index.standingFor(named.agency);
      if (standing.length === 1) return { agencies: standing };
      return { agencies: [], leftover: { kind: "unknown", phrase: piece } };
    }
    if (on >= DISTRICTS_END && levelsOfGroup(named.group).has("districts")) {
      return { agencies: [], leftover: { kind: "districts-ended", phrase: piece } };
    }
    if (named.members.length > 0) return { agencies: named.members };
    return { agencies: [], leftover: { kind: "nobody", phrase: piece } };
  });
  const all = pieces.flatMap(({ agencies }) => agencies);
  return {
    agencies: [...new Map(all.map((agency) => [agency.id, agency])).values()],
    leftovers: pieces.flatMap(({ leftover }) => (leftover === undefined ? [] : [leftover])),
  };
};
