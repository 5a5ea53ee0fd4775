// Invented registers of all kinds, for the export: as fast-check makes them, or thousands at once.
import fc from "fast-check";
import type { Prisma } from "#prisma/generated/client.ts";
import { addDays, type CivilDate, civilDate, toDbDate } from "#src/calendar/civil-date.ts";
import type { WorkCalendar } from "#src/calendar/working-days.ts";
import type { Tx } from "#src/database/client.ts";
import { readDeadline } from "#src/language/deadline.ts";
import { deadlineColumns } from "#src/tasks/register-task.ts";

export const ON = civilDate("2026-11-16");
const FIRST = civilDate("2024-05-06");

const words = fc.constantFrom(
  "Rà soát thủ tục hành chính",
  "=HYPERLINK(1)",
  "'=1+1",
  "- việc thứ nhất\n- việc thứ hai",
  '@"trích dẫn", có phẩy; và chấm phẩy',
  "+84 số máy",
  "Báo cáo tháng 10 gửi UBND tỉnh",
  "Nghị quyết  có hai dấu cách",
);
const note = fc.option(words, { nil: "" });
const phrase = fc.constantFrom(
  "30/11/2026",
  "trước ngày 15/12/2026",
  "quý IV/2026",
  "hết năm 2026",
  "trong 10 ngày làm việc",
  "cuối tháng",
  "hàng quý, 6 tháng, năm",
  "hằng tháng",
  "thường xuyên",
  "",
  "theo chỉ đạo",
  "ngay sau khi có hướng dẫn",
);
const day = fc.nat(900);
const state = fc.constantFrom(
  "assigned" as const,
  "assigned" as const,
  "received" as const,
  "in_progress" as const,
  "awaiting_confirmation" as const,
  "done" as const,
  "done" as const,
  "paused" as const,
  "cancelled" as const,
  "transferred" as const,
);

const standing = fc.record({
  state,
  percent: fc.constantFrom(0, 1, 40, 70, 100),
  finished: day,
  said: note,
  number: fc.option(fc.constantFrom("123/BC-STC", "9/TTr-SNV", "17/QĐ-UBND"), { nil: null }),
  dated: fc.boolean(),
  extended: fc.option(fc.record({ by: fc.integer({ min: 1, max: 40 }), times: fc.nat(3) }), {
    nil: null,
    freq: 6,
  }),
});

export const taskSpec = fc.record({
  document: fc.option(fc.record({ number: fc.nat(30), issuer: fc.nat(2), day: fc.nat(6) }), {
    nil: null,
    freq: 3,
  }),
  key: fc.constantFrom("number", "section", "print", "code"),
  content: words,
  leaderText: fc.option(fc.constantFrom("PCT Nguyễn Văn Gió", "Đ/c Chủ tịch"), { nil: null }),
  note,
  phrase,
  readLate: fc.boolean(),
  leadPhrase: fc.constantFrom("Các sở, ban, ngành", "Sở Nội vụ", ""),
  leads: fc.array(fc.record({ agency: fc.nat(), alike: fc.boolean(), own: standing }), {
    minLength: 1,
    maxLength: 5,
  }),
  standing,
  coordinating: fc.array(fc.nat(), { maxLength: 3 }),
  references: fc.subarray(["các đơn vị liên quan", "các ngành, địa phương", "UBND các cấp"]),
  periods: fc.array(
    fc.record({ occurrence: fc.constantFrom("2026-Q1", "2026-Q2", "2026-Q3", "2026-Y"), standing }),
    { maxLength: 2 },
  ),
});

export type TaskSpec = typeof taskSpec extends fc.Arbitrary<infer Spec> ? Spec : never;
type Standing = TaskSpec["standing"];

const ISSUERS = ["UBND tỉnh Đồi Gió", "Chủ tịch UBND tỉnh", "Tỉnh ủy (Đồi Gió)"];

const dayOf = (number: number): CivilDate => addDays(FIRST, number);
const past = (number: number): CivilDate => {
  const date = dayOf(number);
  return date > ON ? ON : date;
};

type Row = Prisma.AssignmentCreateManyInput & { id: number };

/** Columns of one assignment, and what hangs on it. */
function assignment(
  base: Pick<Row, "id" | "taskId" | "agencyId" | "role" | "occurrence" | "assignedOn">,
  due: ReturnType<typeof deadlineColumns>,
  { state, percent, finished, extended }: Standing,
): Row {
  const ends = state === "done";
  const moved =
    extended !== null && due.dueOn !== null
      ? { dueOn: new Date(due.dueOn.getTime() + extended.by * 86_400_000), boundary: "by" }
      : {};
  return {
    ...base,
    ...due,
    ...moved,
    extensionCount: extended !== null && due.dueOn !== null ? extended.times : 0,
    state,
    percent: ends ? 100 : state === "assigned" || state === "received" ? 0 : percent,
    submittedOn: ends || state === "awaiting_confirmation" ? toDbDate(past(finished)) : null,
    completedOn: ends ? toDbDate(past(finished)) : null,
  };
}

type Planted = {
  tasks: Prisma.TaskCreateManyInput[];
  assignments: Row[];
  results: Prisma.ResultCreateManyInput[];
  progress: Prisma.ProgressCreateManyInput[];
  events: Prisma.TaskEventCreateManyInput[];
  coordination: Prisma.TaskCoordinationCreateManyInput[];
};

