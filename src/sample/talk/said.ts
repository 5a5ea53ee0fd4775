// The conversations themselves, in the order of the day.
import { type CivilDate, partsOf } from "#src/calendar/civil-date.ts";
import { written } from "../plan/days.ts";
import { reportNumber } from "../plan/document-number.ts";
import type { Codes } from "./codes.ts";
import { counterPlan } from "./picture.ts";

/** `in`: a group and perhaps its topic; else the person's own chat with the bot. */
export type Said = {
  /** hh:mm. */
  at: string;
  by: string;
  in?: { group: "committee" | "finance" | "helpers"; topic?: string };
} & (
  | { text: string }
  | { caption: string; file: { name: string; bytes: Uint8Array; as: "document" | "photo" } }
);

const dayMonth = (date: CivilDate): string => {
  const { month, day } = partsOf(date);
  return `${day}/${month}`;
};

const textDocument = (name: string, ...lines: string[]) => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join("\n")}\n`),
  as: "document" as const,
});

const morning = ({ task }: Codes): Said[] => [
  { at: "08:05", by: "stc", text: "/viec" },
  { at: "08:12", by: "stc", text: `/nhan ${task("next-budget")}` },
  {
    at: "08:40",
    by: "skhcn",
    text: `/tiendo ${task("population-data")} 95% Bộ Công an đã xác nhận, đang hoàn thiện biên bản nghiệm thu`,
  },
  {
    at: "08:55",
    by: "commune",
    caption: `/tiendo ${task("one-stop-shop")} 70% đã lắp 4/6 quầy, xong lối đi cho người khuyết tật`,
    file: { name: "so-do-quay.png", bytes: counterPlan(), as: "photo" },
  },
  {
    at: "09:02",
    by: "commune",
    text: `/vuongmac ${task("one-stop-shop")} chưa có kinh phí mua màn hình gọi số, đề nghị cho dùng nguồn chuyển đổi số`,
  },
  {
    at: "09:45",
    by: "stc",
    text: `tiến độ ${task("public-assets")} 80% đã rà soát 498/530 cơ sở nhà, đất`,
  },
];

const deciding = ({ task, openBlocker }: Codes): Said[] => [
  { at: "10:05", by: "head", text: "/choxuly" },
  { at: "10:09", by: "head", text: `/xacnhan ${task("electronic-appraisal")}` },
  {
    at: "10:16",
    by: "head",
    text: `/traloi ${openBlocker("driver-health")} Sở Tài chính đã đồng ý bố trí kinh phí chữ ký số cho 4 cơ sở, thực hiện trong tuần tới`,
  },
  { at: "10:30", by: "chairman", in: { group: "committee" }, text: "/xephang" },
  { at: "10:41", by: "chairman", text: "/quahan" },
  { at: "10:45", by: "chairman", text: `/xacnhan ${task("public-units")} SNV` },
];

const afternoon = ({ task, days }: Codes, seed: number): Said[] => {
  const { talkOn } = days;
  const number = reportNumber(seed, "STP", talkOn);
  return [
    {
      at: "13:40",
      by: "stp",
      caption: `/hoanthanh ${task("legal-database")} số ${number} ngày ${dayMonth(talkOn)} đã cập nhật đủ 1.312 văn bản`,
      file: textDocument(
        "bao-cao-cap-nhat-van-ban.txt",
        "SỞ TƯ PHÁP",
        `Số: ${number}, ngày ${written(talkOn)}`,
        "",
        "BÁO CÁO",
        "Kết quả cập nhật văn bản lên Cơ sở dữ liệu quốc gia về pháp luật",
        "",
        "1. Đã cập nhật 1.312/1.312 văn bản còn hiệu lực.",
        "2. Đã đánh dấu 214 văn bản hết hiệu lực./.",
      ),
    },
    {
      at: "14:05",
      by: "head",
      text: `/giao Sở Y tế: Báo cáo phương án trực 24/7 tại các trạm y tế xã vùng cao; hạn ${written(days.inWorkingDays(15))}`,
    },
    { at: "14:06", by: "head", text: "/dongy" },
    { at: "14:30", by: "clerk", text: `/chuabaocao ${task("communes-appointments")}` },
    { at: "15:10", by: "stc", in: { group: "finance" }, text: "/denhan" },
    {
      at: "15:30",
      by: "head",
      in: { group: "helpers", topic: "Trao đổi" },
      text: "Các anh, chị cập nhật tiến độ trước 16 giờ 30 để kịp số liệu tuần nhé.",
    },
    {
      at: "15:34",
      by: "skhcn",
      in: { group: "helpers", topic: "Trao đổi" },
      text: "Vâng chị, Sở Khoa học và Công nghệ đã cập nhật xong.",
    },
    { at: "16:02", by: "commune", text: "/toi" },
    { at: "16:10", by: "admin", text: "/caidat" },
  ];
};

/** All that is said on the last working day before today. */
export const saidOnTheDay = (codes: Codes, seed: number): Said[] => [
  ...morning(codes),
  ...deciding(codes),
  ...afternoon(codes, seed),
];
