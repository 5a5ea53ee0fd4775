// What is said about extensions (gia hạn).
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { Authority } from "#src/tasks/extension-grant.ts";
import { plural, showDate } from "../format.ts";
import { phrase } from "../language.ts";
import type { NamedTask } from "./tasks.ts";

export const extensionLabels = phrase({
  vi: () => ({
    history: "Lịch sử gia hạn",
    asked: "Đang đề nghị gia hạn",
    approve: "Đồng ý gia hạn",
    reject: "Không gia hạn",
    blocker: "Báo vướng mắc",
    withdraw: "Rút đề nghị",
    pending: "Đề nghị gia hạn",
  }),
  en: () => ({
    history: "Extensions",
    asked: "Extension asked for",
    approve: "Grant extension",
    reject: "Refuse extension",
    blocker: "Raise a blocker",
    withdraw: "Withdraw",
    pending: "Extensions asked for",
  }),
});

export const extendedTimes = phrase({
  vi: (original: CivilDate, count: number, many: boolean) =>
    `hạn ban đầu ${showDate(original)}, đã gia hạn ${count} lần${many ? ": gia hạn nhiều lần" : ""}`,
  en: (original, count, many) =>
    `originally ${showDate(original)}, extended ${count === 1 ? "once" : `${count} times`}${many ? ": extended many times" : ""}`,
});

// ── Asking ──────────────────────────────────────────────────────────────────────────────────

export const noDateToExtend = phrase({
  vi: ({ code, typed }: NamedTask) =>
    `${code} không có ngày hạn cụ thể nên không có gì để gia hạn. Nếu có vướng mắc, anh/chị báo bằng /vuongmac ${typed}.`,
  en: ({ code, typed }) =>
    `${code} has no due date, so there is nothing to extend. A difficulty can be raised with /vuongmac ${typed}.`,
});

export const onlyLeadExtends = phrase({
  vi: (code: string) => `Chỉ cơ quan chủ trì ${code} được đề nghị gia hạn.`,
  en: (code) => `Only the agency that leads ${code} may ask for an extension.`,
});

export const stateTakesNoExtension = phrase({
  vi: (code: string, state: string) =>
    `${code} đang ở trạng thái “${state}” nên chưa nhận đề nghị gia hạn; chỉ đề nghị gia hạn khi việc đang được thực hiện.`,
  en: (code, state) =>
    `${code} is “${state}”; an extension can be asked for only while the work is going on.`,
});

export const tooLateToExtend = phrase({
  vi: (code: string, due: CivilDate) =>
    `Hạn ${showDate(due)} của ${code} đã qua. Gia hạn phải được đề nghị trước hoặc trong ngày đến hạn, nên không còn nhận đề nghị gia hạn. Anh/chị vẫn báo được vướng mắc, tiến độ hoặc nộp kết quả.`,
  en: (code, due) =>
    `${code} was due on ${showDate(due)}. An extension must be asked for by the due date, so it is too late now. You can still raise a blocker, report progress or submit the result.`,
});

export const alreadyAsked = phrase({
  vi: ({ code, typed }: NamedTask, to: CivilDate) =>
    `${code} đang có đề nghị gia hạn đến ${showDate(to)} chờ quyết định. Muốn đề nghị lại, anh/chị rút đề nghị cũ trước: /giahan ${typed} rút`,
  en: ({ code, typed }, to) =>
    `An extension of ${code} to ${showDate(to)} already awaits a decision. To ask anew, withdraw it first: /giahan ${typed} rút`,
});

export const notLater = phrase({
  vi: (code: string, to: CivilDate, due: CivilDate) =>
    `Ngày ${showDate(to)} không sau hạn hiện tại ${showDate(due)} của ${code}. Anh/chị ghi ngày muộn hơn, kèm năm nếu là năm sau.`,
  en: (code, to, due) =>
    `${showDate(to)} is not after the present due date ${showDate(due)} of ${code}. Please give a later day, with its year if it is next year's.`,
});

export const noSuchDay = phrase({
  vi: (said: string, nearest: CivilDate | null) =>
    `Không có ngày “${said}”${nearest === null ? "" : `; gần nhất là ${showDate(nearest)}`}. Anh/chị ghi lại ngày, ví dụ: 15/12/2026`,
  en: (said, nearest) =>
    `There is no “${said}”${nearest === null ? "" : `; the nearest is ${showDate(nearest)}`}. Please give the day again, like 15/12/2026`,
});

export const untilWhen = phrase({
  vi: (code: string, due: CivilDate) =>
    `Đề nghị gia hạn ${code} (hạn ${showDate(due)}) đến ngày nào? Ví dụ: 15/12, cuối tháng 12, thêm 10 ngày`,
  en: (code, due) =>
    `Until when should ${code} (due ${showDate(due)}) be extended? For example: 15/12, end of December, 10 more days`,
});