function sayOf(planted: Planted, row: Row, own: Standing): void {
  const common = { assignmentId: row.id };
  const now = new Date("2026-11-10T02:00:00Z");
  const on = toDbDate(civilDate("2026-11-10"));
  if (row.state === "in_progress") {
    planted.progress.push({ ...common, note: own.said, effectiveOn: on, recordedAt: now });
  }
  if (row.state === "done" || row.state === "awaiting_confirmation") {
    const decided = {
      decision: "confirmed" as const,
      decidedAt: now,
      decidedOn: on,
      completedOn: row.completedOn ?? on,
    };
    planted.results.push({
      ...common,
      note: own.said,
      documentNumber: own.number,
      documentDate: own.dated && own.number !== null ? (row.submittedOn ?? null) : null,
      submittedOn: row.submittedOn ?? on,
      submittedAt: now,
      ...(row.state === "done" ? decided : {}),
    });
  }
  if (row.state === "paused" || row.state === "cancelled") {
    const data = { reason: own.said };
    const kind = row.state;
    planted.events.push({
      ...common,
      taskId: row.taskId,
      kind,
      data,
      effectiveOn: on,
      recordedAt: now,
    });
  }
}

const keyOf = ({ key }: TaskSpec, at: number): string | null => {
  if (key === "number") return `${at + 1}`;
  if (key === "section") return `II/${at + 1}`;
  return key === "print" ? `#${String(at).padStart(12, "0")}` : null;
};

const inChunks = async <Data>(data: Data[], store: (chunk: Data[]) => Promise<unknown>) => {
  for (let at = 0; at < data.length; at += 1000) await store(data.slice(at, at + 1000));
};

/** Puts the tasks into the register; how many lead assignments they have. */
export async function plantRegister(
  tx: Tx,
  specs: readonly TaskSpec[],
  calendar: WorkCalendar,
): Promise<number> {
  const agencies = (await tx.agency.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
  const agencyAt = (number: number): number => agencies[number % agencies.length] ?? 0;
  const documents = new Map<string, { id: number; issuedOn: CivilDate }>();
  const planted: Planted = {
    tasks: [],
    assignments: [],
    results: [],
    progress: [],
    events: [],
    coordination: [],
  };
  let nextId = ((await tx.assignment.aggregate({ _max: { id: true } }))._max.id ?? 0) + 1;
  const firstTask = ((await tx.task.aggregate({ _max: { id: true } }))._max.id ?? 0) + 1;

  for (const [at, spec] of specs.entries()) {
    const taskId = firstTask + at;
    const registeredOn = addDays(ON, -1 - (at % 5));
    let document: { id: number; issuedOn: CivilDate } | null = null;
    if (spec.document !== null) {
      const { number, issuer, day } = spec.document;
      const issuedOn = dayOf(day * 120);
      const named = { number: `${number}/KH-UBND`, issuer: ISSUERS[issuer] ?? "", issuedOn };
      const known = documents.get(JSON.stringify(named));
      document = known ?? {
        id: (await tx.document.create({ data: { ...named, issuedOn: toDbDate(issuedOn) } })).id,
        issuedOn,
      };
      documents.set(JSON.stringify(named), document);
    }
    const from = document?.issuedOn ?? registeredOn;
    const readOn = spec.readLate ? ON : from;
    const deadline = readDeadline(spec.phrase, readOn, calendar);
    const due = deadlineColumns(deadline);
    planted.tasks.push({
      id: taskId,
      content: spec.content,
      documentId: document?.id ?? null,
      importKey: document === null ? null : keyOf(spec, at),
      leadPhrase: spec.leadPhrase || null,
      leaderText: spec.leaderText,
      note: spec.note || null,
      registeredOn: toDbDate(registeredOn),
    });
    const used = new Set<number>();
    const free = (number: number): number | null => {
      const id = agencyAt(number);
      if (used.has(id)) return null;
      used.add(id);
      return id;
    };
    const assignedOn = toDbDate(from);
    for (const { agency, alike, own } of spec.leads) {
      const agencyId = free(agency);
      if (agencyId === null) continue;
      const stands = alike ? spec.standing : own;
      const base = { taskId, agencyId, role: "lead" as const, assignedOn };
      const id = nextId++;
      const row = assignment({ ...base, id, occurrence: "" }, due, stands);
      planted.assignments.push(row);
      sayOf(planted, row, stands);
      const seen = new Set<string>();
      for (const { occurrence, standing } of spec.periods) {
        if (deadline.kind !== "recurrence" || seen.has(occurrence)) continue;
        seen.add(occurrence);
        const date = toDbDate(civilDate("2026-09-15"));
        const dated = { ...due, deadlineKind: "date" as const, dueOn: date, originalDueOn: date };
        const child = { ...base, id: nextId++, occurrence };
        const period = assignment({ ...child }, { ...dated, frequency: [] }, standing);
        planted.assignments.push({ ...period, originId: id });
        sayOf(planted, period, standing);
      }
    }
    for (const agency of spec.coordinating) {
      const agencyId = free(agency);
      if (agencyId === null) continue;
      const base = { taskId, agencyId, role: "coordinating" as const, assignedOn };
      planted.assignments.push({ ...base, ...due, id: nextId++, occurrence: "" });
    }
    for (const reference of spec.references) {
      planted.coordination.push({ taskId, phrase: reference });
    }
  }
  await inChunks(planted.tasks, (data) => tx.task.createMany({ data }));
  await inChunks(planted.assignments, (data) => tx.assignment.createMany({ data }));
  await inChunks(planted.results, (data) => tx.result.createMany({ data }));
  await inChunks(planted.progress, (data) => tx.progress.createMany({ data }));
  await inChunks(planted.events, (data) => tx.taskEvent.createMany({ data }));
  await inChunks(planted.coordination, (data) => tx.taskCoordination.createMany({ data }));
  return planted.assignments.filter(({ role }) => role === "lead").length;
}
