// What all kinds of drafts share: how a task got into the register, and its deadline.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import { randomFor } from "../random.ts";
import { type Days, written } from "./days.ts";
import type { Due, FanDraft, RecurringDraft, SingleDraft } from "./draft.ts";
import { groupNameOf, type Office } from "./office.ts";
import { momentOf } from "./office-hours.ts";
import type { Moment, PlannedAssignment, PlannedTask } from "./plan.ts";

const BEFORE_THE_DAY = ["chậm nhất ngày", "trước ngày", "xong trước ngày", "đến hết ngày"];

/** The deadline as its phrase is read on the day of registering. @throws Error if it says otherwise. */
export const deadlineOf = (
  { seed }: Office,
  { calendar }: Days,
  { key, due }: { key: string; due: Due },
  readOn: CivilDate,
): Deadline => {
  if ("phrase" in due) return readDeadline(due.phrase, readOn, calendar);
  const leading = randomFor(seed, `phrase:${key}`).pick(BEFORE_THE_DAY);
  const read = readDeadline(`${leading} ${written(due.on)}`, readOn, calendar);
  if (read.dueOn !== due.on) throw new Error(`${key}: ${read.phrase} is read as ${read.dueOn}`);
  return read;
};

type Draft = SingleDraft | FanDraft | RecurringDraft;

/** When and by whom it was registered. */
export const registration = ({ seed }: Office, days: Days, draft: Draft): Moment => {
  const on = days.ago(draft.ago);
  return { on, at: momentOf(seed, draft.key, "registered", on), by: draft.by ?? "head" };
};

export const coordinatingOf = (
  draft: Draft,
  deadline: Deadline,
  assigned: Moment,
): PlannedAssignment[] =>
  (draft.with ?? []).map((agency) => ({
    agency,
    role: "coordinating" as const,
    occurrence: "",
    deadline,
    assigned,
    origin: null,
    acts: [],
  }));

/** The task itself; `leadPhrase` as it was typed. */
export const taskOf = (
  draft: Draft,
  registered: Moment,
  leadPhrase: string,
  phrase: string,
): Omit<PlannedTask, "assignments"> => {
  const group = draft.withGroup;
  const due = phrase === "" ? "" : `; hạn ${phrase}`;
  return {
    key: draft.key,
    content: draft.content,
    area: draft.area,
    clause: draft.source?.clause ?? null,
    document: draft.source?.document ?? null,
    deliverable: draft.deliverable ?? null,
    leader: draft.leader ?? null,
    note: draft.note ?? null,
    restricted: draft.restricted ?? false,
    leadPhrase,
    coordination: group === undefined ? [] : [{ group, phrase: groupNameOf(group) }],
    registered,
    text: `/giao ${leadPhrase}: ${draft.content}${due}`,
    proposal: null,
  };
};
