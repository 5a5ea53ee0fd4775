// Sentences about agencies that are renamed, merged, split, dissolved, or hand over a function.
import type { SuccessionKind } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import { showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

/** As documents cite each other; stored as it is. */
export const decisionName = ({ number, date }: { number: string; date: CivilDate }): string =>
  `${number} ngày ${showDate(date)}`;

/** A decision as it is told. */
export type Said = {
  kind: SuccessionKind;
  decision: string;
  effectiveOn: CivilDate;
  from: string[];
  to: string[];
  /** What takes over begins with it. */
  toNew: boolean;
  functions: { what: string; to: string }[];
};

type Change = Omit<Said, "decision" | "effectiveOn">;

const listed = (names: readonly string[]): string => names.join(", ");

/** What becomes of whom, without the functions that leave besides. */
const change = phrase({
  vi: ({ kind, from, to, toNew, functions }: Change): string => {
    switch (kind) {
      case "rename":
        return `${listed(from)} đổi tên thành ${listed(to)}`;
      case "merge":
        return toNew
          ? `${listed(from)} hợp nhất thành ${listed(to)}`
          : `${listed(from.filter((name) => !to.includes(name)))} sáp nhập vào ${listed(to)}`;
      case "split":
        return `${listed(from)} chia tách thành ${listed(to)}`;
      case "dissolve":
        return to.length === 0
          ? `${listed(from)} giải thể`
          : `${listed(from)} giải thể, ${listed(to)} tiếp nhận`;
      case "move_function":
        return `${listed(from)} chuyển chức năng “${functions[0]?.what ?? ""}” sang ${listed(to)}`;
    }
  },
  en: ({ kind, from, to, toNew, functions }) => {
    switch (kind) {
      case "rename":
        return `${listed(from)} is renamed ${listed(to)}`;
      case "merge":
        return toNew
          ? `${listed(from)} merge into ${listed(to)}`
          : `${listed(from.filter((name) => !to.includes(name)))} joins ${listed(to)}`;
      case "split":
        return `${listed(from)} is split into ${listed(to)}`;
      case "dissolve":
        return to.length === 0
          ? `${listed(from)} is dissolved`
          : `${listed(from)} is dissolved, ${listed(to)} takes over`;
      case "move_function":
        return `${listed(from)} hands over “${functions[0]?.what ?? ""}” to ${listed(to)}`;
    }
  },
});

const functionGoes = phrase({
  vi: ({ what, to }: Said["functions"][number]) => `; chức năng “${what}” chuyển sang ${to}`,
  en: ({ what, to }) => `; “${what}” goes to ${to}`,
});

export const changeText = (language: Language, said: Change): string => {
  // The function that moves is the change itself.
  const besides = said.kind === "move_function" ? said.functions.slice(1) : said.functions;
  const more = besides.map((one) => functionGoes(language, one)).join("");
  return `${change(language, said)}${more}`;
};

export const headline = phrase({
  vi: (said: Said) =>
    `Theo ${said.decision}, từ ngày ${showDate(said.effectiveOn)}: ${changeText("vi", said)}.`,
  en: (said) =>
    `By ${said.decision}, from ${showDate(said.effectiveOn)}: ${changeText("en", said)}.`,
});

type Count = { to: string; lead: number; coordinating: number };

export const movedTo = phrase({
  vi: ({ to, lead, coordinating }: Count) =>
    `Nhiệm vụ đang mở chuyển sang ${to}: ${lead + coordinating} (chủ trì ${lead}, phối hợp ${coordinating}).`,
  en: ({ to, lead, coordinating }) =>
    `Open tasks that go to ${to}: ${lead + coordinating} (lead ${lead}, coordinating ${coordinating}).`,
});

export const nothingMoved = phrase({
  vi: () => "Không có nhiệm vụ đang mở nào phải chuyển.",
  en: () => "There are no open tasks to move.",
});

export const howItCounts = phrase({
  vi: () =>
    "Việc đã hoàn thành vẫn tính cho cơ quan cũ; việc đang mở, kể cả việc quá hạn, tính cho cơ quan nhận, hạn giữ nguyên.",
  en: () =>
    "What is done still counts for the old agency; what is open, overdue or not, counts for the new one, with its date unchanged.",
});

export const youBelongTo = phrase({
  vi: (agency: string) => `Vai trò của anh/chị nay thuộc ${agency}.`,
  en: (agency) => `Your role is now with ${agency}.`,
});

export const yourRoleEnds = phrase({
  vi: () => "Vai trò của anh/chị ở cơ quan này kết thúc. Xin cảm ơn anh/chị.",
  en: () => "Your role in this agency has ended. Thank you.",
});

export const nobodyTook = phrase({
  vi: (codes: readonly string[]) =>
    `Chưa có cơ quan nhận: ${listed(codes)}. Anh/chị dùng /chuyen để giao lại.`,
  en: (codes) => `Nobody was named to take ${listed(codes)}. Please use /chuyen.`,
});

export const seeTasks = phrase({ vi: () => "Xem việc", en: () => "See tasks" });

// ── What is asked ───────────────────────────────────────────────────────────────────────────

export const howTo = phrase({
  vi: () => "Anh/chị ghi việc sắp xếp, ví dụ:",
  en: () => "Please say what changes, for example:",
});

export const examples = [
  "/sapxep đổi tên Sở Tài chính thành Sở Tài chính và Kế hoạch theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
  "/sapxep hợp nhất Sở Y tế, Sở Tư pháp thành Sở Y tế và Tư pháp theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
  "/sapxep sáp nhập Sở Y tế vào Sở Tư pháp theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
  "/sapxep chuyển giảm nghèo từ Sở Nội vụ sang Sở Y tế theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026",
] as const;

export const askFrom = phrase({
  vi: (kind: SuccessionKind) =>
    kind === "merge"
      ? "Các cơ quan nào hợp nhất? Ví dụ: Sở Y tế, Sở Tư pháp"
      : "Cơ quan nào được sắp xếp? Ví dụ: Sở Y tế",
  en: (kind) =>
    kind === "merge"
      ? "Which agencies merge? For example: Sở Y tế, Sở Tư pháp"
      : "Which agency changes? For example: Sở Y tế",
});

export const askFunction = phrase({
  vi: (from: string) => `Chức năng, lĩnh vực nào chuyển khỏi ${from}? Ví dụ: giảm nghèo`,
  en: (from) => `Which function leaves ${from}? For example: giảm nghèo`,
});

export const askTo = phrase({
  vi: (kind: SuccessionKind, from: string): string => {
    switch (kind) {
      case "rename":
        return `Tên mới của ${from} là gì? Ví dụ: Sở Nông nghiệp và Môi trường`;
      case "merge":
        return `${from} hợp nhất thành cơ quan nào? Ghi tên cơ quan mới hoặc cơ quan đang có.`;
      case "split":
        return `${from} tách thành những cơ quan nào? Ví dụ: Sở Văn hóa và Thể thao, Sở Du lịch`;
      case "dissolve":
        return `Cơ quan nào tiếp nhận việc của ${from}? Ví dụ: Sở Nội vụ`;
      case "move_function":
        return "Cơ quan nào tiếp nhận chức năng này? Ví dụ: Sở Y tế";
    }
  },
  en: (kind, from) => {
    switch (kind) {
      case "rename":
        return `What is ${from} called from then on?`;
      case "merge":
        return `Into which agency do ${from} merge? Name a new one or one that is there.`;
      case "split":
        return `Into which agencies is ${from} split?`;
      case "dissolve":
        return `Which agency takes over from ${from}?`;
      case "move_function":
        return "Which agency takes the function?";
    }
  },
});

export const askDecision = phrase({
  vi: () => "Theo văn bản nào? Ghi số và ngày, ví dụ: 45/QĐ-UBND ngày 3/11/2026",
  en: () => "By which document? Give number and date, e.g. 45/QĐ-UBND ngày 3/11/2026",
});

export const askEffective = phrase({
  vi: () => "Có hiệu lực từ ngày nào? Ví dụ: 01/12/2026, hoặc: ngày ký",
  en: () => "From which day does it hold? For example: 01/12/2026, or: ngày ký",
});

export const notUnderstood = phrase({
  vi: (typed: string) => `Chưa hiểu “${typed}”.`,
  en: (typed) => `“${typed}” was not understood.`,
});

export const howToAmend = phrase({
  vi: (example: string) =>
    `Nếu cần sửa, trả lời chỗ cần sửa, ví dụ: ${example}. Anh/chị trả lời “có” để ghi nhận, “thôi” để dừng.`,
  en: (example) =>
    `To change something, answer with it, e.g. ${example}. Answer “yes” to register, “cancel” to stop.`,
});

/** What can be answered; the readers take exactly these words. */
export const amendExample = (codes: readonly string[], to: string, isNewCode: boolean): string =>
  [
    codes.length === 0 ? "từ 01/12/2026" : `${codes.join(", ")} sang ${to}`,
    ...(isNewCode ? ["mã SNM"] : []),
  ].join("; ");

// ── What is read back ───────────────────────────────────────────────────────────────────────

export const readBack = phrase({
  vi: () => "Sắp xếp cơ quan, xin kiểm tra:",
  en: () => "Reorganisation, please check:",
});

export const labels = phrase({
  vi: () => ({
    change: "Nội dung",
    decision: "Theo",
    from: "Hiệu lực từ",
    made: "Cơ quan mới",
    ends: "Kết thúc hoạt động",
    people: "Cán bộ",
    groups: "Nhóm trò chuyện",
    folded: "Gộp với phân công đã có của cùng nhiệm vụ",
    awaiting: "Kết quả đang chờ xác nhận chuyển theo, vẫn chờ quyết định",
    proposed: "Đề xuất theo chức năng, xin xem từng việc",
    cancel: "Hủy kế hoạch",
    all: "Các việc sắp xếp",
  }),
  en: () => ({
    change: "What",
    decision: "By",
    from: "From",
    made: "New agency",
    ends: "Ends",
    people: "People",
    groups: "Groups",
    folded: "Joined with an assignment of the same task",
    awaiting: "Results that await confirmation go along and still wait",
    proposed: "Proposed by the function, please look at each",
    cancel: "Call off",
    all: "All reorganisations",
  }),
});

export const whenDone = phrase({
  vi: (effectiveOn: CivilDate, today: CivilDate) =>
    effectiveOn > today
      ? `${showDate(effectiveOn)} (thực hiện vào sáng ngày đó)`
      : effectiveOn === today
        ? `${showDate(effectiveOn)} (thực hiện ngay)`
        : `${showDate(effectiveOn)} (đã qua: thực hiện ngay, tính từ ngày đó; bảng đã công bố không đổi)`,
  en: (effectiveOn, today) =>
    effectiveOn > today
      ? `${showDate(effectiveOn)} (carried out that morning)`
      : effectiveOn === today
        ? `${showDate(effectiveOn)} (carried out at once)`
        : `${showDate(effectiveOn)} (past: carried out at once, counted from then; published rankings stay)`,
});

export const newAgency = phrase({
  vi: (name: string, code: string, type: string, group: string | null) =>
    `${name} (mã ${code}${type === "" ? "" : `, loại ${type}`}${group === null ? "" : `, nhóm ${group}`})`,
  en: (name, code, type, group) =>
    `${name} (code ${code}${type === "" ? "" : `, type ${type}`}${group === null ? "" : `, group ${group}`})`,
});

export const personGoes = phrase({
  vi: (name: string, from: string, to: string | null) =>
    `${name}: ${from} → ${to ?? "kết thúc vai trò"}`,
  en: (name, from, to) => `${name}: ${from} → ${to ?? "role ends"}`,
});

export const groupsGo = phrase({
  vi: (count: number, to: string | null) =>
    to === null ? `${count} nhóm, thôi nhận tin` : `${count} nhóm → ${to}`,
  en: (count, to) => (to === null ? `${count}, which end` : `${count} → ${to}`),
});

export const understoodAs = phrase({
  vi: (typed: string, name: string) => `“${typed}” hiểu là ${name}.`,
  en: (typed, name) => `“${typed}” was read as ${name}.`,
});

export const andMore = phrase({
  vi: (count: number) => `… và ${count} việc khác`,
  en: (count) => `… and ${count} more`,
});

export const stillOpenThere = phrase({
  vi: (agency: string, count: number) => `Ở lại ${agency}: ${count} việc đang mở`,
  en: (agency, count) => `Staying with ${agency}: ${count} open`,
});

// ── What does not go ────────────────────────────────────────────────────────────────────────

type Candidate = { name: string; code: string };

const named = (agencies: readonly Candidate[]): string =>
  agencies.map(({ name, code }) => `${name} (${code})`).join("; ");

export const unknownAgency = phrase({
  vi: (typed: string, nearest: readonly Candidate[]) =>
    `Chưa biết cơ quan “${typed}”.${nearest.length > 0 ? ` Gần nhất: ${named(nearest)}.` : ""}`,
  en: (typed, nearest) =>
    `No agency “${typed}” is known.${nearest.length > 0 ? ` The nearest: ${named(nearest)}.` : ""}`,
});

export const ambiguousAgency = phrase({
  vi: (typed: string, agencies: readonly Candidate[]) =>
    `“${typed}” có thể là: ${named(agencies)}. Anh/chị ghi rõ hơn.`,
  en: (typed, agencies) => `“${typed}” may be: ${named(agencies)}. Please be more precise.`,
});

export const endedAgency = phrase({
  vi: (name: string, heirs: readonly Candidate[]) =>
    `${name} đã kết thúc hoạt động trước ngày này.${heirs.length > 0 ? ` Nay là: ${named(heirs)}.` : ""}`,
  en: (name, heirs) =>
    `${name} had ended before that day.${heirs.length > 0 ? ` It is now: ${named(heirs)}.` : ""}`,
});

export const endingAgency = phrase({
  vi: (name: string, on: CivilDate, number: number | null) =>
    `${name} đã được sắp xếp từ ngày ${showDate(on)}${number === null ? "" : ` (việc sắp xếp số ${number})`}.`,
  en: (name, on, number) =>
    `${name} ends before ${showDate(on)} already${number === null ? "" : ` (number ${number})`}.`,
});

export const standsAlready = phrase({
  vi: (number: number, applied: boolean) =>
    applied
      ? `Việc này đã ghi nhận và đã thực hiện (số ${number}); không làm lại.`
      : `Việc này đã ghi nhận (số ${number}) và đang chờ đến ngày.`,
  en: (number, applied) =>
    applied
      ? `This stands already and was carried out (number ${number}).`
      : `This stands already (number ${number}) and waits for its day.`,
});

export const tooYoung = phrase({
  vi: (name: string, since: CivilDate) =>
    `${name} có từ ngày ${showDate(since)}, nên ngày hiệu lực phải sau ngày đó.`,
  en: (name, since) => `${name} began on ${showDate(since)}: the day must be later.`,
});

export const existsAlready = phrase({
  vi: (name: string) =>
    `${name} đang hoạt động. Nếu là sáp nhập vào cơ quan này, xin dùng nút bên dưới.`,
  en: (name) => `${name} exists. If this is a merger into it, please use the button below.`,
});

export const mergeInstead = phrase({
  vi: (of: string, name: string) => `Sáp nhập ${of} vào ${name}`,
  en: (of, name) => `Merge ${of} into ${name}`,
});

export const sameName = phrase({
  vi: (name: string) => `${name} chính là cơ quan được sắp xếp; xin ghi tên khác.`,
  en: (name) => `That is ${name} itself; please name another.`,
});

export const oneOnly = phrase({
  vi: (names: readonly string[]) => `Mỗi lần một cơ quan; ở đây có ${listed(names)}.`,
  en: (names) => `One agency at a time; here are ${listed(names)}.`,
});

export const oneReceiver = phrase({
  vi: (names: readonly string[]) => `Chỉ một cơ quan tiếp nhận; ở đây có ${listed(names)}.`,
  en: (names) => `Only one agency takes over; here are ${listed(names)}.`,
});

export const twoNeeded = phrase({
  vi: (kind: SuccessionKind) =>
    kind === "split"
      ? "Chia tách cần ít nhất hai cơ quan."
      : "Hợp nhất cần ít nhất hai cơ quan, hoặc một cơ quan sáp nhập vào cơ quan đang có.",
  en: (kind) =>
    kind === "split"
      ? "A split needs at least two agencies."
      : "A merger needs at least two agencies, or one that joins an existing one.",
});

export const undatedDecision = phrase({
  vi: (number: string) => `${number} ký ngày nào? Ví dụ: ${number} ngày 3/11/2026`,
  en: (number) => `When was ${number} signed? For example: ${number} ngày 3/11/2026`,
});

export const futureDecision = phrase({
  vi: (date: CivilDate) => `Văn bản không thể ký ngày ${showDate(date)}, là ngày chưa đến.`,
  en: (date) => `A document cannot be signed on ${showDate(date)}, which is still to come.`,
});

export const unclearDay = phrase({
  vi: (typed: string, nearest: CivilDate | null) =>
    `Chưa hiểu ngày hiệu lực “${typed}”.${nearest === null ? "" : ` Không có ngày này; gần nhất là ${showDate(nearest)}.`}`,
  en: (typed, nearest) =>
    `The day “${typed}” was not understood.${nearest === null ? "" : ` There is no such day; the nearest is ${showDate(nearest)}.`}`,
});

export const codeTaken = phrase({
  vi: (code: string, by: string) => `Mã ${code} đang của ${by}; xin ghi mã khác, ví dụ: mã SNM`,
  en: (code, by) => `The code ${code} is ${by}'s; please give another, e.g. mã SNM`,
});

export const codeMissing = phrase({
  vi: (name: string) => `${name} cần một mã, ví dụ: mã ${name}: SNM`,
  en: (name) => `${name} needs a code, e.g. mã ${name}: SNM`,
});

export const whichNew = phrase({
  vi: (typed: string, names: readonly string[]) =>
    names.length === 0
      ? `“${typed}”: việc này không lập cơ quan mới nào.`
      : `“${typed}” là của cơ quan nào: ${names.join("; ")}? Ví dụ: mã ${names[0]}: SNM`,
  en: (typed, names) =>
    names.length === 0
      ? `“${typed}”: no agency is made here.`
      : `“${typed}” is of which: ${names.join("; ")}? For example: mã ${names[0]}: SNM`,
});

export const unknownGroup = phrase({
  vi: (typed: string, names: readonly string[]) =>
    `Chưa có nhóm “${typed}”. Các nhóm: ${names.join("; ")}.`,
  en: (typed, names) => `There is no group “${typed}”. The groups: ${names.join("; ")}.`,
});

export const likeAnother = phrase({
  vi: (name: string, other: Candidate) =>
    `${name} sẽ là cơ quan mới; tên gần giống ${other.name} (${other.code}) đang có.`,
  en: (name, other) =>
    `${name} will be a new agency; ${other.name} (${other.code}) is much like it.`,
});

export const notOpen = phrase({
  vi: (codes: readonly string[]) => `${listed(codes)} không phải việc đang mở của các cơ quan này.`,
  en: (codes) => `${listed(codes)} is no open task of these agencies.`,
});

export const whichPerson = phrase({
  vi: (typed: string, names: readonly string[]) =>
    `“${typed}” có thể là: ${names.join("; ")}. Anh/chị ghi đủ họ tên.`,
  en: (typed, names) => `“${typed}” may be: ${names.join("; ")}. Please write the full name.`,
});

export const nobodyTakes = phrase({
  vi: (codes: readonly string[]) =>
    `Chưa có cơ quan nhận ${codes.length} việc đang mở: ${listed(codes)}.`,
  en: (codes) => `Nobody takes ${codes.length} open tasks: ${listed(codes)}.`,
});

// ── What was done ───────────────────────────────────────────────────────────────────────────

export const planned = phrase({
  vi: (number: number, on: CivilDate) =>
    `Đã ghi nhận việc sắp xếp số ${number}; thực hiện vào sáng ${showDate(on)}. Hủy trước ngày đó: /sapxep hủy ${number}`,
  en: (number, on) =>
    `Number ${number} is registered and will be carried out in the morning of ${showDate(on)}. To call it off: /sapxep hủy ${number}`,
});

export const carriedOut = phrase({
  vi: (number: number, people: number) =>
    `Đã thực hiện việc sắp xếp số ${number}${people === 0 ? "" : `; ${people} cán bộ chuyển theo`}.`,
  en: (number, people) =>
    `Number ${number} was carried out${people === 0 ? "" : `; ${people} people went along`}.`,
});

export const stateOf = phrase({
  vi: (state: "planned" | "done" | "cancelled") =>
    ({ planned: "chờ đến ngày", done: "đã thực hiện", cancelled: "đã hủy" })[state],
  en: (state) => ({ planned: "planned", done: "done", cancelled: "called off" })[state],
});

export const numbered = phrase({
  vi: (number: number) => `Số ${number}`,
  en: (number) => `Number ${number}`,
});

export const noneYet = phrase({
  vi: () => "Chưa có việc sắp xếp nào.",
  en: () => "There is no reorganisation yet.",
});

export const noSuch = phrase({
  vi: (number: number) => `Không có việc sắp xếp số ${number}.`,
  en: (number) => `There is no number ${number}.`,
});

export const cannotCancel = phrase({
  vi: (number: number, state: "done" | "cancelled") =>
    state === "done"
      ? `Việc sắp xếp số ${number} đã thực hiện, không hủy được. Nếu cần, anh/chị ghi một việc sắp xếp mới.`
      : `Việc sắp xếp số ${number} đã hủy từ trước.`,
  en: (number, state) =>
    state === "done"
      ? `Number ${number} was carried out and cannot be called off; please enter a new one.`
      : `Number ${number} was called off before.`,
});

export const othersRestOnIt = phrase({
  vi: (number: number) => `Chưa hủy được số ${number}: một việc khác đã dựa vào cơ quan mới này.`,
  en: (number) => `Number ${number} cannot be called off: something else rests on its new agency.`,
});

export const askCancel = phrase({
  vi: (number: number) => `Hủy việc sắp xếp số ${number}?`,
  en: (number) => `Call off number ${number}?`,
});

export const cancelledOrder = phrase({
  vi: (number: number) => `Đã hủy việc sắp xếp số ${number}; các cơ quan giữ nguyên.`,
  en: (number) => `Number ${number} was called off; the agencies stay as they are.`,
});

export const seeButton = phrase({
  vi: (number: number) => `Xem số ${number}`,
  en: (number) => `See number ${number}`,
});

export const cancelButton = phrase({
  vi: (number: number) => `Hủy số ${number}`,
  en: (number) => `Call off number ${number}`,
});

export const taskWent = phrase({
  vi: (code: string, from: string, to: string, folds: boolean) =>
    `${code}: ${from} → ${to}${folds ? " (gộp)" : ""}`,
  en: (code, from, to, folds) => `${code}: ${from} → ${to}${folds ? " (joined)" : ""}`,
});
