// What the guided tour says: before each step and after it, in two sentences at most.
import type { StepName } from "./panels/tour-script.ts";
import type { Phrase } from "./words.ts";

export const tourTitle: Phrase = { vi: "Dạo thử", en: "Guided tour" };
export const tourOf = (step: number, all: number): Phrase => ({
  vi: `Dạo thử: bước ${step}/${all}`,
  en: `Guided tour: step ${step} of ${all}`,
});
export const invitation: Phrase = {
  vi: "Lần đầu ghé? Sáu bước, hai phút, mỗi bước một lần bấm: một nhiệm vụ thật đi từ lúc giao đến khi xác nhận, rồi nhắc hạn và xếp hạng.",
  en: "First time here? Six steps, two minutes, one tap each: a real task from assignment to confirmation, then an alert and a ranking.",
};
export const begin: Phrase = { vi: "Bắt đầu", en: "Start" };
export const later: Phrase = { vi: "Để sau", en: "Later" };
export const progressOf = (step: number, all: number): Phrase => ({
  vi: `Bước ${step}/${all}`,
  en: `Step ${step} of ${all}`,
});

export const stepNames: Record<StepName, Phrase> = {
  register: { vi: "Giao việc", en: "Assign" },
  receive: { vi: "Nhận việc", en: "Receive" },
  report: { vi: "Báo cáo", en: "Report" },
  confirm: { vi: "Xác nhận", en: "Confirm" },
  alert: { vi: "Nhắc hạn", en: "Alert" },
  ranking: { vi: "Xếp hạng", en: "Ranking" },
};

export const before: Record<StepName, Phrase> = {
  register: {
    vi: "Người đứng đầu cơ quan thường trực giao việc cho Sở Tài chính bằng một câu. Trợ lý đọc lại, rồi ghi vào danh mục.",
    en: "The head of the secretariat gives Sở Tài chính a task in one sentence. The bot reads it back and registers it.",
  },
  receive: {
    vi: "Cán bộ Sở Tài chính đã có thẻ nhiệm vụ trong điện thoại. Một lần bấm để báo đã nhận.",
    en: "The official of Sở Tài chính has the card on the phone by now. One tap says that it was received.",
  },
  report: {
    vi: "Cán bộ báo tiến độ 60%, rồi nộp kết quả với số văn bản. Không biểu mẫu, chỉ hai câu.",
    en: "The official reports 60 %, then hands in the result with its document number. No form, just two sentences.",
  },
  confirm: {
    vi: "Kết quả đến cơ quan thường trực kèm nút quyết định. Không ai tự xác nhận việc của cơ quan mình.",
    en: "The result reaches the secretariat with buttons to decide. Nobody confirms their own agency's work.",
  },
  alert: {
    vi: "Bây giờ cho thời gian trôi đến lần nhắc hạn kế tiếp. Mỗi người nhận đúng một tin về các việc của mình.",
    en: "Now let time pass until the next deadline alert. Everybody gets one message about their own tasks.",
  },
  ranking: {
    vi: "Thứ Hai 08:00, bảng xếp hạng tuần đến nhóm Ban Chỉ đạo. Hãy cho đồng hồ chạy đến đó.",
    en: "On Monday at 08:00 the weekly ranking reaches the committee's group. Let the clock run there.",
  },
};

export const after: Record<StepName, (code: string) => Phrase> = {
  register: (code) => ({
    vi: `Nhiệm vụ ${code} đã vào danh mục, có chủ trì và hạn rõ ràng.`,
    en: `Task ${code} is in the register, with its lead agency and a clear date.`,
  }),
  receive: (code) => ({
    vi: `Sở Tài chính đã nhận ${code}; ai cũng thấy việc không còn nằm trên giấy.`,
    en: `Sở Tài chính has received ${code}: it no longer lies on paper only.`,
  }),
  report: (code) => ({
    vi: `Tiến độ và kết quả ${code} đã được ghi, kèm số và ngày văn bản.`,
    en: `Progress and result of ${code} are recorded, with document number and date.`,
  }),
  confirm: (code) => ({
    vi: `${code} hoàn thành đúng hạn; Sở Tài chính đã được báo.`,
    en: `${code} is done in time, and Sở Tài chính was told.`,
  }),
  alert: () => ({
    vi: "Tin nhắc hạn đã đến: việc quá hạn trước, việc sắp đến hạn sau, kèm nút báo cáo.",
    en: "The alert is here: what is overdue first, then what is due soon, with a button to report.",
  }),
  ranking: () => ({
    vi: "Bảng xếp hạng tuần ở ngay trong nhóm; bấm vào các phần gập lại để xem chi tiết.",
    en: "The weekly ranking stands in the group; unfold its parts to see the details.",
  }),
};