export const dayNotRead = phrase({
  vi: (said: string) =>
    `Chưa hiểu “${said}” là ngày nào. Ví dụ: 15/12, 15/12/2026, cuối tháng 12, thêm 10 ngày; hoặc /thoi để dừng`,
  en: (said) =>
    `“${said}” was not understood as a day. For example: 15/12, 15/12/2026, end of December; or /thoi to stop`,
});

export const whyExtend = phrase({
  vi: (code: string, to: CivilDate) =>
    `Lý do đề nghị gia hạn ${code} đến ${showDate(to)}? (trả lời tin này), ví dụ: chờ ý kiến của Bộ Tài chính`,
  en: (code, to) =>
    `Why should ${code} be extended to ${showDate(to)}? (answer this message), e.g. the ministry's opinion is awaited`,
});

export const extensionAsked = phrase({
  vi: (code: string, to: CivilDate, files: number) =>
    `Đã gửi đề nghị gia hạn ${code} đến ${showDate(to)}${files > 0 ? `, kèm ${files} tệp` : ""}. Hạn cũ vẫn giữ cho đến khi có quyết định.`,
  en: (code, to, files) =>
    `Asked for an extension of ${code} to ${showDate(to)}${files > 0 ? `, with ${plural(files, "file")}` : ""}. The present date holds until it is decided.`,
});

export const fallsOnDayOff = phrase({
  vi: (day: CivilDate, aim: CivilDate) =>
    `${showDate(day)} là ngày nghỉ, nên cần xong ${showDate(aim)}.`,
  en: (day, aim) => `${showDate(day)} is a day off, so it should be done by ${showDate(aim)}.`,
});

export const extensionToDecide = phrase({
  vi: (code: string, agency: string, from: CivilDate, to: CivilDate, reason: string) =>
    `${agency} đề nghị gia hạn ${code} từ ${showDate(from)} đến ${showDate(to)}. Lý do: ${reason}`,
  en: (code, agency, from, to, reason) =>
    `${agency} asks to extend ${code} from ${showDate(from)} to ${showDate(to)}. Reason: ${reason}`,
});

export const askedForYou = phrase({
  vi: ({ code, typed }: NamedTask, to: CivilDate, by: string) =>
    `${by} đã nhập hộ đề nghị gia hạn ${code} đến ${showDate(to)}. Nếu không đúng, anh/chị rút bằng /giahan ${typed} rút`,
  en: ({ code, typed }, to, by) =>
    `${by} asked on your behalf to extend ${code} to ${showDate(to)}. If that is not right, withdraw it with /giahan ${typed} rút`,
});

export const nothingToWithdraw = phrase({
  vi: (code: string) => `${code} không có đề nghị gia hạn nào đang chờ.`,
  en: (code) => `No extension of ${code} awaits a decision.`,
});

export const extensionWithdrawn = phrase({
  vi: (code: string) => `Đã rút đề nghị gia hạn ${code}.`,
  en: (code) => `The request to extend ${code} was withdrawn.`,
});

export const theyWithdrew = phrase({
  vi: (code: string, agency: string) =>
    `${agency} đã rút đề nghị gia hạn ${code}; không cần quyết định nữa.`,
  en: (code, agency) => `${agency} withdrew the request to extend ${code}; nothing to decide.`,
});

// ── Deciding ────────────────────────────────────────────────────────────────────────────────

export const nothingAsked = phrase({
  vi: (code: string) => `${code} không có đề nghị gia hạn nào chờ quyết định.`,
  en: (code) => `No extension of ${code} awaits a decision.`,
});

export const butResultWaits = phrase({
  vi: (code: string) =>
    `${code} không có đề nghị gia hạn, nhưng có kết quả đang chờ. Xác nhận bằng /xacnhan, trả lại bằng /tralai:`,
  en: (code) =>
    `No extension of ${code} was asked for, but a result awaits a decision: /xacnhan confirms it, /tralai returns it:`,
});

export const butProposalWaits = phrase({
  vi: (code: string) =>
    `${code} là nhiệm vụ đề xuất. Chấp nhận bằng /xacnhan, trả lại bằng /tralai:`,
  en: (code) => `${code} is a proposed task: /xacnhan accepts it, /tralai declines it:`,
});

export const notYourOwnExtension = phrase({
  vi: (agency: string, leaders: string) =>
    `Không ai quyết định về việc của cơ quan mình: đề nghị của ${agency} do lãnh đạo phụ trách quyết định${leaders === "" ? "" : ` (${leaders})`}.`,
  en: (agency, leaders) =>
    `Nobody decides on their own agency: requests of ${agency} are decided by the leader in charge${leaders === "" ? "" : ` (${leaders})`}.`,
});

