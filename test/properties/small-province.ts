// A small province for sequences of random commands: five agencies, ten people, and what each of
// them may say. Every task's content holds a secret word, so that a leak can be seen.
import fc from "fast-check";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import type { Db } from "#src/database/client.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson } from "#test/support/speak.ts";

export const PEOPLE = [
  "official STC",
  "official STC 2",
  "official STP",
  "official SYT",
  "official SNV",
  "head STC",
  "head STP",
  "secretary SNV",
  "secretary 2",
  "leader 1",
  "leader 2",
  "admin",
] as const;
export type PersonName = (typeof PEOPLE)[number];

const ROLES = { official: "official", head: "head", secretary: "secretariat" } as const;

export const plantPeople = async (db: Db): Promise<void> => {
  await seedDayOffs(db);
  const read = readAgencyCsv(sampleAgencies);
  await db.$transaction((tx) => importAgencies(tx, read.rows));
  const agencies = new Map((await db.agency.findMany()).map(({ id, code }) => [code, id]));
  for (const name of PEOPLE) {
    const [kind = "", code = ""] = name.split(" ");
    const role = kind in ROLES ? ROLES[kind as keyof typeof ROLES] : (kind as "leader" | "admin");
    await bindPerson(db, name, role, agencies.get(code) ?? null);
  }
};

/** What one person says, line after line. */
export type Step = { who: PersonName; lines: string[]; days: number };

const task = fc.integer({ min: 1, max: 4 }).map((number) => `NV-00${number}`);
const agency = fc.constantFrom("STC", "STP", "SYT", "SNV");
const day = fc.constantFrom("25/11", "30/11", "5/12", "15/12", "20/12", "31/12");
const percent = fc.integer({ min: 0, max: 100 });
const small = fc.integer({ min: 1, max: 3 });

const OFFICIALS = PEOPLE.filter((name) => /^(official|head)/.test(name));
const DECIDERS = PEOPLE.filter((name) => /^(secretary|leader)/.test(name));
/** Mostly those who may; everybody tries everything now and then. */
const by = (likely: readonly PersonName[]) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...likely) },
    { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
  );

const asked = (line: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  line.map((text) => [text, "/dongy"]);
const said = (line: fc.Arbitrary<string>): fc.Arbitrary<string[]> => line.map((text) => [text]);

const ofAgencies = fc.oneof(
  said(fc.tuple(task, percent).map(([code, value]) => `/tiendo ${code} ${value}% đã làm`)),
  said(task.map((code) => `/hoanthanh ${code} đã báo cáo`)),
  said(task.map((code) => `/hoanthanh ${code} đã báo cáo lại`)),
  said(task.map((code) => `/nhan ${code}`)),
  said(task.map((code) => `/phutrach ${code} tôi`)),
  said(fc.tuple(task, day).map(([code, due]) => `/giahan ${code} ${due} chờ số liệu`)),
  said(task.map((code) => `/khongdung ${code} số liệu khác`)),
  said(task.map((code) => `/vuongmac ${code} chưa có kinh phí`)),
  said(small.map((id) => `/traloi GT-${id} do thiếu người`)),
  said(small.map((id) => `/dong VM-${id}`)),
  said(
    fc.constantFrom(
      "/vangmat 23/11-27/11 thay bởi official STC 2",
      "/vangmat 23/11-27/11 thay bởi head STP",
      "/vangmat hủy",
    ),
  ),
);

const ofDeciders = fc.oneof(
  asked(
    fc
      .tuple(agency, agency, day, fc.integer({ min: 1, max: 9999 }))
      .map(
        ([lead, other, due, secret]) =>
          `/giao ${lead}, ${other}: BIMAT${secret} báo cáo; hạn ${due}`,
      ),
  ),
  said(
    fc
      .tuple(task, agency, percent)
      .map(([code, of, value]) => `/tiendo ${code} ${of} ${value}% theo điện thoại`),
  ),
  said(fc.tuple(task, agency).map(([code, of]) => `/hoanthanh ${code} ${of} nhập hộ kết quả`)),
  said(fc.tuple(task, agency).map(([code, of]) => `/xacnhan ${code} ${of}`)),
  asked(task.map((code) => `/xacnhan ${code} tất cả`)),
  said(fc.tuple(task, agency).map(([code, of]) => `/tralai ${code} ${of} thiếu phụ lục`)),
  said(
    fc.tuple(task, agency).map(([code, of]) => `/duyet ${code} ${of} theo 45/UBND-NC ngày 20/11`),
  ),
  said(fc.tuple(task, agency).map(([code, of]) => `/tuchoi ${code} ${of} không đủ căn cứ`)),
  said(small.map((id) => `/duyet PA-${id}`)),
  said(small.map((id) => `/traloi VM-${id} sẽ bố trí`)),
  said(
    fc.tuple(task, agency).map(([code, of]) => `/giaitrinh ${code} ${of} hạn 30/11 vì sao chậm`),
  ),
  said(fc.tuple(task, agency).map(([code, of]) => `/tamdung ${code} ${of} chờ hướng dẫn`)),
  said(fc.tuple(task, agency).map(([code, of]) => `/tieptuc ${code} ${of}`)),
  asked(fc.tuple(task, agency).map(([code, of]) => `/huy ${code} ${of} không còn cần`)),
  asked(
    fc
      .tuple(task, agency, agency)
      .map(([code, of, to]) => `/chuyen ${code} ${of} sang ${to} theo 46/UBND-NC ngày 20/11`),
  ),
  asked(
    fc
      .tuple(task, agency, day)
      .map(([code, of, due]) => `/sua ${code} ${of} hạn: ${due}; lý do: sai số văn bản`),
  ),
  asked(task.map((code) => `/dondoc ${code}`)),
  said(task.map((code) => `/chuabaocao ${code}`)),
  said(
    fc.constantFrom(
      "/vangmat 23/11-27/11 thay bởi leader 2",
      "/vangmat 24/11-30/11 thay bởi secretary 2",
      "/vangmat hủy",
    ),
  ),
);

const ofAnybody = fc.oneof(
  said(task.map((code) => `/lichsu ${code}`)),
  said(fc.tuple(task, agency).map(([code, of]) => `/viec ${code} ${of}`)),
  said(fc.constantFrom("/viec", "/quahan", "/choxuly", "/denhan", "/xephang", "/bantin", "/toi")),
);

/** What there is to do before anybody says anything: tasks of several, of one, of the own, recurring. */
export const PRELUDE: Step[] = [
  "/giao STC, STP: BIMAT101 rà soát thủ tục; hạn 28/11; phối hợp SYT",
  "/giao SNV, SYT: BIMAT102 báo cáo nhân sự; hạn 10/12",
  "/giao STC: BIMAT103 quyết toán; hạn 24/11; hạn chế có",
  "/giao STP, STC: BIMAT104 báo cáo công tác; hạn định kỳ hàng quý",
].map((line) => ({ who: "secretary 2", lines: [line, "/dongy"], days: 0 }));

const days = fc.constantFrom(0, 0, 0, 0, 0, 1, 3);

export const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ who: by(OFFICIALS), lines: ofAgencies, days }) },
      { weight: 5, arbitrary: fc.record({ who: by(DECIDERS), lines: ofDeciders, days }) },
      { weight: 1, arbitrary: fc.record({ who: by(PEOPLE), lines: ofAnybody, days }) },
    ),
    { minLength: Math.floor(length / 2), maxLength: length, size: "max" },
  );