/** Where the clock is or was, and what came on the way: what follows says what it was. */
export const ridden = (moment: string, messages: number, chats: number): Phrase => ({
  vi: `${moment}: ${messages} tin ở ${chats} cuộc trò chuyện.`,
  en: `${moment}: ${messages} message${messages === 1 ? "" : "s"} in ${chats} chat${chats === 1 ? "" : "s"}.`,
});
export const doneBefore: Phrase = {
  vi: "Việc này đã làm rồi: ta đi tiếp.",
  en: "That was done already: on we go.",
};
export const wasSkipped = (step: string): Phrase => ({
  vi: `Đã bỏ qua bước “${step}”.`,
  en: `“${step}” was skipped.`,
});
export const taskGone: Phrase = {
  vi: "Không còn thấy nhiệm vụ của buổi dạo: ta giao lại từ bước 1.",
  en: "The tour's task is not there any more: we assign one again.",
};
export const needsTask: Phrase = {
  vi: "Bước này cần nhiệm vụ của bước 1, nên ta làm bước 1 trước.",
  en: "This step needs the task of step 1, so that one comes first.",
};

export const doStep: Phrase = { vi: "Làm bước này", en: "Do this step" };
export const doFirst: Phrase = { vi: "Làm bước 1", en: "Do step 1" };
export const waitOn: Phrase = { vi: "Đợi tiếp", en: "Wait on" };
export const tryAgain: Phrase = { vi: "Thử lại", en: "Try again" };
export const skip: Phrase = { vi: "Bỏ qua", en: "Skip" };
export const comeBack: Phrase = { vi: "Quay lại sau", en: "Come back later" };
export const once: Phrase = { vi: "Dạo lại từ đầu", en: "Take it again" };
export const finish: Phrase = { vi: "Tự khám phá", en: "Explore" };

export const typing = (name: string): Phrase => ({
  vi: `${name} đang viết…`,
  en: `${name} is writing…`,
});
export const waiting: Phrase = { vi: "Đợi trợ lý trả lời…", en: "Waiting for the bot…" };
export const moving: Phrase = { vi: "Thời gian đang trôi…", en: "Time passes…" };
export const asked: Phrase = {
  vi: "Trợ lý hỏi thêm: chọn một nút trong tin vừa đến (hoặc trả lời), buổi dạo sẽ đi tiếp.",
  en: "The bot asks something: tap a button in its message or answer it, and the tour goes on.",
};
export const late = (hasFaults: boolean): Phrase =>
  hasFaults
    ? {
        vi: "Trợ lý chưa trả lời: đang có lỗi được bật. Tin đã gửi không mất; tắt lỗi rồi đợi tiếp.",
        en: "No answer yet: a fault is turned on. What was sent is not lost; turn it off and wait on.",
      }
    : {
        vi: "Trợ lý chưa trả lời. Tin đã gửi không mất: đợi thêm một chút.",
        en: "No answer yet. What was sent is not lost: wait a little more.",
      };
export const failed: Phrase = {
  vi: "Bước này chưa làm được; thử lại sau giây lát.",
  en: "This did not work; try again in a moment.",
};
export const theEnd: Phrase = {
  vi: "Xong sáu bước. Bây giờ chọn một người trong danh sách và thử: /viec, /choxuly, /xephang.",
  en: "Those were the six steps. Now be anyone in the list and try: /viec, /choxuly, /xephang.",
};
