// What is said about words of somebody else that become a task: forwarded, or answered with /giao.
import { phrase } from "../language.ts";

export const forwardedForWhat = phrase({
  vi: () => "Tin chuyển tiếp này dùng để làm gì? Chưa có gì được ghi nhận.",
  en: () => "What is this forwarded message for? Nothing was recorded yet.",
});

export const makeTask = phrase({
  vi: () => "Giao thành nhiệm vụ",
  en: () => "Make it a task",
});

export const proposeTask = phrase({
  vi: () => "Đề xuất thành nhiệm vụ",
  en: () => "Propose it as a task",
});

export const deadlineFromContent = phrase({
  vi: (said: string) => `Hạn lấy từ nội dung: “${said}”.`,
  en: (said) => `The deadline was taken from the text: “${said}”.`,
});

export const seePrivateChat = phrase({
  vi: () => "Đã ghi. Mời anh/chị xem tin nhắn riêng để kiểm tra và hoàn tất.",
  en: () => "Noted. Please see your private chat to check and finish it.",
});

export const replyToTask = phrase({
  vi: () =>
    "Trong nhóm, lệnh /giao dùng để trả lời tin nhắn cần giao thành nhiệm vụ, ví dụ trả lời tin đó: /giao Sở Tài chính hạn 30/11. Các trường hợp khác xin nhắn riêng với trợ lý.",
  en: () =>
    "In a group /giao answers the message that is to become a task, e.g. reply to it: /giao Sở Tài chính hạn 30/11. Anything else please in the private chat.",
});

export const noPrivateChat = phrase({
  vi: () => "Anh/chị nhắn riêng cho trợ lý một lần (gõ /start), rồi trả lời lại tin này.",
  en: () => "Please write to the bot in private once (/start), then answer that message again.",
});
