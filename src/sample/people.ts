// Who is who in the sample. All of them are bound over Telegram and have chats of their own.
import type { Role } from "#src/people/actor.ts";
import { communesOf, departments } from "./agencies.ts";
import { personNames } from "./person-names.ts";
import { SAMPLE_SEED } from "./province.ts";
import { userName } from "./user-name.ts";

export type SampleGrant = { role: Role; agency: string | null };

export type SamplePerson = {
  /** What the sample calls somebody: "head", "stc", or the code of the agency. */
  key: string;
  telegramId: number;
  firstName: string;
  username: string;
  grants: readonly SampleGrant[];
};

type Known = Omit<SamplePerson, "telegramId">;

const FIRST_ID = 1001;
const FIRST_BACKGROUND_ID = 2001;

const official = (agency: string): SampleGrant => ({ role: "official", agency });

const known = (
  key: string,
  firstName: string,
  username: string,
  ...grants: SampleGrant[]
): Known => ({ key, firstName, username, grants });

/** The first commune and the first ward are those of the cast. */
const castPlaces = (seed: number): { commune: string; ward: string } => {
  const places = communesOf(seed);
  const first = (type: string) => places.find((place) => place.type === type)?.code ?? "";
  return { commune: first("UBND xã"), ward: first("UBND phường") };
};

const castPeople = (seed: number): Known[] => {
  const { commune, ward } = castPlaces(seed);
  return [
    known(
      "head",
      "Lê Minh Hà",
      "ha_snv",
      { role: "secretariat", agency: "SNV" },
      { role: "official", agency: "SNV" },
    ),
    known("stc", "Trần Quốc Bảo", "bao_stc", official("STC")),
    known("stp", "Phạm Thu Lan", "lan_stp", official("STP")),
    known("commune", "Nguyễn Văn Sơn", "son_xa", official(commune)),
    known("chairman", "Hoàng Đức Thắng", "thang_ct", { role: "leader", agency: null }),
    known("skhcn", "Vũ Hoài Nam", "nam_skhcn", official("SKHCN")),
    known("ward", "Đỗ Thị Kim Cúc", "cuc_phuong", official(ward)),
    known("clerk", "Bùi Ngọc Mai", "mai_snv", { role: "secretariat", agency: "SNV" }),
    known("admin", "Đinh Gia Huy", "huy_admin", { role: "admin", agency: null }),
    known("deputy", "Nguyễn Thị Vân Khánh", "khanh_pct", { role: "leader", agency: null }),
  ];
};

/** Every third commune has somebody bound; the reports of the others are entered for them. */
const EVERY = 3;

/** Codes of the agencies that have an official who is not in the cast. */
const backgroundAgencies = (seed: number, taken: ReadonlySet<string>): string[] => {
  const places = communesOf(seed).filter((_, at) => at % EVERY === 0);
  return [...departments, ...places].map(({ code }) => code).filter((code) => !taken.has(code));
};

export const peopleOf = (seed: number): SamplePerson[] => {
  const cast = castPeople(seed);
  const held = cast.flatMap(({ grants }) => grants.flatMap(({ agency }) => agency ?? []));
  const codes = backgroundAgencies(seed, new Set(held));
  const names = personNames(
    seed,
    codes.length,
    cast.map(({ firstName }) => firstName),
  );
  const background = codes.map((code, at) => {
    const name = names[at] ?? code;
    return known(code, name, userName(name, code), official(code));
  });
  return [
    ...cast.map((person, at) => ({ ...person, telegramId: FIRST_ID + at })),
    ...background.map((person, at) => ({ ...person, telegramId: FIRST_BACKGROUND_ID + at })),
  ];
};

/** Everybody who is to be a user of the stand-in: the cast first, then the background. */
export const samplePeople: readonly SamplePerson[] = peopleOf(SAMPLE_SEED);
