// Chỉ đạo, điều hành.
import { addDays, endOfQuarter, partsOf, quarterOf } from "#src/calendar/civil-date.ts";
import type { SingleDraft } from "../plan/draft.ts";
import { cancelled, confirmed, received, reported, submitted } from "../plan/steps.ts";
import type { Scene } from "./scene.ts";

const ROMAN = ["I", "II", "III", "IV"];
const FAR_ENOUGH = 20;

/** "trong quý III/2026": the quarter that ends three weeks from now or later. */
const comingQuarter = ({ days }: Scene): string => {
  const end = endOfQuarter(addDays(days.today, FAR_ENOUGH));
  return `trong quý ${ROMAN[quarterOf(end) - 1]}/${partsOf(end).year}`;
};

export const direction = (scene: Scene): SingleDraft[] => {
  const { days } = scene;
  return [
    {
      key: "inspections",
      lead: "SNV",
      with: ["VPUBND", "STP"],
      content: "Kiểm tra công tác cải cách hành chính tại tối thiểu 20 sở, ngành, xã, phường",
      area: "direction",
      source: { document: "plan", clause: "II.7.a" },
      deliverable: "Thông báo kết luận kiểm tra",
      ago: 41,
      by: "chairman",
      due: { phrase: comingQuarter(scene) },
      steps: [
        received(40),
        reported(18, 45, "đã kiểm tra 9/20 đơn vị"),
        reported(5, 65, "đã kiểm tra 13/20 đơn vị"),
      ],
    },
    {
      key: "press",
      lead: "SVHTTDL",
      content: "Mở chuyên mục cải cách hành chính trên Báo và Đài Phát thanh, Truyền hình tỉnh",
      area: "direction",
      source: { document: "plan", clause: "II.7.c" },
      deliverable: "Chuyên mục phát hằng tuần",
      ago: 56,
      due: { on: days.inDays(-8) },
      steps: [
        received(54),
        reported(25, 50, "đã thống nhất khung chương trình"),
        submitted(4, "đã phát số đầu tiên"),
      ],
    },
    {
      key: "dialogue",
      lead: "VPUBND",
      with: ["SCT", "STC"],
      content: "Tổ chức hội nghị Chủ tịch UBND tỉnh đối thoại với doanh nghiệp, hợp tác xã",
      area: "direction",
      source: { document: "plan", clause: "II.7.b" },
      deliverable: "Thông báo kết luận hội nghị",
      leader: "chairman",
      ago: 63,
      by: "chairman",
      due: { on: days.ago(6) },
      steps: [
        received(62),
        reported(30, 40, "đã nhận 87 kiến nghị"),
        submitted(8, "đã tổ chức, 92 doanh nghiệp tham dự"),
        confirmed(6),
      ],
    },
    {
      key: "foreign-guests",
      lead: "SNgV",
      content: "Rà soát, đơn giản hóa quy trình cho phép đoàn ra, đoàn vào",
      area: "direction",
      source: { document: "plan", clause: "II.7.d" },
      ago: 78,
      due: { on: days.ago(40) },
      steps: [received(77), submitted(45, "giảm từ 7 xuống 4 bước"), confirmed(43)],
    },
    {
      key: "workshop",
      lead: "SCT",
      content:
        "Tổ chức hội thảo kinh nghiệm cải cách thủ tục hành chính lĩnh vực thương mại biên mậu",
      area: "direction",
      ago: 60,
      due: { on: days.inDays(30) },
      steps: [received(58), cancelled(32, "lồng ghép vào hội nghị đối thoại với doanh nghiệp")],
    },
    {
      key: "hotline",
      lead: "SXD",
      content: "Công khai đường dây nóng tiếp nhận phản ánh về cấp phép, trật tự xây dựng",
      area: "direction",
      source: { document: "directive", clause: "7" },
      ago: 51,
      due: { on: days.ago(18) },
      steps: [
        received(50),
        submitted(15, "đã công khai tại trụ sở và trên trang thông tin"),
        confirmed(13),
      ],
    },
  ];
};
