// Words about petitions (kiến nghị) and the corrections that come of them.
import { asSentence, showRate } from "../format.ts";
import { phrase } from "../language.ts";

export const whichWeek = phrase({
  vi: () => "Anh/chị kiến nghị về kết quả xếp hạng của tuần nào? Ví dụ: ",
  en: () => "Which week's ranking is it about? For example: ",
});

export const whyPetition = phrase({
  vi: (period: string) =>
    `Anh/chị cho biết nội dung kiến nghị về kết quả kỳ ${period}: số liệu nào chưa đúng và vì sao.`,
  en: (period) => `What is not right in the ranking of ${period}, and why?`,
});

export const tooOld = phrase({
  vi: (period: string, weeks: number) =>
    `Chỉ nhận kiến nghị về kết quả của ${weeks} tuần gần nhất; kỳ ${period} đã quá thời hạn này.`,
  en: (period, weeks) =>
    `Petitions are taken about the latest ${weeks} weeks only; ${period} is too long ago.`,
});

export const notPublishedYet = phrase({
  vi: (period: string) => `Kết quả kỳ ${period} chưa công bố, nên chưa có gì để kiến nghị.`,
  en: (period) =>
    `The ranking of ${period} is not published, so there is nothing to petition about.`,
});

export const publishedAre = phrase({
  vi: (periods: string) => `Các kỳ đang nhận kiến nghị: ${periods}.`,
  en: (periods) => `Petitions are open about: ${periods}.`,
});

export const nothingPublished = phrase({
  vi: (agency: string, weeks: number) =>
    `Trong ${weeks} tuần gần nhất chưa công bố kết quả xếp hạng nào có ${agency}.`,
  en: (agency, weeks) => `No ranking with ${agency} was published in the latest ${weeks} weeks.`,
});

export const waitsAlready = phrase({
  vi: (petition: string, period: string, agency: string) =>
    `${agency} đã có kiến nghị ${petition} về kỳ ${period} đang chờ xem xét; mỗi kỳ chỉ nhận từng kiến nghị một.`,
  en: (petition, period, agency) =>
    `${agency} has petition ${petition} about ${period} waiting already; one at a time for each week.`,
});

export const onlyOwnAgency = phrase({
  vi: () =>
    "Kiến nghị do cán bộ đầu mối hoặc lãnh đạo của chính cơ quan được xếp hạng gửi; vai trò hiện nay của anh/chị không thuộc cơ quan nào.",
  en: () => "A petition comes from an official or the head of the ranked agency itself.",
});

export const whichOwnAgency = phrase({
  vi: () => "Anh/chị kiến nghị thay mặt cơ quan nào?",
  en: () => "Which of your agencies is it for?",
});

export const petitionSaved = phrase({
  vi: (petition: string, period: string, group: string) =>
    `Đã ghi kiến nghị ${petition} về kết quả kỳ ${period}, nhóm ${group}. Đang chờ xem xét.`,
  en: (petition, period, group) =>
    `Petition ${petition} about the ranking of ${period} (${group}) recorded. It awaits a decision.`,
});

export type Figures = { rank: number | null; rate: number | null; parts: string };

export const petitionToDecide = phrase({
  vi: (petition: string, agency: string, period: string, group: string, reason: string) =>
    `${petition}: ${agency} kiến nghị về kết quả kỳ ${period}, nhóm ${group}: ${reason}`,
  en: (petition, agency, period, group, reason) =>
    `${petition}: ${agency} about the ranking of ${period} (${group}): ${reason}`,
});

export const figuresPublished = phrase({
  vi: ({ rank, rate, parts }: Figures) =>
    `Số đã công bố, lũy kế từ đầu năm: hạng ${rank ?? "–"}, tỷ lệ đúng hạn ${showRate(rate)}, đúng hạn/trễ/quá hạn ${parts}.`,
  en: ({ rank, rate, parts }) =>
    `As published, year to date: rank ${rank ?? "–"}, on-time rate ${showRate(rate)}, on time/late/overdue ${parts}.`,
});

export const howDecided = phrase({
  vi: () =>
    "Bảng đã công bố giữ nguyên; nội dung đính chính được công bố cùng bảng xếp hạng kế tiếp.",
  en: () => "What was published stays; the correction is published with the next ranking.",
});

