// Whom a visitor of the playground can be, and what the page says of them.
import type { CastMember } from "#src/playground/house.ts";
import { communesOf } from "./agencies.ts";
import { peopleOf } from "./people.ts";
import { SAMPLE_SEED } from "./province.ts";

type Part = { key: string; main: boolean; about: CastMember["about"] };

const official = (key: string, agency: string, english: string, main = true): Part => ({
  key,
  main,
  about: { vi: `Cán bộ đầu mối, ${agency}`, en: `Official, ${english}` },
});

const englishPlace = (name: string): string =>
  name
    .replace(/^UBND xã /, "commune of ")
    .replace(/^UBND phường /, "ward of ")
    .replace(/^UBND đặc khu /, "special zone of ");

/** In the order in which the page offers them. */
const parts = (commune: string, ward: string): Part[] => [
  {
    key: "chairman",
    main: true,
    about: {
      vi: "Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo",
      en: "Chairman of the province, head of the steering committee",
    },
  },
  {
    key: "head",
    main: true,
    about: {
      vi: "Giám đốc Sở Nội vụ, phụ trách cơ quan thường trực",
      en: "Director of Home Affairs, head of the secretariat",
    },
  },
  official("stc", "Sở Tài chính", "Department of Finance"),
  official("stp", "Sở Tư pháp", "Department of Justice"),
  official("skhcn", "Sở Khoa học và Công nghệ", "Department of Science and Technology"),
  official("commune", commune, englishPlace(commune)),
  {
    key: "admin",
    main: true,
    about: { vi: "Quản trị hệ thống", en: "Administrator" },
  },
  {
    key: "clerk",
    main: false,
    about: { vi: "Chuyên viên cơ quan thường trực, Sở Nội vụ", en: "Clerk of the secretariat" },
  },
  official("ward", ward, englishPlace(ward), false),
  {
    key: "deputy",
    main: false,
    about: { vi: "Phó Chủ tịch UBND tỉnh", en: "Vice chairman of the province" },
  },
];

export const castOf = (seed: number): CastMember[] => {
  const people = new Map(peopleOf(seed).map((person) => [person.key, person]));
  const names = new Map(communesOf(seed).map(({ code, name }) => [code, name]));
  const placeOf = (key: string) => names.get(people.get(key)?.grants[0]?.agency ?? "") ?? "";
  return parts(placeOf("commune"), placeOf("ward")).flatMap(({ key, ...part }) => {
    const person = people.get(key);
    return person === undefined ? [] : [{ ...part, id: person.telegramId }];
  });
};

export const sampleCast: readonly CastMember[] = castOf(SAMPLE_SEED);
