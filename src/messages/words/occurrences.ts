// Words about recurring duties and their periods.
import type { CivilDate } from "#src/calendar/civil-date.ts";
import type { NamedPeriod } from "#src/calendar/reporting-periods.ts";
import { showDate } from "../format.ts";
import { phrase } from "../language.ts";

// Quarters are written in Roman figures in Vietnamese documents.
const roman = (number: number): string => ["I", "II", "III", "IV"][number - 1] ?? String(number);

export const periodName = phrase({
  vi: ({ frequency, year, number }: NamedPeriod): string => {
    switch (frequency) {
      case "weekly":
        return `Tuần ${number}/${year}`;
      case "monthly":
        return `Tháng ${number}/${year}`;
      case "quarterly":
        return `Quý ${roman(number)}/${year}`;
      case "half-yearly":
        return number === 1 ? `6 tháng đầu năm ${year}` : `6 tháng cuối năm ${year}`;
      case "yearly":
        return `Năm ${year}`;
    }
  },
  en: ({ frequency, year, number }) => {
    switch (frequency) {
      case "weekly":
        return `Week ${number}/${year}`;
      case "monthly":
        return `Month ${number}/${year}`;
      case "quarterly":
        return `Quarter ${number}/${year}`;
      case "half-yearly":
        return number === 1 ? `First half of ${year}` : `Second half of ${year}`;
      case "yearly":
        return `Year ${year}`;
    }
  },
});

export const periodLabel = phrase({ vi: () => "Kỳ báo cáo", en: () => "Period" });

export const figuresOf = phrase({
  vi: (from: CivilDate, to: CivilDate) => `, số liệu ${showDate(from)} – ${showDate(to)}`,
  en: (from, to) => `, figures of ${showDate(from)} – ${showDate(to)}`,
});

export const nextPeriod = phrase({
  vi: (period: string, opensOn: CivilDate, dueOn: CivilDate) =>
    `kỳ tới là ${period}, mở ngày ${showDate(opensOn)}, hạn ${showDate(dueOn)}`,
  en: (period, opensOn, dueOn) =>
    `next is ${period}, opens on ${showDate(opensOn)}, due ${showDate(dueOn)}`,
});

export const noFrequency = phrase({
  vi: () =>
    "chưa ghi chu kỳ (hằng tháng, hằng quý, 6 tháng, hằng năm) nên chưa mở kỳ nào; đề nghị cơ quan thường trực bổ sung.",
  en: () =>
    "its frequency is not given (monthly, quarterly, half-yearly, yearly), so no period opens; the standing agency is asked to add it.",
});

export const opened = phrase({
  vi: (many: number) => (many === 1 ? "Mở kỳ báo cáo mới:" : `Mở ${many} kỳ báo cáo mới:`),
  en: (many) => (many === 1 ? "A new period has opened:" : `${many} new periods have opened:`),
});

export const dueIs = phrase({
  vi: (due: string) => `hạn ${due}`,
  en: (due) => `due ${due}`,
});

export const noSuchPeriod = phrase({
  vi: (code: string, typed: string, known: string) =>
    `${code} không có kỳ “${typed}”. Các kỳ đã mở: ${known}. Xin chọn một kỳ, hoặc ghi kỳ ngay sau mã nhiệm vụ.`,
  en: (code, typed, known) =>
    `${code} has no period “${typed}”. Open so far: ${known}. Please choose one, or write the period right behind the code.`,
});

export const resultByPeriod = phrase({
  vi: (code: string, next: string) =>
    `${code} là nhiệm vụ định kỳ, kết quả nộp theo từng kỳ${next === "" ? "" : `; ${next}`}.`,
  en: (code, next) =>
    `${code} recurs: results are submitted period by period${next === "" ? "" : `; ${next}`}.`,
});
