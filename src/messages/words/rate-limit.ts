// What is said to whoever asks for more than can be done.
import { phrase } from "../language.ts";

export const tooManyAtOnce = phrase({
  vi: (until: string) =>
    `Trợ lý nhận được quá nhiều tin của anh/chị trong thời gian ngắn nên tin này và các tin gửi trước ${until} chưa được ghi nhận và không có trả lời. Từ ${until}, mời anh/chị gửi lại; những gì đã được trả lời trước đó vẫn giữ nguyên.`,
  en: (until) =>
    `Too many of your messages came in a short time: this one and those sent before ${until} are not recorded and not answered. Please send them again from ${until} on; whatever was answered before stands.`,
});