export const acceptButton = phrase({ vi: () => "Chấp nhận", en: () => "Accept" });
export const rejectButton = phrase({ vi: () => "Không chấp nhận", en: () => "Reject" });

export const noSuchPetition = phrase({
  vi: (petition: string) => `Không có kiến nghị ${petition}. Gõ /choxuly để xem các việc đang chờ.`,
  en: (petition) => `There is no petition ${petition}. See /choxuly.`,
});

export const decidedBefore = phrase({
  vi: (petition: string, accepted: boolean) =>
    `Kiến nghị ${petition} đã được xem xét: ${accepted ? "chấp nhận" : "không chấp nhận"}.`,
  en: (petition, accepted) =>
    `Petition ${petition} was decided already: ${accepted ? "accepted" : "rejected"}.`,
});

export const notOnOwnPetition = phrase({
  vi: (agency: string) =>
    `Kiến nghị của ${agency}: không ai quyết định về việc của cơ quan mình hoặc việc do mình gửi. Đề nghị lãnh đạo Ban Chỉ đạo xem xét.`,
  en: (agency) =>
    `A petition of ${agency}: nobody decides on their own agency or on what they sent. A leader may.`,
});

export const askCorrection = phrase({
  vi: (petition: string) =>
    `Anh/chị ghi nội dung đính chính của ${petition}. Câu này được công bố trong nhóm cùng bảng xếp hạng kế tiếp, xin không ghi nội dung nhiệm vụ. Ví dụ: NV-012 tính là hoàn thành đúng hạn.`,
  en: (petition) =>
    `What is put right by ${petition}? The sentence is published with the next ranking: no content of tasks, please. For example: NV-012 counts as done on time.`,
});

export const askRejection = phrase({
  vi: (petition: string) => `Anh/chị cho biết lý do không chấp nhận kiến nghị ${petition}.`,
  en: (petition) => `Why is petition ${petition} rejected?`,
});

export const petitionAccepted = phrase({
  vi: (petition: string, agency: string, period: string, decision: string) =>
    `Đã chấp nhận ${petition} của ${agency} về kỳ ${period}. Bảng đã công bố giữ nguyên và được đánh dấu đã đính chính; sẽ công bố cùng bảng xếp hạng kế tiếp: ${decision}`,
  en: (petition, agency, period, decision) =>
    `${petition} of ${agency} about ${period} accepted. What was published stays, marked as amended; published with the next ranking: ${decision}`,
});

export const petitionRejected = phrase({
  vi: (petition: string, agency: string) =>
    `Đã ghi: không chấp nhận ${petition} của ${agency}; cơ quan được báo kèm lý do.`,
  en: (petition, agency) => `${petition} of ${agency} rejected; the agency is told why.`,
});

export const yourPetitionAccepted = phrase({
  vi: (petition: string, period: string, decision: string) =>
    `Kiến nghị ${petition} về kết quả kỳ ${period} được chấp nhận: ${asSentence(decision)} Nội dung này được công bố cùng bảng xếp hạng kế tiếp.`,
  en: (petition, period, decision) =>
    `Petition ${petition} about the ranking of ${period} is accepted: ${asSentence(decision)} It is published with the next ranking.`,
});

export const yourPetitionRejected = phrase({
  vi: (petition: string, period: string, reason: string) =>
    `Kiến nghị ${petition} về kết quả kỳ ${period} không được chấp nhận. Lý do: ${reason}`,
  en: (petition, period, reason) =>
    `Petition ${petition} about the ranking of ${period} is not accepted. Reason: ${reason}`,
});

export const petitionsTitle = phrase({
  vi: () => "Kiến nghị về xếp hạng",
  en: () => "Petitions about rankings",
});

export const amendmentsTitle = phrase({ vi: () => "Đính chính", en: () => "Corrections" });

export const amendmentLine = phrase({
  vi: (period: string, agency: string, decision: string) => `Kỳ ${period}, ${agency}: ${decision}`,
  en: (period, agency, decision) => `${period}, ${agency}: ${decision}`,
});

export const wasAmended = phrase({
  vi: () => " (đã được đính chính)",
  en: () => " (amended since)",
});
