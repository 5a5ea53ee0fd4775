// The same document brought again: gone on with, or shown as a difference against its tasks.
import { plural } from "../format.ts";
import { phrase } from "../language.ts";

export const underReview = phrase({
  vi: (code: string) => `Văn bản này đang được xem (${code}); tiếp tục từ chỗ đã dừng.`,
  en: (code) => `This document is under review already (${code}); it goes on where it was left.`,
});

export const otherText = phrase({
  vi: (code: string) =>
    `Bản vừa gửi có nội dung khác bản đang xem. Để đọc lại từ đầu theo bản mới: bỏ bản đang xem (/duthao ${code} bỏ) rồi gửi lại.`,
  en: (code) =>
    `What was just sent is worded otherwise. To read the new one from the beginning, drop this one (/duthao ${code} drop) and send it again.`,
});

export const knownAlready = phrase({
  vi: (document: string, tasks: number) =>
    `${document} đã có ${tasks} nhiệm vụ trong sổ. So với các nhiệm vụ đó:`,
  en: (document, tasks) =>
    `${document} has ${plural(tasks, "task")} in the register already. Compared with them:`,
});

export const compared = phrase({
  vi: (same: number, changed: number, added: number, gone: number) =>
    `${same} như cũ, ${changed} khác, ${added} mới, ${gone} không còn trong văn bản.`,
  en: (same, changed, added, gone) =>
    `${same} as before, ${changed} otherwise, ${added} new, ${gone} no longer in the document.`,
});

export const sections = phrase({
  vi: () => ({
    added: "Mới",
    worded: "Lời văn khác",
    deadline: "Hạn khác",
    lead: "Cơ quan chủ trì khác",
    gone: "Không còn trong văn bản",
  }),
  en: () => ({
    added: "New",
    worded: "Worded otherwise",
    deadline: "Another deadline",
    lead: "Another lead",
    gone: "No longer in the document",
  }),
});

export const onlyNew = phrase({
  vi: () =>
    "Chỉ những nhiệm vụ mới được đưa ra để ghi nhận; nhiệm vụ đã có thì sửa bằng /sua, /giahan hoặc /chuyen.",
  en: () =>
    "Only what is new is offered to be registered; tasks that are there are changed by /sua, /giahan or /chuyen.",
});

export const nothingNew = phrase({
  vi: () =>
    "Không có nhiệm vụ mới nên không ghi nhận thêm gì; nhiệm vụ đã có thì sửa bằng /sua, /giahan hoặc /chuyen.",
  en: () =>
    "There is nothing new to register; tasks that are there are changed by /sua, /giahan or /chuyen.",
});

export const andMore = phrase({
  vi: (count: number) => `… và ${count} nhiệm vụ nữa.`,
  en: (count) => `… and ${count} more.`,
});

export const otherwise = phrase({
  vi: (content: string, register: string, document: string) =>
    `${content}: sổ ghi ${register}, văn bản ghi ${document}`,
  en: (content, register, document) => `${content}: register ${register}, document ${document}`,
});

export const droppedBefore = phrase({
  vi: (count: number) => `${count} nhiệm vụ đã bỏ khi xem lần trước nên không đưa ra lại.`,
  en: (count) =>
    `${plural(count, "draft")} dropped when the document was looked at before: not offered again.`,
});