export const notWhatYouAsked = phrase({
  vi: (agency: string) =>
    `Đề nghị gia hạn của ${agency} do chính anh/chị nhập, nên cần người khác quyết định.`,
  en: (agency) => `You asked for this extension of ${agency} yourself: somebody else decides.`,
});

export const needsAuthority = phrase({
  vi: (code: string, leaders: string) =>
    `Hạn của ${code} do lãnh đạo giao, nên cơ quan thường trực không tự gia hạn được. Người quyết định: ${leaders === "" ? "lãnh đạo Ban Chỉ đạo" : leaders}. Nếu đã có ý kiến, anh/chị ghi văn bản hoặc người cho phép (trả lời tin này), ví dụ:`,
  en: (code, leaders) =>
    `The date of ${code} was set by the leadership; the secretariat cannot move it on its own word. Who may: ${leaders === "" ? "the leaders" : leaders}. If it was allowed, name the document or the person (answer this message), for example:`,
});

export const authorityExamples = phrase({
  vi: (code: string) => [
    `/duyet ${code} theo 45/UBND-NC ngày 3/11`,
    `/duyet ${code} theo ý kiến của Chủ tịch UBND tỉnh ngày 3/11`,
  ],
  en: (code) => [
    `/duyet ${code} theo 45/UBND-NC ngày 3/11`,
    `/duyet ${code} theo ý kiến của Chủ tịch UBND tỉnh ngày 3/11`,
  ],
});

export const authorityProblem = phrase({
  vi: (kind: "no_day" | "future" | "no_such_day" | "before_task", of: string) =>
    ({
      no_day: `Đã hiểu căn cứ “${of}”, còn thiếu ngày. Ví dụ: theo ${of} ngày 3/11`,
      future: `Ngày của căn cứ “${of}” sau ngày hôm nay. Anh/chị kiểm tra lại.`,
      no_such_day: `Căn cứ “${of}” ghi một ngày không có trong lịch. Anh/chị kiểm tra lại.`,
      before_task: `Ngày của căn cứ “${of}” trước khi giao nhiệm vụ. Anh/chị kiểm tra lại, kèm năm.`,
    })[kind],
  en: (kind, of) =>
    ({
      no_day: `The authority “${of}” was understood; its date is missing. For example: theo ${of} ngày 3/11`,
      future: `The date of the authority “${of}” lies in the future. Please check it.`,
      no_such_day: `The authority “${of}” bears a date that does not exist. Please check it.`,
      before_task: `The date of the authority “${of}” is before the task was assigned. Please check it, with its year.`,
    })[kind],
});

export const grantNotRead = phrase({
  vi: (said: string, code: string) =>
    `Chưa hiểu “${said}”. Sau mã chỉ ghi cơ quan, ngày được gia hạn và căn cứ, ví dụ: /duyet ${code} đến 20/12 theo 45/UBND-NC ngày 3/11`,
  en: (said, code) =>
    `“${said}” was not understood. After the code give the agency, the day and the authority, e.g. /duyet ${code} đến 20/12 theo 45/UBND-NC ngày 3/11`,
});

export const beyondAsked = phrase({
  vi: (to: CivilDate, asked: CivilDate) =>
    `Cơ quan chỉ đề nghị đến ${showDate(asked)}, nên không gia hạn đến ${showDate(to)} được; có thể ghi ngày sớm hơn.`,
  en: (to, asked) =>
    `The agency asked for ${showDate(asked)} only; ${showDate(to)} is later than that. An earlier day can be granted.`,
});

export const authorityText = phrase({
  vi: (authority: Authority) =>
    authority.by === "document"
      ? `${authority.kind === "" ? "văn bản" : authority.kind} số ${authority.number} ngày ${showDate(authority.on)}`
      : `ý kiến của ${authority.who} ngày ${showDate(authority.on)}`,
  en: (authority) =>
    authority.by === "document"
      ? `${authority.kind === "" ? "document" : authority.kind} ${authority.number} of ${showDate(authority.on)}`
      : `the word of ${authority.who} on ${showDate(authority.on)}`,
});

export const leaderWord = phrase({
  vi: (name: string, role: string, insteadOf: string | null) =>
    `${name}, ${role}${insteadOf === null ? "" : ` (thay ${insteadOf})`}`,
  en: (name, role, insteadOf) =>
    `${name}, ${role}${insteadOf === null ? "" : ` (for ${insteadOf})`}`,
});

export const extensionGranted = phrase({
  vi: (code: string, agency: string, to: CivilDate, authority: string) =>
    `Đã gia hạn ${code} của ${agency} đến ${showDate(to)} (căn cứ: ${authority}).`,
  en: (code, agency, to, authority) =>
    `${code} of ${agency} extended to ${showDate(to)} (authority: ${authority}).`,
});

