// What waits for a decision.
import { phrase } from "../language.ts";

export const pendingTitles = phrase({
  vi: () => ({
    results: "Kết quả chờ xác nhận",
    proposals: "Nhiệm vụ đề xuất",
    rankings: "Xếp hạng chờ đăng",
    unknown: "Tin nhóm chưa rõ đã đến hay chưa",
    post: "Đăng",
    again: "Gửi lại",
  }),
  en: () => ({
    results: "Results to confirm",
    proposals: "Proposed tasks",
    rankings: "Rankings to post",
    unknown: "Group messages that may not have arrived",
    post: "Post",
    again: "Send again",
  }),
});

export const nothingPending = phrase({
  vi: () => "Không có việc nào chờ anh/chị quyết định.",
  en: () => "Nothing awaits your decision.",
});
