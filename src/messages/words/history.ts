// What /lichsu says: every kind of event in words.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { EventData, EventKind } from "#src/tasks/events.ts";
import { clip, plural, showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

/** What an event refers to, looked up. */
export type About = {
  /** Of the progress, result, blocker, explanation, extension or contradiction that it names. */
  note: string;
  document: { number: string; on: CivilDate | null } | null;
  person: string | null;
  agency: string | null;
  /** What a field is called. */
  field: string;
  /** What was answered, decided or authorised. */
  answer: string;
};

const date = (value: string | null): string =>
  value === null ? "–" : showDate(value as CivilDate);
const quoted = (text: string | null): string =>
  text === null || text === "" ? "–" : clip(text, 300);

const behind = (text: string): string => (text === "" ? "" : `: ${quoted(text)}`);

const documentText = phrase({
  vi: ({ document }: About) =>
    document === null
      ? ""
      : `, số ${document.number}${document.on === null ? "" : ` ngày ${showDate(document.on)}`}`,
  en: ({ document }) =>
    document === null
      ? ""
      : `, ${document.number}${document.on === null ? "" : ` of ${showDate(document.on)}`}`,
});

type Line<K extends EventKind> = (language: Language, data: EventData<K>, about: About) => string;

/** One line for every kind; a new kind does not compile without its words. */
export const eventText: { [K in EventKind]: Line<K> } = {
  registered: phrase({
    vi: ({ by }: EventData<"registered">, _about: About) =>
      by === "import"
        ? "Vào sổ từ bảng theo dõi"
        : by === "proposal"
          ? "Đề xuất được chấp nhận vào danh mục"
          : "Vào sổ nhiệm vụ",
    en: ({ by }) =>
      by === "import"
        ? "Registered from a tracking sheet"
        : by === "proposal"
          ? "Proposal accepted"
          : "Registered",
  }),
  proposed: phrase({
    vi: ({ deadline }: EventData<"proposed">, _about: About) => `Đề xuất${behind(deadline.phrase)}`,
    en: ({ deadline }) => `Proposed${behind(deadline.phrase)}`,
  }),
  proposal_declined: phrase({
    vi: ({ reason }: EventData<"proposal_declined">, _about: About) =>
      `Không chấp nhận đề xuất: ${reason}`,
    en: ({ reason }) => `Proposal declined: ${reason}`,
  }),
  assigned: phrase({
    vi: ({ role, dueOn, phrase: said }: EventData<"assigned">, { agency }: About) =>
      `${agency === null ? "Giao" : `Nhận chuyển từ ${agency},`} ${role === "lead" ? "chủ trì" : "phối hợp"}, hạn ${dueOn === null ? said || "không" : date(dueOn)}`,
    en: ({ role, dueOn, phrase: said }, { agency }) =>
      `${agency === null ? "Assigned" : `Taken over from ${agency}`}, ${role === "lead" ? "lead" : "coordinating"}, due ${dueOn === null ? said || "none" : date(dueOn)}`,
  }),
  received: phrase({
    vi: (_data: EventData<"received">, _about: About) => "Đã nhận nhiệm vụ",
    en: (_data, _about) => "Received",
  }),
  progressed: phrase({
    vi: ({ percent }: EventData<"progressed">, { note }: About) =>
      `Tiến độ${percent === null ? "" : ` ${percent}%`}${behind(note)}`,
    en: ({ percent }, { note }) =>
      `Progress${percent === null ? "" : ` ${percent}%`}${behind(note)}`,
  }),
  submitted: phrase({
    vi: (_data: EventData<"submitted">, about: About) =>
      `Nộp kết quả${documentText("vi", about)}${behind(about.note)}`,
    en: (_data, about) => `Result submitted${documentText("en", about)}${behind(about.note)}`,
  }),
  returned: phrase({
    vi: ({ reason }: EventData<"returned">, about: About) =>
      `Trả lại kết quả${documentText("vi", about)}: ${reason}`,
    en: ({ reason }, about) => `Result returned${documentText("en", about)}: ${reason}`,
  }),
  withdrawn: phrase({
    vi: (_data: EventData<"withdrawn">, about: About) =>
      `Rút kết quả đã nộp${documentText("vi", about)}`,
    en: (_data, about) => `Result withdrawn${documentText("en", about)}`,
  }),
  confirmed: phrase({
    vi: ({ completedOn }: EventData<"confirmed">, about: About) =>
      `Xác nhận kết quả${documentText("vi", about)}, hoàn thành ngày ${date(completedOn)}`,
    en: ({ completedOn }, about) =>
      `Result confirmed${documentText("en", about)}, done on ${date(completedOn)}`,
  }),
  due_changed: phrase({
    vi: ({ from, to, authority, correction }: EventData<"due_changed">, _about: About) =>
      `${correction === true ? "Sửa hạn" : "Gia hạn"}: ${date(from)} → ${date(to)}, căn cứ: ${authority.replace(/^sửa hạn: /, "")}`,
    en: ({ from, to, authority, correction }) =>
      `${correction === true ? "Deadline corrected" : "Extended"}: ${date(from)} → ${date(to)}, by ${authority.replace(/^sửa hạn: /, "")}`,
  }),
  extension_asked: phrase({
    vi: ({ from, to, reason }: EventData<"extension_asked">, _about: About) =>
      `Đề nghị gia hạn ${date(from)} → ${date(to)}: ${reason}`,
    en: ({ from, to, reason }) => `Extension asked ${date(from)} → ${date(to)}: ${reason}`,
  }),
  extension_rejected: phrase({
    vi: ({ reason }: EventData<"extension_rejected">, _about: About) =>
      `Không đồng ý gia hạn: ${reason}`,
    en: ({ reason }) => `Extension rejected: ${reason}`,
  }),
  extension_withdrawn: phrase({
    vi: (_data: EventData<"extension_withdrawn">, { answer }: About) =>
      `Đề nghị gia hạn không còn hiệu lực${behind(answer)}`,
    en: (_data, { answer }) => `Extension request withdrawn${behind(answer)}`,
  }),
  paused: phrase({
    vi: ({ reason }: EventData<"paused">, _about: About) => `Tạm dừng: ${reason}`,
    en: ({ reason }) => `Paused: ${reason}`,
  }),
  resumed: phrase({
    vi: (_data: EventData<"resumed">, _about: About) => "Tiếp tục thực hiện",
    en: (_data, _about) => "Resumed",
  }),
  cancelled: phrase({
    vi: ({ reason }: EventData<"cancelled">, _about: About) => `Hủy: ${reason}`,
    en: ({ reason }) => `Cancelled: ${reason}`,
  }),
  transferred: phrase({
    vi: ({ authority }: EventData<"transferred">, { agency }: About) =>
      `Chuyển sang ${agency ?? "–"}, căn cứ: ${authority}`,
    en: ({ authority }, { agency }) => `Transferred to ${agency ?? "–"}, by ${authority}`,
  }),
  holder_changed: phrase({
    vi: (_data: EventData<"holder_changed">, { person }: About) =>
      person === null ? "Không còn người phụ trách" : `Người phụ trách: ${person}`,
    en: (_data, { person }) => (person === null ? "No holder any more" : `Holder: ${person}`),
  }),
  area_changed: phrase({
    vi: ({ from, to }: EventData<"area_changed">, _about: About) =>
      `Sửa lĩnh vực: ${quoted(from)} → ${quoted(to)}`,
    en: ({ from, to }) => `Area changed: ${quoted(from)} → ${quoted(to)}`,
  }),
  edited: phrase({
    vi: ({ from, to }: EventData<"edited">, { field }: About) =>
      `Sửa ${field}: ${quoted(from)} → ${quoted(to)}`,
    en: ({ from, to }, { field }) => `${field} changed: ${quoted(from)} → ${quoted(to)}`,
  }),
  contradicted: phrase({
    vi: (_data: EventData<"contradicted">, { note }: About) =>
      `Phản ánh nội dung nhập hộ chưa đúng${behind(note)}`,
    en: (_data, { note }) => `What was entered on behalf is contradicted${behind(note)}`,
  }),
  contradiction_closed: phrase({
    vi: ({ upheld }: EventData<"contradiction_closed">, { answer }: About) =>
      `${upheld ? "Chấp nhận phản ánh nội dung nhập hộ" : "Không chấp nhận phản ánh nội dung nhập hộ"}${behind(answer)}`,
    en: ({ upheld }, { answer }) =>
      `${upheld ? "Contradiction upheld" : "Contradiction not upheld"}${behind(answer)}`,
  }),
  blocker_raised: phrase({
    vi: (_data: EventData<"blocker_raised">, { note }: About) => `Vướng mắc${behind(note)}`,
    en: (_data, { note }) => `Blocker${behind(note)}`,
  }),
  blocker_answered: phrase({
    vi: (_data: EventData<"blocker_answered">, { answer }: About) =>
      `Trả lời vướng mắc${behind(answer)}`,
    en: (_data, { answer }) => `Blocker answered${behind(answer)}`,
  }),
  blocker_closed: phrase({
    vi: (_data: EventData<"blocker_closed">, { note }: About) => `Đóng vướng mắc${behind(note)}`,
    en: (_data, { note }) => `Blocker closed${behind(note)}`,
  }),
  explanation_asked: phrase({
    vi: ({ dueOn }: EventData<"explanation_asked">, { note }: About) =>
      `Yêu cầu giải trình${dueOn === null ? "" : `, trước ngày ${date(dueOn)}`}${behind(note)}`,
    en: ({ dueOn }, { note }) =>
      `Explanation asked${dueOn === null ? "" : `, by ${date(dueOn)}`}${behind(note)}`,
  }),
  explanation_answered: phrase({
    vi: (_data: EventData<"explanation_answered">, { answer }: About) =>
      `Giải trình${behind(answer)}`,
    en: (_data, { answer }) => `Explained${behind(answer)}`,
  }),
  explanation_closed: phrase({
    vi: (_data: EventData<"explanation_closed">, { note }: About) =>
      `Đóng yêu cầu giải trình${behind(note)}`,
    en: (_data, { note }) => `Request for an explanation closed${behind(note)}`,
  }),
};

export const nudgedBy = phrase({ vi: () => "Đôn đốc", en: () => "Urged" });

export const remindedByJob = phrase({
  vi: (times: number, last: CivilDate) =>
    `Nhắc tự động ${times} lần, gần nhất ngày ${showDate(last)}`,
  en: (times, last) => `Reminded automatically ${plural(times, "time")}, last on ${showDate(last)}`,
});

export const historyTitle = phrase({
  vi: (code: string, agency: string | null) =>
    `Diễn biến ${code}${agency === null ? "" : ` · ${agency}`}`,
  en: (code, agency) => `History of ${code}${agency === null ? "" : ` · ${agency}`}`,
});

/** Who did it, and for whom. */
export const doneBy = phrase({
  vi: (who: string | null, forAgency: string | null) =>
    `${who ?? "Hệ thống"}${forAgency === null ? "" : ` (nhập hộ ${forAgency})`}`,
  en: (who, forAgency) =>
    `${who ?? "System"}${forAgency === null ? "" : ` (on behalf of ${forAgency})`}`,
});

export type Source = { group: string | null; message: string | null };

/** From which message: what stands behind a line, so that it can be found again. */
export const fromMessage = phrase({
  vi: ({ group, message }: Source) =>
    `${group === null ? "" : `nhóm ${group}, `}${message === null ? "bấm nút" : `tin số ${message}`}`,
  en: ({ group, message }) =>
    `${group === null ? "" : `group ${group}, `}${message === null ? "button" : `message ${message}`}`,
});

/** Took effect on another day than that on which it was recorded. */
export const effectiveFrom = phrase({
  vi: (on: CivilDate) => `hiệu lực ${showDate(on)}`,
  en: (on) => `effective ${showDate(on)}`,
});

export const fields: Record<string, (language: Language) => string> = {
  content: phrase({ vi: () => "nội dung", en: () => "Task" }),
  document: phrase({ vi: () => "văn bản", en: () => "Document" }),
  clause: phrase({ vi: () => "mục", en: () => "Clause" }),
  deliverable: phrase({ vi: () => "sản phẩm", en: () => "Deliverable" }),
  leader: phrase({ vi: () => "lãnh đạo phụ trách", en: () => "Leader in charge" }),
  note: phrase({ vi: () => "ghi chú", en: () => "Note" }),
  restricted: phrase({ vi: () => "hạn chế", en: () => "Restricted" }),
};

export const nothingYet = phrase({
  vi: (code: string) => `${code} chưa có diễn biến nào.`,
  en: (code) => `Nothing has happened to ${code} yet.`,
});
