// The people of the diary: who of a province of 20 departments and 130 communes is bound to the
// bot. Sixty communes are; seventy are not, and must be phoned.
import { parse } from "csv-parse/sync";
import type { GroupHandle } from "#src/playground/server.ts";
import type { Citizen, Heard } from "#test/support/citizen.ts";
import { communeCodes, departmentCodes, largeProvince } from "#test/support/large-province.ts";
import { openProvince, type Province } from "#test/support/province.ts";

export const BOUND_COMMUNES: readonly string[] = communeCodes.slice(0, 60);

export type Diary = {
  province: Province;
  admin: Citizen;
  /** Secretariat, of Sở Nội vụ. */
  lan: Citizen;
  /** Secretariat, of Văn phòng UBND tỉnh. */
  minh: Citizen;
  /** Chairman of the committee. */
  thanh: Citizen;
  /** Head of Sở Tài chính. */
  giamDoc: Citizen;
  /** A second official of Sở Tài chính. */
  tuan: Citizen;
  /** One official an agency, by its code: 20 departments and 60 communes. */
  officials: Map<string, Citizen>;
  /** The committee's group. */
  committee: GroupHandle;
};

type Expected = Parameters<Citizen["hears"]>[0];

// Sixty people at once on a busy machine.
const WAIT_MS = 90_000;

/** Each of them hears one message like this. */
export const allHear = async (
  citizens: readonly Citizen[],
  expected: Expected,
): Promise<Heard[]> => {
  const heard: Heard[] = [];
  for (const citizen of citizens) heard.push(await citizen.hears(expected, WAIT_MS));
  return heard;
};

/** Each of them says this, hears that, and what else they see of it. */
export const allSay = async (
  citizens: readonly Citizen[],
  text: string,
  expected: Expected,
): Promise<void> => {
  for (const citizen of citizens) {
    await citizen.says(text);
    await citizen.hears(expected, WAIT_MS);
  }
};

/** Each of them sees a card of theirs drawn anew. */
export const allSee = async (citizens: readonly Citizen[], expected: Expected): Promise<void> => {
  for (const citizen of citizens) await citizen.sees(expected);
};

export const official = ({ officials }: Diary, code: string): Citizen => {
  const found = officials.get(code);
  if (found === undefined) throw new Error(`nobody is bound for ${code}`);
  return found;
};

export const officialsOf = (diary: Diary, codes: readonly string[]): Citizen[] =>
  codes.map((code) => official(diary, code));

export const departments = (diary: Diary): Citizen[] => officialsOf(diary, departmentCodes);
export const communes = (diary: Diary): Citizen[] => officialsOf(diary, BOUND_COMMUNES);

/** The code in the one invitation that was just made. */
const codeIn = (heard: Heard): string => /\/start (\S+)/.exec(heard.text)?.[1] ?? "";

/** Invited by somebody who may, they come in by their link. */
export const comesIn = async (
  province: Province,
  by: Citizen,
  as: string,
  name: string,
): Promise<Citizen> => {
  const code = codeIn(await by.asks(`/moi ${as}`, /Thư mời/));
  const person = province.stranger(name);
  await person.asks(`/start ${code}`, /Chào .*vai trò/);
  return person;
};

/** As `agency code → invitation code`, from the CSV file of many invitations. */
export const codesOf = (csv: string): Map<string, string> => {
  const rows: string[][] = parse(csv, { bom: true, skip_empty_lines: true });
  const [header = [], ...lines] = rows;
  const at = (name: RegExp) => header.findIndex((title) => name.test(title));
  const [agency, code] = [at(/cơ quan|agency/i), at(/^mã( mời)?$|code/i)];
  return new Map(lines.map((cells) => [cells[agency] ?? "", cells[code] ?? ""]));
};

export const openDiary = async (at: string): Promise<{ province: Province; admin: Citizen }> => {
  const province = await openProvince({ at, agencies: largeProvince, escalates: true });
  return { province, admin: await province.person("admin", undefined, "Quang") };
};
