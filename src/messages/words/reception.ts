// Đã nhận, and who holds an assignment inside its agency.
import { plural } from "../format.ts";
import { phrase } from "../language.ts";

export const receptionLabels = phrase({
  vi: () => ({
    receive: "Đã nhận",
    receiveAll: "Đã nhận tất cả",
    takeUp: "Tôi phụ trách",
    holder: "Người phụ trách",
    unreceived: "Chưa nhận nhiệm vụ",
  }),
  en: () => ({
    receive: "Received",
    receiveAll: "All received",
    takeUp: "I take it up",
    holder: "Holder",
    unreceived: "Not received yet",
  }),
});

export const received = phrase({
  vi: (code: string, agency: string) => `Đã ghi nhận: ${agency} đã nhận ${code}.`,
  en: (code, agency) => `Noted: ${agency} has received ${code}.`,
});

export const receivedAll = phrase({
  vi: (count: number) => `Đã ghi nhận: cơ quan anh/chị đã nhận ${count} nhiệm vụ.`,
  en: (count) => `Noted: your agency has received ${plural(count, "task")}.`,
});

export const receivedBefore = phrase({
  vi: (code: string, state: string) => `${code} đã được nhận trước đó, hiện “${state}”.`,
  en: (code, state) => `${code} was received before; it is now “${state}”.`,
});

export const toReceiveTitle = phrase({
  vi: (count: number) => `Nhiệm vụ chưa nhận (${count})`,
  en: (count) => `Tasks not received yet (${count})`,
});

export const howToReceive = phrase({
  vi: () => "Anh/chị chọn từng nhiệm vụ để báo đã nhận, hoặc gõ: /nhan tất cả",
  en: () => "Choose a task to say that you received it, or type: /nhan all",
});

export const moreToReceive = phrase({
  vi: (count: number) => `… và ${count} nhiệm vụ nữa`,
  en: (count) => `… and ${count} more`,
});

export const nothingToReceive = phrase({
  vi: () => "Cơ quan anh/chị đã nhận tất cả nhiệm vụ.",
  en: () => "Your agency has received all of its tasks.",
});

export const receiveNotUnderstood = phrase({
  vi: (typed: string) => `Chưa hiểu “${typed}”. Anh/chị ghi mã nhiệm vụ, ví dụ: /nhan NV-012`,
  en: (typed) => `“${typed}” was not understood. Please give a code, for example: /nhan NV-012`,
});

export const whoHolds = phrase({
  vi: (code: string) =>
    `Ai phụ trách ${code}? Anh/chị trả lời bằng tên hoặc @tên, “tôi”, hoặc “không” nếu chưa giao ai.`,
  en: (code) =>
    `Who holds ${code}? Answer with a name or @name, “me”, or “nobody” to leave it open.`,
});

export const holderSet = phrase({
  vi: (code: string, name: string) => `${code} nay do ${name} phụ trách.`,
  en: (code, name) => `${code} is now held by ${name}.`,
});

export const holderNoted = phrase({
  vi: (code: string) => `Đã ghi người phụ trách ${code}.`,
  en: (code) => `The holder of ${code} was noted.`,
});

export const holderCleared = phrase({
  vi: (code: string) => `${code} nay chưa có người phụ trách.`,
  en: (code) => `Nobody holds ${code} now.`,
});

export const holderSame = phrase({
  vi: (code: string, name: string | null) =>
    name === null ? `${code} chưa có người phụ trách.` : `${code} đang do ${name} phụ trách rồi.`,
  en: (code, name) =>
    name === null ? `Nobody holds ${code}.` : `${code} is held by ${name} already.`,
});

export const heldByColleague = phrase({
  vi: (code: string, name: string) =>
    `${code} đang do ${name} phụ trách. Chuyển cho người khác do ${name} hoặc lãnh đạo cơ quan thực hiện.`,
  en: (code, name) =>
    `${code} is held by ${name}. It is passed on by ${name} or the head of the agency.`,
});

export const youHold = phrase({
  vi: (code: string, by: string) => `${by} giao anh/chị phụ trách ${code}:`,
  en: (code, by) => `${by} put ${code} into your hands:`,
});

export const nowHeldBy = phrase({
  vi: (code: string, by: string, name: string | null) =>
    name === null
      ? `${by} đã ghi: ${code} nay chưa có người phụ trách.`
      : `${by} đã ghi: ${code} nay do ${name} phụ trách.`,
  en: (code, by, name) =>
    name === null
      ? `${by} noted: nobody holds ${code} now.`
      : `${by} noted: ${code} is now held by ${name}.`,
});

export const myTasks = phrase({
  vi: () => "Việc tôi phụ trách",
  en: () => "Tasks that I hold",
});
