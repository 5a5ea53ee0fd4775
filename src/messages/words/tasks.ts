// Words about tasks, assignments, deadlines. Formal, short, no blame.
import type { AssignmentState } from "#prisma/generated/enums.ts";
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Timeliness } from "#src/tasks/timeliness.ts";
import { plural, showDate } from "../format.ts";
import { type Language, phrase } from "../language.ts";

/** An assignment as it is read ("NV-012 · Quý III/2026"), and as it is typed in a command. */
export type NamedTask = { code: string; typed: string };

const stateNames: Record<AssignmentState, Record<Language, string>> = {
  assigned: { vi: "mới giao", en: "assigned" },
  received: { vi: "đã nhận", en: "received" },
  in_progress: { vi: "đang thực hiện", en: "in progress" },
  awaiting_confirmation: { vi: "chờ xác nhận", en: "awaiting confirmation" },
  done: { vi: "hoàn thành", en: "done" },
  paused: { vi: "tạm dừng", en: "paused" },
  cancelled: { vi: "hủy", en: "cancelled" },
  transferred: { vi: "đã chuyển", en: "transferred" },
};

export const stateName = (language: Language, state: AssignmentState): string =>
  stateNames[state][language];

export const timelinessText = phrase({
  vi: (timeliness: Timeliness): string => {
    switch (timeliness.kind) {
      case "undated":
        return "không thời hạn";
      case "in_term":
        return `còn ${timeliness.days} ngày`;
      case "due_soon":
        return timeliness.days === 0
          ? "đến hạn hôm nay"
          : `sắp đến hạn, còn ${timeliness.days} ngày`;
      case "overdue":
        return `quá hạn ${timeliness.days} ngày (${timeliness.workingDays} ngày làm việc)`;
      case "awaiting":
        return timeliness.inTime === false ? "chờ xác nhận, nộp sau hạn" : "chờ xác nhận";
      case "done_on_time":
        return "hoàn thành đúng hạn";
      case "done_late":
        return `hoàn thành, trễ ${timeliness.days} ngày`;
      case "done_undated":
        return "hoàn thành";
      case "set_aside":
        return "không theo dõi";
    }
  },
  en: (timeliness) => {
    switch (timeliness.kind) {
      case "undated":
        return "no date";
      case "in_term":
        return `${plural(timeliness.days, "day")} left`;
      case "due_soon":
        return timeliness.days === 0
          ? "due today"
          : `due soon, ${plural(timeliness.days, "day")} left`;
      case "overdue":
        return `overdue by ${plural(timeliness.days, "day")} (${plural(timeliness.workingDays, "working day")})`;
      case "awaiting":
        return timeliness.inTime === false
          ? "awaiting confirmation, submitted late"
          : "awaiting confirmation";
      case "done_on_time":
        return "done on time";
      case "done_late":
        return `done, ${plural(timeliness.days, "day")} late`;
      case "done_undated":
        return "done";
      case "set_aside":
        return "not tracked";
    }
  },
});

/** How a deadline is shown: the reading, and the phrase verbatim where it says more. */
export const deadlineText = phrase({
  vi: (d: DeadlineShown): string => {
    if (d.dueOn !== null) {
      const shown = showDate(d.dueOn);
      return d.boundary === "before" ? `trước ${shown}` : shown;
    }
    if (d.kind === "recurrence") return `định kỳ (${d.phrase})`;
    if (d.kind === "continuous") return "thường xuyên";
    if (d.kind === "event") return `theo sự kiện (${d.phrase})`;
    if (d.kind === "unclear") return `chưa rõ hạn (“${d.phrase}”)`;
    return "không thời hạn";
  },
  en: (d) => {
    if (d.dueOn !== null) {
      const shown = showDate(d.dueOn);
      return d.boundary === "before" ? `before ${shown}` : shown;
    }
    if (d.kind === "recurrence") return `recurring (${d.phrase})`;
    if (d.kind === "continuous") return "continuous";
    if (d.kind === "event") return `on an event (${d.phrase})`;
    if (d.kind === "unclear") return `date unclear (“${d.phrase}”)`;
    return "no date";
  },
});

export type DeadlineShown = {
  kind: string;
  dueOn: CivilDate | null;
  boundary: string | null;
  phrase: string;
};

export const labels = phrase({
  vi: () => ({
    lead: "Chủ trì",
    coordinating: "Phối hợp",
    due: "Hạn",
    state: "Trạng thái",
    document: "Văn bản",
    area: "Lĩnh vực",
    deliverable: "Sản phẩm",
    leader: "Lãnh đạo phụ trách",
    note: "Ghi chú",
    clause: "Mục",
    result: "Kết quả",
    progress: "Tiến độ",
    history: "Diễn biến",
    files: "Tệp",
    restricted: "(Nhiệm vụ hạn chế: chỉ cơ quan liên quan xem được nội dung.)",
    report: "Báo tiến độ",
    submit: "Nộp kết quả",
    confirm: "Xác nhận",
    giveBack: "Trả lại",
    register: "Ghi nhận",
    stop: "Thôi",
    next: "Trang sau ›",
    back: "‹ Trang trước",
    agencies: "Các cơ quan",
  }),
  en: () => ({
    lead: "Lead",
    coordinating: "Coordinating",
    due: "Due",
    state: "State",
    document: "Document",
    area: "Area",
    deliverable: "Deliverable",
    leader: "Leader in charge",
    note: "Note",
    clause: "Clause",
    result: "Result",
    progress: "Progress",
    history: "History",
    files: "Files",
    restricted: "(Restricted: only the agencies concerned see its content.)",
    report: "Report progress",
    submit: "Submit result",
    confirm: "Confirm",
    giveBack: "Return",
    register: "Register",
    stop: "Cancel",
    next: "Next ›",
    back: "‹ Previous",
    agencies: "Agencies",
  }),
});
