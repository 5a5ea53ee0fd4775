// The directive and the plan of the sample: written for it, dated and filled in from its tasks.
import { readFileSync } from "node:fs";
import { type CivilDate, partsOf } from "#src/calendar/civil-date.ts";
import type { Plan, PlannedTask } from "../plan/plan.ts";
import { PROVINCE } from "../province.ts";

type Key = "directive" | "plan";

export type SampleDocument = {
  key: Key;
  kind: string;
  number: string;
  issuedOn: CivilDate;
  title: string;
  fileName: string;
  text: string;
};

type Template = Pick<SampleDocument, "key" | "kind" | "number" | "title"> & {
  file: string;
  /** Days before today. */
  ago: number;
};

const templates: readonly Template[] = [
  {
    key: "directive",
    kind: "Chỉ thị",
    number: "09/CT-UBND",
    title:
      "Về siết chặt kỷ luật, kỷ cương hành chính, nâng cao chất lượng phục vụ người dân và doanh nghiệp",
    file: "chi-thi.txt",
    ago: 120,
  },
  {
    key: "plan",
    kind: "Kế hoạch",
    number: "186/KH-UBND",
    title: "Nâng cao chất lượng cải cách hành chính và mức độ hài lòng của người dân",
    file: "ke-hoach.txt",
    ago: 228,
  },
];

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** "ngày 05 tháng 3 năm 2026": days below 10, and January and February, get a nought. */
const signedOn = (date: CivilDate): string => {
  const { year, month, day } = partsOf(date);
  return `ngày ${twoDigits(day)} tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`;
};

const phraseOf = ({ assignments: [first] }: PlannedTask): string => first?.deadline.phrase ?? "";

const HOLE = /\{\{([^}]+)\}\}/g;

/** @throws Error for a hole that nothing fills. */
const filled = (template: string, values: ReadonlyMap<string, string>): string =>
  template.replace(HOLE, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`nothing for {{${name}}}`);
    return value;
  });

export const documentsOf = (plan: Plan, chairman: string): SampleDocument[] => {
  const dues = plan.tasks.map((task) => [`due:${task.key}`, phraseOf(task)] as const);
  return templates.map(({ file, ago, ...about }) => {
    const issuedOn = plan.days.ago(ago);
    const values = new Map([
      ...dues,
      ["number", about.number],
      ["issued", signedOn(issuedOn)],
      ["PROVINCE", PROVINCE.toUpperCase()],
      ["chairman", chairman],
    ]);
    const template = readFileSync(new URL(`./${file}`, import.meta.url), "utf8");
    const fileName = `${about.number.replace("/", "-")}.txt`;
    return { ...about, issuedOn, fileName, text: filled(template, values) };
  });
};
