// What the clock, the panel behind the glass, the faults and the reset say.
import type { ClockStop, OutboxRow } from "../house.ts";
import type { FaultKind } from "../page/contract.ts";
import type { Phrase } from "./words.ts";

// ── The clock ───────────────────────────────────────────────────────────────────────────────

export const clockTitle: Phrase = { vi: "Đồng hồ của tỉnh", en: "The province's clock" };
export const clockHint: Phrase = {
  vi: "Cho thời gian trôi: việc gì xảy ra trên đường sẽ hiện ở từng cuộc trò chuyện.",
  en: "Let time pass: whatever happens on the way appears in its chat.",
};
export const stopNames: Record<ClockStop["kind"], Phrase> = {
  hour: { vi: "+1 giờ", en: "+1 hour" },
  day: { vi: "+1 ngày", en: "+1 day" },
  alert: { vi: "Đến nhắc hạn kế tiếp", en: "To the next deadline alert" },
  monday: { vi: "Đến thứ Hai 08:00", en: "To Monday 08:00" },
};
export const onItsWay = (moment: string): Phrase => ({
  vi: `Đang đi: ${moment}.`,
  en: `On the way: ${moment}.`,
});
export const arrivedAt = (moment: string): Phrase => ({
  vi: `Đã đến ${moment}.`,
  en: `It is ${moment}.`,
});
export const onTheWay = (messages: number, chats: number): Phrase => ({
  vi: `Trên đường: ${messages} tin ở ${chats} cuộc trò chuyện.`,
  en: `Meanwhile: ${messages} message${messages === 1 ? "" : "s"} in ${chats} chat${chats === 1 ? "" : "s"}.`,
});
export const nothingYet: Phrase = { vi: "Chưa có tin nào.", en: "No message yet." };
export const nothingCame = (isWeekend: boolean): Phrase =>
  isWeekend
    ? {
        vi: "Không có tin nào: thứ Bảy, Chủ nhật không nhắc hạn.",
        en: "No messages: nobody is reminded on Saturdays and Sundays.",
      }
    : {
        vi: "Không có tin nào: trợ lý chỉ nhắn khi có việc cần nói.",
        en: "No messages: the bot only writes when there is something to say.",
      };
export const messagesCount = (many: number): Phrase => ({
  vi: `${many} tin`,
  en: `${many} message${many === 1 ? "" : "s"}`,
});
export const close: Phrase = { vi: "Đóng", en: "Close" };

// ── Behind the glass ────────────────────────────────────────────────────────────────────────

export const glassTitle: Phrase = { vi: "Phía sau tấm kính", en: "Behind the glass" };
export const glassOfLast: Phrase = { vi: "Việc vừa làm", en: "The last deed" };
export const glassOfChosen: Phrase = { vi: "Tin đã chọn", en: "The chosen message" };
export const backToLast: Phrase = { vi: "Xem việc vừa làm", en: "Show the last deed" };
export const glassEmpty: Phrase = {
  vi: "Hãy gửi một tin hoặc bấm một nút: ở đây sẽ hiện bản cập nhật, giao dịch, hộp thư đi và các lệnh gọi Bot API.",
  en: "Send a message or tap a button: here you will see its update, transaction, outbox rows and Bot API calls.",
};
export const glassFailed = (reason: string): Phrase => ({
  vi: `Chưa đọc được: ${reason}`,
  en: `Could not be read: ${reason}`,
});
export const copyJson: Phrase = { vi: "Sao chép JSON", en: "Copy JSON" };
export const copied: Phrase = { vi: "Đã sao chép.", en: "Copied." };
export const cannotCopy: Phrase = {
  vi: "Trình duyệt không cho sao chép.",
  en: "The browser does not allow copying.",
};

export const updatePart: Phrase = {
  vi: "Update: điều bot nhận được",
  en: "Update: what the bot received",
};
export const noUpdate: Phrase = {
  vi: "Không còn update nào gắn với tin này (chỉ nhớ 500 update gần nhất), hoặc không ai gây ra tin này: một công việc theo giờ đã gửi.",
  en: "No update is remembered for this message (the last 500 are), or nobody caused it: a scheduled job did.",
};
export const inboxLine = (
  state: string,
  received: string,
  done: string | null,
  tries: number,
): Phrase => ({
  vi: `Inbox: ${state}; lưu lúc ${received}${done === null ? ", chưa xong" : `, xong lúc ${done}`}; ${tries} lần xử lý`,
  en: `Inbox: ${state}; stored ${received}${done === null ? ", not done yet" : `, done ${done}`}; handled ${tries} time${tries === 1 ? "" : "s"}`,
});
export const transactionPart: Phrase = {
  vi: "Transaction: điều được ghi, tất cả hoặc không gì cả",
  en: "Transaction: what was written, all or nothing",
};
export const onlyRead: Phrase = {
  vi: "Không ghi gì: chỉ đọc.",
  en: "Nothing was written: it only read.",
};
export const rowsOf = (many: number): Phrase => ({
  vi: `${many} dòng`,
  en: `${many} row${many === 1 ? "" : "s"}`,
});
export const outboxPart: Phrase = {
  vi: "Outbox: tin chờ gửi, ghi cùng transaction",
  en: "Outbox: messages to send, written in the same transaction",
};
export const noOutbox: Phrase = { vi: "Không có tin nào để gửi.", en: "There is nothing to send." };
export const callsPart: Phrase = {
  vi: "Bot API: các lệnh gọi Telegram",
  en: "Bot API: the calls to Telegram",
};
export const noCalls: Phrase = { vi: "Chưa có lệnh gọi nào.", en: "There were no calls yet." };
export const payloadName: Phrase = { vi: "gửi đi", en: "sent" };
export const resultName: Phrase = { vi: "nhận về", en: "answered" };
export const answerLost = (fault: string): Phrase => ({
  vi: `câu trả lời không đến được bot (${fault})`,
  en: `the answer never reached the bot (${fault})`,
});
export const stillRuns: Phrase = { vi: "đang chạy", en: "running" };

