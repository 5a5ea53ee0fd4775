// One field of a draft as somebody typed it. What is not understood is said, and nothing changes.
import { candidatesOf } from "#src/agencies/agencies-named.ts";
import type { AgencyIndex } from "#src/agencies/name-index.ts";
import {
  assignedAgencies,
  type Leftover,
  resolveAssignees,
} from "#src/agencies/resolve-assignees.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { REFORM_AREAS, readReformArea } from "#src/language/reform-area.ts";
import { showDate } from "#src/messages/format.ts";
import type { Language } from "#src/messages/language.ts";
import { type Button, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/directives.ts";
import { ambiguousAgency, unclearDeadline, unknownAgency } from "#src/messages/words/giao.ts";
import { isNothing } from "#src/tasks/task-draft.ts";
import type { QuestionAbout } from "../reading.ts";
import { typedDeadline } from "./draft-deadline.ts";
import type { DraftField } from "./draft-words.ts";
import type { ReviewDraft } from "./stored-json.ts";

export type FieldSetting = {
  language: Language;
  /** Names of today: whoever types means those. */
  index: AgencyIndex;
  /** The day that the document speaks on. */
  at: CivilDate;
  calendar: WorkCalendar;
  /** "VB-3.5" */
  code: string;
};

const ABOUT_DEADLINE: readonly QuestionAbout[] = [
  "frequency",
  "deadline-unsure",
  "deadline-past",
  "no-such-day",
  "schedule",
  "urgency",
  "event",
  "phases",
];
const ABOUT_LEAD: readonly QuestionAbout[] = ["lead-missing", "lead-unsure", "district-level"];

const without = ({ questions }: ReviewDraft, settled: readonly QuestionAbout[]) =>
  questions.filter(({ about }) => !settled.includes(about));

const refuse = (text: string, buttons: Button[][] = []): UserError =>
  new UserError({ blocks: [paragraph(text)], ...(buttons.length > 0 ? { buttons } : {}) });

const setDeadline = (draft: ReviewDraft, typed: string, setting: FieldSetting): ReviewDraft => {
  const { language, code } = setting;
  const read = typedDeadline(isNothing(typed) ? "" : typed, setting);
  if (read.kind === "unclear") {
    const { nearest } = read;
    const buttons: Button[][] =
      nearest === null
        ? []
        : [[{ label: showDate(nearest), command: `/duthao ${code} hạn ${showDate(nearest)}` }]];
    throw refuse(unclearDeadline(language, typed, nearest), buttons);
  }
  return { ...draft, deadline: read.deadline, questions: without(draft, ABOUT_DEADLINE) };
};

const unknownName = (leftover: Leftover, { language, code }: FieldSetting): UserError => {
  const names = candidatesOf(leftover);
  const text =
    leftover.kind === "ambiguous"
      ? ambiguousAgency(language, leftover.phrase, names)
      : unknownAgency(language, leftover.phrase, names);
  const buttons = names
    .slice(0, 3)
    .map((name): Button[] => [{ label: name, command: `/duthao ${code} cơ quan ${name}` }]);
  return refuse(text, buttons);
};

const setLead = (draft: ReviewDraft, typed: string, setting: FieldSetting): ReviewDraft => {
  const found = resolveAssignees(setting.index, typed);
  const [leftover] = found.leftovers;
  if (leftover !== undefined) throw unknownName(leftover, setting);
  const agencies = assignedAgencies(found);
  return {
    ...draft,
    leads: [
      ...found.groups.map(({ group }) => group.name),
      ...found.agencies.map(({ agency }) => agency.name),
    ],
    leadIds: agencies.map(({ id }) => id),
    everyAgency: agencies.length > 1,
    leadSource: "sentence",
    leadSure: 1,
    questions: without(draft, ABOUT_LEAD),
  };
};

const setCoordinating = (draft: ReviewDraft, typed: string, { index }: FieldSetting) => {
  if (isNothing(typed)) return { ...draft, coordinating: [] };
  const { agencies, groups, leftovers } = resolveAssignees(index, typed);
  return {
    ...draft,
    coordinating: [
      ...agencies.map(({ agency }) => agency.name),
      ...groups.map(({ phrase }) => phrase),
      ...leftovers.map(({ phrase }) => phrase),
    ],
  };
};

export const areaNames = (): string[] => REFORM_AREAS.map(({ short }) => short);

const setArea = (draft: ReviewDraft, typed: string, { language }: FieldSetting): ReviewDraft => {
  const area = readReformArea(typed);
  if (area === null) throw refuse(words.unknownArea(language, typed, areaNames()));
  return { ...draft, area };
};

/** The draft with that field put right. @throws UserError where what was typed is not understood */
export const setField = (
  draft: ReviewDraft,
  field: DraftField,
  typed: string,
  setting: FieldSetting,
): ReviewDraft => {
  const value = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  switch (field) {
    case "deadline":
      return setDeadline(draft, value, setting);
    case "lead":
      return setLead(draft, value, setting);
    case "coordinating":
      return setCoordinating(draft, value, setting);
    case "area":
      return setArea(draft, value, setting);
    case "content":
      return { ...draft, text: value, reworded: true };
  }
};
