// The same document again, against what was registered of it.
import { expect, it } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import {
  compareWithTasks,
  type FreshDraft,
  type KnownTask,
} from "#src/directives/review/compare.ts";

const due = civilDate("2026-12-15");

const task = (taskId: number, content: string, more: Partial<KnownTask> = {}): KnownTask => ({
  ...{ taskId, content, clause: null, leadIds: [1], leadNames: [], dueOn: due },
  ...more,
});
const fresh = (text: string, more: Partial<FreshDraft> = {}): FreshDraft => ({
  ...{ text, clause: "", leadIds: [1], leadNames: [], dueOn: due },
  ...more,
});

it("the same words in any spelling of spaces and marks are the same task", () => {
  const found = compareWithTasks(
    [fresh("Rà soát định mức chi,  báo cáo.")],
    [task(7, "rà soát định mức chi; báo cáo")],
  );
  expect(found).toEqual({
    matched: [{ draft: 0, taskId: 7, differs: [] }],
    added: [],
    gone: [],
  });
});

it("tells what differs: words, deadline, lead; an agency that had it once counts", () => {
  const known = "Rà soát định mức chi thường xuyên của các đơn vị sự nghiệp công lập";
  const found = compareWithTasks(
    [
      fresh(`${known} trên địa bàn tỉnh`, { dueOn: civilDate("2026-12-20") }),
      fresh("Công khai tình hình sử dụng ngân sách hằng quý", { leadIds: [2] }),
      fresh("Niêm yết thủ tục hành chính tại trụ sở", { leadIds: [3] }),
    ],
    [
      task(1, known),
      task(2, "Công khai tình hình sử dụng ngân sách hằng quý"),
      task(3, "Niêm yết thủ tục hành chính tại trụ sở", { leadIds: [1, 3] }),
    ],
  );
  expect(found.matched.map(({ differs }) => differs)).toEqual([
    ["worded", "deadline"],
    ["lead"],
    [],
  ]);
});

it("what is new and what is gone are not forced together", () => {
  const found = compareWithTasks(
    [fresh("Tổ chức hội nghị tổng kết năm")],
    [task(4, "Lập danh mục tài sản công dôi dư")],
  );
  expect(found).toEqual({ matched: [], added: [0], gone: [4] });
});

it("one sentence that several lead stays with each its own task", () => {
  const words = "Rà soát nhiệm vụ được giao tại kế hoạch";
  const found = compareWithTasks(
    [fresh(words, { leadIds: [2] }), fresh(words, { leadIds: [1] })],
    [task(1, words), task(2, words, { leadIds: [2] })],
  );
  expect(found.matched).toEqual([
    { draft: 0, taskId: 2, differs: [] },
    { draft: 1, taskId: 1, differs: [] },
  ]);
});
