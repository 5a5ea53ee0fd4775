// What somebody typed after /giao, read into a task: who leads, what, by when. Pure: names come
// in as an index, today and the calendar as arguments.

import type { AgencyIndex } from "#src/agencies/name-index.ts";
import {
  type Assignees,
  assignedAgencies,
  resolveAssignees,
} from "#src/agencies/resolve-assignees.ts";
import { type CivilDate, partsOf, tryCivilOf } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import { type Deadline, readDeadline } from "#src/language/deadline.ts";
import { type FieldKey, flagSet } from "#src/language/field-words.ts";
import { fieldValue, splitFields } from "#src/language/fields.ts";
import { readReformArea, reformArea } from "#src/language/reform-area.ts";
import type { NewTask } from "./register-task.ts";

/** The words of a draft, verbatim; what a form keeps between two messages. */
export type DraftText = {
  leads: string;
  content: string;
  /** Null: nothing was said about it yet; "": there is none. */
  deadline: string | null;
  fields: Partial<Record<Exclude<FieldKey, "content" | "deadline" | "restricted">, string>>;
  restricted: boolean;
  /** The deadline was found in the words of the content, not given beside it. */
  deadlineProposed?: boolean;
};

export type DraftStep = "leads" | "content" | "deadline" | "confirm";

export type DraftProblem =
  | {
      about: "leads" | "coordinating";
      kind: "unknown" | "ended" | "nobody";
      phrase: string;
      nearest: string[];
    }
  | { about: "leads" | "coordinating"; kind: "ambiguous"; phrase: string; nearest: string[] }
  | { about: "deadline"; kind: "unclear"; phrase: string; nearest: CivilDate | null }
  | { about: "deadline"; kind: "past"; phrase: string; due: CivilDate }
  /** Without a year, and this year's is past: next year's was taken. Said, not refused. */
  | { about: "year"; kind: "next"; phrase: string; due: CivilDate }
  | { about: "area"; kind: "unknown"; phrase: string };

export type Draft = {
  /** Who leads as it was understood: agencies by their full names, groups by theirs. */
  leadNames: string[];
  task: Omit<NewTask, "documentId" | "leaderInChargeId">;
  coordinatingNames: string[];
  /** The document that was named, verbatim. */
  documentPhrase: string | null;
  problems: DraftProblem[];
  /** What is to be asked next. */
  step: DraftStep;
  /** Names taken in spite of a slip: "Sở Y tê" → Sở Y tế. */
  near: { phrase: string; name: string }[];
};

const optionalKeys = [
  "coordinating",
  "area",
  "leader",
  "deliverable",
  "document",
  "clause",
  "note",
] as const;

/** Cuts the typed line into its parts; nothing is interpreted yet. */
export const readDraftText = (args: string): DraftText => {
  const split = splitFields(args);
  const content = fieldValue(split, "content")?.text;
  const restricted = fieldValue(split, "restricted")?.text;
  const isHead = split.body.text === "" && content === undefined;
  const text: DraftText = {
    leads: isHead ? "" : split.head.text,
    content: isHead
      ? split.head.text
      : [split.body.text, content ?? ""].filter((part) => part !== "").join("; "),
    deadline: fieldValue(split, "deadline")?.text ?? null,
    fields: {},
    restricted: restricted !== undefined && flagSet(restricted),
  };
  // "Sở Tư pháp:" alone names who, and leaves the rest to be asked.
  if (isHead && /:\s*($|[;\n])/.test(args)) {
    text.leads = split.head.text;
    text.content = "";
  }
  for (const key of optionalKeys) {
    const value = fieldValue(split, key)?.text;
    if (value !== undefined) text.fields[key] = value;
  }
  return text;
};

const TRAILING = /^(.*\S)[\s,.]+((?:thời hạn|hạn|chậm nhất|trước|đến hết)\s.*)$/isu;

/** "rà soát văn bản, hạn 30/11": without a semicolon, taken only where it is surely a date. */
export const takeTrailingDeadline = (
  text: DraftText,
  today: CivilDate,
  calendar: WorkCalendar,
): DraftText => {
  if (text.deadline !== null) return text;
  const [, content, said] = TRAILING.exec(text.content.normalize("NFC")) ?? [];
  if (content === undefined || said === undefined) return text;
  const { dueOn, kind, nearest } = readDeadline(said, today, calendar);
  if (nearest === null && (dueOn === null || (kind !== "date" && kind !== "period"))) return text;
  const kept = content.replace(/[\s,.]+$/, "");
  return { ...text, content: kept, deadline: said.replace(/^(thời )?hạn\s+/iu, "") };
};

/** An answer to "what is the task?", which may bring its fields along. */
export const withContent = (text: DraftText, typed: string): DraftText => {
  const said = readDraftText(`:${typed}`);
  return {
    ...text,
    content: said.content,
    deadline: said.deadline ?? text.deadline,
    fields: { ...text.fields, ...said.fields },
    restricted: text.restricted || said.restricted,
  };
};

const MOST_NAME_WORDS = 10;

/**
 * Without a colon the line may still begin with who leads: "STP", "STP rà soát văn bản". Only an
 * exact name is taken so; whatever else was typed stays the content.
 */
export const takeLeadingNames = (text: DraftText, index: AgencyIndex): DraftText => {
  if (text.leads !== "" || text.content === "") return text;
  const whole = resolveAssignees(index, text.content);
  if (whole.leftovers.length === 0) return { ...text, leads: text.content, content: "" };
  const parts = [...text.content.matchAll(/\S+/g)].slice(0, MOST_NAME_WORDS);
  for (const last of parts.reverse()) {
    const end = last.index + last[0].length;
    if (index.names.resolve(text.content.slice(0, end)).kind !== "exact") continue;
    const leads = text.content.slice(0, end);
    return { ...text, leads, content: text.content.slice(end).replace(/^[\s,:–-]+/, "") };
  }
  return text;
};

