// The scorer itself: it can tell a right reading from a wrong one.
import { describe, expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import type { Draft, DraftTarget, Reading, Span } from "#src/directives/reading.ts";
import { scoreReading } from "./score.ts";
import type { Labelled } from "./scoring/labels.ts";
import { locator, placeOnLine } from "./scoring/places.ts";
import { share } from "./scoring/tally.ts";

const LINES = [
  "Năm ngoái tỉnh tụt 3 bậc so với năm 2022.",
  "1. Sở Nội vụ lập danh mục vị trí, xong trước ngày 15/9/2023 theo Kế hoạch số 7/KH-UBND ngày 02/3/2023.",
  "2. Các sở, UBND các huyện gửi báo cáo hằng quý, bảo đảm tối thiểu 70% hồ sơ đúng hạn.",
  "3. Sở TT&TT khẩn trương sửa phần mềm.",
];
const text = LINES.join("\n");

const spanOf = (line: number, words: string): Span => ({
  ...placeOnLine(text, line, words),
  line,
  endLine: line,
});

const label = { file: "a.txt", lead: "", parsed: "" };
const labelled: Labelled = {
  ...{ file: "a.txt", text, at: civilDate("2023-08-01"), document: null },
  deadlines: [
    {
      ...{ ...label, id: "1", line: 2, quote: "xong trước ngày 15/9/2023" },
      ...{ lead: "Sở Nội vụ (1)", kind: "BEFORE_DATE", parsed: "date 2023-09-15 (Fri)" },
    },
    {
      ...{ ...label, id: "2", line: 3, quote: "gửi báo cáo hằng quý" },
      ...{ lead: "Các sở, UBND các huyện (all)", kind: "RECUR_SET", parsed: "{QUARTERLY}" },
    },
    {
      ...{ ...label, id: "3", line: 4, quote: "khẩn trương sửa phần mềm" },
      ...{ lead: "Sở TT&TT", kind: "URGENT_UNDATED" },
    },
  ],
  targets: [
    {
      ...{ file: "a.txt", id: "T1", line: 3, quote: "tối thiểu 70% hồ sơ đúng hạn" },
      ...{ op: "≥", value: "70 %", by: "không ghi" },
    },
  ],
  negatives: [{ file: "a.txt", line: 1, quote: "so với năm 2022", why: "history" }],
};

const draft = (line: number, lead: string, more: Partial<Draft> = {}): Draft => ({
  ...{ clause: String(line - 1), text: LINES[line - 1] ?? "", leads: [lead], everyAgency: false },
  ...{ leadSource: "sentence", leadSure: 1, coordinating: [], targets: [], area: "other" },
  ...{ dependsOn: [], span: spanOf(line, LINES[line - 1] ?? "") },
  deadline: {
    ...{ kind: "none", dueOn: null, boundary: null, window: null, frequency: [], phrase: "" },
    ...{ sure: 1, notes: [], span: null },
  },
  ...more,
});

const none = draft(4, "Sở Thông tin và Truyền thông");
const target: DraftTarget = {
  ...{ metric: "hồ sơ", operator: "≥", value: 70, upTo: null, unit: "%", level: null, by: null },
  ...{ baseline: null, escalator: null, phrase: "tối thiểu 70%" },
  span: spanOf(3, "tối thiểu 70%"),
};
const dated = draft(2, "Sở Nội vụ", {
  deadline: {
    ...none.deadline,
    ...{ kind: "date", dueOn: civilDate("2023-09-15"), boundary: "before" },
    ...{ phrase: "trước ngày 15/9/2023", span: spanOf(2, "trước ngày 15/9/2023") },
  },
});
const recurring = draft(3, "Các sở, UBND các huyện", {
  everyAgency: true,
  targets: [target],
  deadline: {
    ...none.deadline,
    ...{ kind: "recurrence", frequency: ["quarterly"], phrase: "hằng quý" },
    span: spanOf(3, "hằng quý"),
  },
});

const reading = (...drafts: Draft[]): Reading => ({
  language: "vi",
  document: {
    ...{ kind: null, number: null, issuer: null, place: null, issuedOn: null, title: null },
    ...{ signer: null, recipients: [], cited: [] },
  },
  drafts,
  questions: [],
});

const figures = (...drafts: Draft[]) => {
  const { tallies, falseDates } = scoreReading(labelled, text, reading(...drafts));
  const of = (measure: keyof typeof tallies): [number, number] => [
    share(tallies[measure].recall),
    share(tallies[measure].precision),
  ];
  return {
    found: of("deadlines found"),
    read: of("deadlines read"),
    leads: of("leads"),
    targets: of("targets"),
    falseDates,
  };
};

const ALL = { found: [1, 1], read: [1, 1], leads: [1, 1], targets: [1, 1], falseDates: 0 };

describe("a reading that is wholly right", () => {
  it("scores all of it", () => {
    expect(figures(dated, recurring, none)).toEqual(ALL);
  });

  it("scores the same where the document came out of a file with other line breaks", () => {
    const other = text.replaceAll(", ", ",\n").normalize("NFD");
    const place = locator(text, other)(3, "gửi báo cáo hằng quý");
    expect(other.slice(place?.from, place?.to).normalize("NFC")).toBe("gửi báo cáo hằng quý");
  });
});

describe("a reading that is wrong somewhere", () => {
  it("loses a draft that is missing", () => {
    expect(figures(dated, none)).toMatchObject({ found: [0.5, 1], read: [2 / 3, 1] });
    expect(figures(dated, none)).toMatchObject({ leads: [2 / 3, 1], targets: [0, 1] });
  });

  it("loses another day, another boundary and another frequency", () => {
    const later = { ...dated.deadline, dueOn: civilDate("2023-09-16") };
    const by = { ...dated.deadline, boundary: "by" as const };
    for (const deadline of [later, by]) {
      expect(figures({ ...dated, deadline }, recurring, none)).toMatchObject({
        ...{ found: [1, 1], read: [2 / 3, 0.5] },
      });
    }
    const monthly = { ...recurring.deadline, frequency: ["monthly" as const] };
    expect(figures(dated, { ...recurring, deadline: monthly }, none).read).toEqual([2 / 3, 0.5]);
  });

  it("loses a date made of words that give none", () => {
    const deadline = { ...dated.deadline, span: spanOf(4, "khẩn trương") };
    expect(figures(dated, recurring, { ...none, deadline })).toMatchObject({
      ...{ found: [1, 2 / 3], read: [2 / 3, 2 / 3] },
    });
  });

  it("counts dates of cited documents, negatives and duties of the past as false", () => {
    const cited = { ...dated.deadline, span: spanOf(2, "ngày 02/3/2023") };
    expect(figures(dated, { ...dated, deadline: cited }, recurring, none).falseDates).toBe(1);
    const history = draft(1, "Sở Nội vụ");
    const past = { ...dated.deadline, span: spanOf(1, "năm 2022") };
    expect(figures(history, dated, recurring, none).falseDates).toBe(1);
    expect(figures({ ...history, deadline: past }, dated, recurring, none).falseDates).toBe(2);
  });

  it("loses another lead, one too many, and one agency where all are meant", () => {
    const other = { ...dated, leads: ["Sở Tài chính"] };
    expect(figures(other, recurring, none).leads).toEqual([2 / 3, 2 / 3]);
    const two = { ...dated, leads: ["Sở Nội vụ", "Sở Tài chính"] };
    expect(figures(two, recurring, none).leads).toEqual([1, 3 / 4]);
    const one = { ...recurring, everyAgency: false };
    expect(figures(dated, one, none).leads).toEqual([2 / 3, 2 / 3]);
    const departments = { ...recurring, leads: ["Các sở"] };
    expect(figures(dated, departments, none).leads).toEqual([2 / 3, 2 / 3]);
  });

  it("loses another figure, operator or year of a target", () => {
    const wrong: Partial<DraftTarget>[] = [
      { value: 71 },
      { operator: ">" },
      { by: civilDate("2023-12-31") },
    ];
    for (const change of wrong) {
      const targets = [{ ...target, ...change }];
      expect(figures(dated, { ...recurring, targets }, none).targets).toEqual([0, 0]);
    }
  });
});