export const outboxStates: Record<OutboxRow["state"], Phrase> = {
  pending: { vi: "chờ gửi", en: "pending" },
  sending: { vi: "đang gửi", en: "sending" },
  sent: { vi: "đã gửi", en: "sent" },
  failed: { vi: "không gửi được", en: "failed" },
  unknown: {
    vi: "không rõ đã đến chưa: không gửi lại mù quáng",
    en: "unknown: never resent blindly",
  },
  dropped: { vi: "không còn cần gửi", en: "dropped: no longer needed" },
};
export const attemptsOf = (many: number): Phrase => ({
  vi: `${many} lần gửi`,
  en: `${many} attempt${many === 1 ? "" : "s"}`,
});
export const notBefore = (time: string): Phrase => ({
  vi: `không trước ${time}`,
  en: `not before ${time}`,
});
export const sentAt = (time: string): Phrase => ({ vi: `gửi lúc ${time}`, en: `sent at ${time}` });
export const moreLeft = (many: number): Phrase => ({
  vi: `… và ${many} mục nữa`,
  en: `… and ${many} more`,
});

// ── Faults on demand ────────────────────────────────────────────────────────────────────────

export const faultsTitle: Phrase = { vi: "Gây lỗi để thử", en: "Faults on demand" };
export const faultsHint: Phrase = {
  vi: "Bật một lỗi rồi gửi một tin: không tin nào mất, không tin nào đến hai lần.",
  en: "Turn one on and send a message: nothing is lost and nothing comes twice.",
};
export const faultNames: Record<FaultKind, Phrase> = {
  slow: { vi: "Telegram chậm", en: "Telegram is slow" },
  "429": { vi: "Telegram từ chối vì quá nhiều (429)", en: "Too many requests (429)" },
  down: { vi: "Telegram ngừng hoạt động (502)", en: "Telegram is down (502)" },
  "reset-after": {
    vi: "Đứt kết nối sau khi đã nhận tin",
    en: "Connection reset after taking a message",
  },
};
export const faultTells: Record<FaultKind, Phrase> = {
  slow: {
    vi: "Mỗi lệnh gọi mất 4 giây; bot vẫn nhận việc, tin đi chậm nhưng đúng thứ tự.",
    en: "Every call takes 4 seconds; the bot keeps working and messages stay in order.",
  },
  "429": {
    vi: "Cứ hai tin ở mỗi cuộc trò chuyện thì một tin bị từ chối kèm “thử lại sau 3 giây”; bot chờ đúng chừng ấy rồi gửi lại.",
    en: "Every second message of a chat is refused with “retry after 3 s”; the bot waits that long and sends it again.",
  },
  down: {
    vi: "Mọi lệnh gọi nhận lỗi 502 cho đến khi tắt; tin của anh/chị và tin chờ gửi được giữ lại, rồi đến đủ.",
    en: "Every call gets a 502 until it is off; what you write and what waits is kept, and then arrives.",
  },
  "reset-after": {
    vi: "Tin kế tiếp được nhận nhưng đường truyền đứt trước khi có câu trả lời (một lần, rồi tự tắt); bot không gửi lại mù quáng mà ghi là chưa rõ.",
    en: "The next message is taken but the line breaks before the answer (once, then it is off); the bot does not resend blindly, it notes that it does not know.",
  },
};
export const allOff: Phrase = { vi: "Tắt hết", en: "All off" };
export const faultsOn = (names: string): Phrase => ({
  vi: `Đang gây lỗi: ${names}`,
  en: `Fault on: ${names}`,
});
export const faultMarks: Record<FaultKind, Phrase> = {
  slow: { vi: "chậm", en: "slow" },
  "429": { vi: "429", en: "429" },
  down: { vi: "ngừng", en: "down" },
  "reset-after": { vi: "đứt", en: "reset" },
};

// ── Reset ───────────────────────────────────────────────────────────────────────────────────

export const resetTitle: Phrase = { vi: "Dựng lại tỉnh", en: "Start over" };
export const resetAsk: Phrase = {
  vi: "Dựng lại tỉnh mẫu từ đầu? Mọi tin, mọi nhiệm vụ và ngày giờ ở đây trở về như lúc mới mở.",
  en: "Plant the sample province anew? All messages, tasks and the clock here go back to the beginning.",
};
export const resetYes: Phrase = { vi: "Dựng lại", en: "Start over" };
export const resetNo: Phrase = { vi: "Không", en: "Keep it" };
export const resetDone: Phrase = { vi: "Tỉnh đã được dựng lại.", en: "The province is as new." };