/** Later words ("hạn 15/12; phối hợp STC") laid over a draft; null where they hold no field. */
export const amendDraftText = (text: DraftText, typed: string): DraftText | null => {
  const split = splitFields(`;${typed}`);
  if (split.fields.length === 0) return null;
  const more = readDraftText(`;${typed}`);
  const restricted = fieldValue(split, "restricted") === null ? text.restricted : more.restricted;
  return {
    ...text,
    content: more.content === "" ? text.content : more.content,
    deadline: more.deadline ?? text.deadline,
    deadlineProposed: more.deadline === null && text.deadlineProposed === true,
    fields: { ...text.fields, ...more.fields },
    restricted,
  };
};

type AgencyProblem = Extract<DraftProblem, { about: "leads" | "coordinating" }>;

const problemsOf = (about: "leads" | "coordinating", assignees: Assignees): AgencyProblem[] =>
  assignees.leftovers.map((left) => ({
    about,
    kind: left.kind,
    phrase: left.phrase,
    nearest:
      left.kind === "unknown"
        ? left.nearest.map(({ name }) => name)
        : left.kind === "ambiguous"
          ? left.candidates.map(({ name }) => name)
          : [],
  }));

/** "30/2" typed in November is about next February. */
const stillAhead = (nearest: CivilDate, today: CivilDate, phrase: string): CivilDate => {
  if (nearest >= today || /\d{4}/.test(phrase)) return nearest;
  const { year, month, day } = partsOf(nearest);
  return tryCivilOf(year + 1, month, day) ?? nearest;
};

const deadlineProblems = (deadline: Deadline, today: CivilDate): DraftProblem[] => {
  const { kind, phrase, nearest, dueOn, reasons } = deadline;
  if (kind === "unclear") {
    const meant = nearest === null ? null : stillAhead(nearest, today, phrase);
    return [{ about: "deadline", kind: "unclear", phrase, nearest: meant }];
  }
  if (dueOn !== null && dueOn < today) {
    return [{ about: "deadline", kind: "past", phrase, due: dueOn }];
  }
  if (dueOn !== null && reasons.includes("next-year-taken")) {
    return [{ about: "year", kind: "next", phrase, due: dueOn }];
  }
  return [];
};

const nothing = /^(không( có)?|khong( co)?|ko|k|none|no|không thời hạn|khong thoi han)\.?$/i;

/** "By when?" – "No date." */
export const isNothing = (typed: string): boolean => nothing.test(typed.normalize("NFC").trim());

const nextStep = (text: DraftText, problems: DraftProblem[], leads: number): DraftStep => {
  if (leads === 0 || problems.some(({ about }) => about === "leads")) return "leads";
  if (text.content.trim() === "") return "content";
  if (text.deadline === null || problems.some(({ about }) => about === "deadline")) {
    return "deadline";
  }
  return "confirm";
};

/** Reads a draft as of today. Coordinating phrases that name nobody are kept, not refused. */
export const readDraft = (
  text: DraftText,
  { index, today, calendar }: { index: AgencyIndex; today: CivilDate; calendar: WorkCalendar },
): Draft => {
  const leads = resolveAssignees(index, text.leads);
  const coordinating = resolveAssignees(index, text.fields.coordinating ?? "");
  const said = text.deadline?.trim() ?? "";
  const deadline = readDeadline(isNothing(said) ? "" : said, today, calendar);
  const areaTyped = text.fields.area ?? null;
  const area = areaTyped === null ? null : readReformArea(areaTyped);
  const problems: DraftProblem[] = [
    ...problemsOf("leads", leads),
    // A phrase that names nobody is kept as typed, but said where it looks like a slip.
    ...problemsOf("coordinating", coordinating).filter(
      ({ kind, nearest }) => kind === "ambiguous" || nearest.length > 0,
    ),
    ...(text.deadline === null ? [] : deadlineProblems(deadline, today)),
    ...(areaTyped !== null && area === null
      ? [{ about: "area" as const, kind: "unknown" as const, phrase: areaTyped }]
      : []),
  ];
  const assigned = assignedAgencies(leads);
  return {
    leadNames: [
      ...leads.groups.map(({ group }) => group.name),
      ...leads.agencies.map(({ agency }) => agency.name),
    ],
    task: {
      content: text.content.trim(),
      leadPhrase: text.leads,
      leadIds: assigned.map(({ id }) => id),
      coordinatingIds: coordinating.agencies.map(({ agency }) => agency.id),
      coordination: [
        ...coordinating.groups.map(({ group, phrase }) => ({ groupId: group.id, phrase })),
        ...coordinating.leftovers
          .filter(({ kind }) => kind !== "ambiguous")
          .map(({ phrase }) => ({ groupId: null, phrase })),
      ],
      deadline,
      area: area === null ? areaTyped : reformArea(area).name,
      clause: text.fields.clause ?? null,
      deliverable: text.fields.deliverable ?? null,
      leaderText: text.fields.leader ?? null,
      note: text.fields.note ?? null,
      restricted: text.restricted,
    },
    coordinatingNames: coordinating.agencies.map(({ agency }) => agency.name),
    documentPhrase: text.fields.document ?? null,
    problems,
    step: nextStep(text, problems, assigned.length),
    near: [...leads.agencies, ...coordinating.agencies]
      .filter(({ near, via }) => near || via !== null)
      .map(({ phrase, agency }) => ({ phrase, name: agency.name })),
  };
};