export const yourExtensionGranted = phrase({
  vi: (code: string, to: CivilDate, asked: CivilDate, authority: string) =>
    to === asked
      ? `${code} được gia hạn đến ${showDate(to)} (căn cứ: ${authority}).`
      : `${code} được gia hạn đến ${showDate(to)}, sớm hơn ngày đề nghị ${showDate(asked)} (căn cứ: ${authority}).`,
  en: (code, to, asked, authority) =>
    to === asked
      ? `${code} was extended to ${showDate(to)} (authority: ${authority}).`
      : `${code} was extended to ${showDate(to)}, earlier than the ${showDate(asked)} asked for (authority: ${authority}).`,
});

export const whyRefused = phrase({
  vi: (code: string) =>
    `Lý do không gia hạn ${code}? (trả lời tin này), ví dụ: nhiệm vụ phải xong trước kỳ họp`,
  en: (code) => `Why is the extension of ${code} refused? (answer this message)`,
});

export const extensionRefused = phrase({
  vi: (code: string, agency: string, due: CivilDate) =>
    `Không gia hạn ${code} cho ${agency}; hạn vẫn là ${showDate(due)}.`,
  en: (code, agency, due) =>
    `The extension of ${code} was refused to ${agency}; it stays due on ${showDate(due)}.`,
});

export const yourExtensionRefused = phrase({
  vi: (code: string, due: CivilDate, reason: string) =>
    `Đề nghị gia hạn ${code} chưa được chấp nhận, hạn vẫn là ${showDate(due)}. Lý do: ${reason}`,
  en: (code, due, reason) =>
    `The extension of ${code} was not granted; it stays due on ${showDate(due)}. Reason: ${reason}`,
});

export const whichToDecide = phrase({
  vi: (command: string) =>
    `Anh/chị cho biết mã cần quyết định, ví dụ: /${command} NV-012; danh sách ở /choxuly.`,
  en: (command) => `Please give the code to decide, e.g. /${command} NV-012; see /choxuly.`,
});

// ── On the card and in lists ────────────────────────────────────────────────────────────────

export const openExtensionLine = phrase({
  vi: (to: CivilDate, on: CivilDate, reason: string) =>
    `đến ${showDate(to)} (gửi ${showDate(on)}): ${reason}`,
  en: (to, on, reason) => `to ${showDate(to)} (on ${showDate(on)}): ${reason}`,
});

export const grantedLine = phrase({
  vi: (on: CivilDate, from: CivilDate, to: CivilDate, authority: string, by: string) =>
    `${showDate(on)}: từ ${showDate(from)} đến ${showDate(to)}; căn cứ: ${authority}; ghi nhận: ${by}`,
  en: (on, from, to, authority, by) =>
    `${showDate(on)}: from ${showDate(from)} to ${showDate(to)}; authority: ${authority}; recorded by ${by}`,
});

export const askedShort = phrase({
  vi: (asked: CivilDate, reason: string) => ` (đề nghị đến ${showDate(asked)}: ${reason})`,
  en: (asked, reason) => ` (asked for ${showDate(asked)}: ${reason})`,
});

export const refusedLine = phrase({
  vi: (on: CivilDate, to: CivilDate, reason: string) =>
    `${showDate(on)}: không đồng ý đến ${showDate(to)}; lý do: ${reason}`,
  en: (on, to, reason) => `${showDate(on)}: ${showDate(to)} refused; reason: ${reason}`,
});

export const withdrawnLine = phrase({
  vi: (on: CivilDate, to: CivilDate) => `${showDate(on)}: rút đề nghị đến ${showDate(to)}`,
  en: (on, to) => `${showDate(on)}: request for ${showDate(to)} withdrawn`,
});

export const pendingLine = phrase({
  vi: (from: CivilDate, to: CivilDate, reason: string) =>
    `từ ${showDate(from)} đến ${showDate(to)} · ${reason}`,
  en: (from, to, reason) => `from ${showDate(from)} to ${showDate(to)} · ${reason}`,
});

export const extensionsInFigures = phrase({
  vi: (times: number, tasks: number, many: number) =>
    `Gia hạn từ đầu năm: ${times} lần, ${tasks} nhiệm vụ${many > 0 ? `; ${many} nhiệm vụ gia hạn nhiều lần` : ""}.`,
  en: (times, tasks, many) =>
    `Extensions this year: ${times}, of ${plural(tasks, "task")}${many > 0 ? `; ${many} extended many times` : ""}.`,
});

export const extensionsColumn = phrase({ vi: () => "Gia hạn", en: () => "Extensions" });
