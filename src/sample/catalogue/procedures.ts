// Cải cách thủ tục hành chính.
import type { SingleDraft } from "../plan/draft.ts";
import {
  askedWhy,
  blocked,
  by,
  confirmed,
  explained,
  nudged,
  received,
  reported,
  submitted,
} from "../plan/steps.ts";
import type { Scene } from "./scene.ts";

const ofTheProvince = ({ days, thisYear }: Scene): SingleDraft[] => [
  {
    key: "list-of-procedures",
    lead: "VPUBND",
    withGroup: "departments",
    content: "Công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của UBND cấp xã",
    area: "procedures",
    source: { document: "directive", clause: "3.a" },
    deliverable: "Quyết định công bố của Chủ tịch UBND tỉnh",
    leader: "chairman",
    ago: 102,
    due: { on: days.ago(48) },
    steps: [
      received(101),
      reported(70, 60, "đã rà soát 318 thủ tục"),
      submitted(50, "đã công bố 342 thủ tục"),
      confirmed(49),
    ],
  },
  {
    key: "thirty-percent-faster",
    lead: "VPUBND",
    withGroup: "departments",
    content: `Trình phương án cắt giảm tối thiểu 30% thời gian giải quyết thủ tục hành chính nội bộ tỉnh năm ${thisYear}`,
    area: "procedures",
    source: { document: "directive", clause: "3.b" },
    deliverable: "Tờ trình kèm phương án",
    leader: "deputy",
    ago: 50,
    due: { on: days.inDays(20) },
    steps: [
      received(49),
      reported(30, 25, "9/14 sở, ngành đã gửi đề xuất"),
      reported(9, 55, "đã tổng hợp 214 thủ tục, dự kiến cắt giảm 31,5% thời gian"),
    ],
  },
  {
    key: "open-figures",
    lead: "VPUBND",
    with: ["SKHCN"],
    content:
      "Công khai tình hình, kết quả giải quyết hồ sơ thủ tục hành chính của từng đơn vị trên Cổng thông tin điện tử tỉnh",
    area: "procedures",
    source: { document: "plan", clause: "II.2.a" },
    ago: 210,
    due: { phrase: "thường xuyên" },
    steps: [
      received(209),
      reported(120, null, "đã công khai hằng ngày từ đầu quý"),
      reported(15, null, "bổ sung biểu đồ tỷ lệ đúng hạn theo xã, phường"),
    ],
  },
  {
    key: "electricity-procedures",
    lead: "SCT",
    content:
      "Rà soát, đề xuất cắt giảm thời gian giải quyết thủ tục hành chính lĩnh vực điện lực, hóa chất",
    area: "procedures",
    deliverable: "Báo cáo đề xuất",
    leader: "deputy",
    ago: 1,
    by: "deputy",
    due: { on: days.inDays(18) },
    steps: [],
  },
  {
    key: "building-permits",
    lead: "SXD",
    withGroup: "communes",
    content: "Rút ngắn thời gian cấp giấy phép xây dựng nhà ở riêng lẻ xuống còn 10 ngày làm việc",
    area: "procedures",
    source: { document: "directive", clause: "7" },
    deliverable: "Quy trình nội bộ sửa đổi",
    ago: 52,
    due: { on: days.inDays(-7) },
    steps: [
      received(50),
      reported(22, 50, "đã thống nhất quy trình với 14 phường"),
      nudged(10),
      submitted(4, "quy trình mới áp dụng từ đầu tháng"),
    ],
  },
  {
    key: "land-backlog",
    lead: "SNNMT",
    withGroup: "communes",
    content:
      "Giải quyết dứt điểm hồ sơ đất đai quá hạn tồn đọng tại Bộ phận Một cửa, xin lỗi bằng văn bản đối với hồ sơ trễ hạn",
    area: "procedures",
    source: { document: "directive", clause: "6.a" },
    deliverable: "Báo cáo kết quả xử lý từng hồ sơ",
    leader: "chairman",
    ago: 55,
    due: { on: days.inDays(-10) },
    steps: [
      received(53),
      reported(30, 35, "đã giải quyết 412/1.180 hồ sơ"),
      reported(13, 50, "đã giải quyết 604/1.180 hồ sơ"),
      nudged(8),
      askedWhy(
        5,
        "Vì sao còn hơn một nửa số hồ sơ tồn đọng chưa được giải quyết? Đề nghị nêu lộ trình từng tuần.",
        days.inWorkingDays(1),
      ),
    ],
  },
  {
    key: "religious-gatherings",
    lead: "SDTTG",
    content: "Đơn giản hóa thủ tục đăng ký sinh hoạt tôn giáo tập trung, giảm thành phần hồ sơ",
    area: "procedures",
    source: { document: "plan", clause: "II.2.d" },
    deliverable: "Quyết định sửa đổi quy trình nội bộ",
    ago: 88,
    due: { on: days.inDays(-30) },
    steps: [
      received(86),
      reported(45, 30, "đã khảo sát 6 xã"),
      nudged(24),
      askedWhy(20, "Đề nghị giải trình nguyên nhân chậm.", days.ago(15)),
      explained(
        16,
        "Chờ Bộ Dân tộc và Tôn giáo trả lời về thành phần hồ sơ; dự kiến xong trong tháng tới.",
      ),
    ],
  },
];

const ofPlaces = ({ days, commune, ward }: Scene): SingleDraft[] => [
  {
    key: "one-stop-shop",
    lead: commune,
    content:
      "Bố trí lại Trung tâm Phục vụ hành chính công xã, bảo đảm đủ quầy tiếp nhận và lối đi cho người khuyết tật",
    area: "procedures",
    source: { document: "directive", clause: "9.a" },
    deliverable: "Biên bản nghiệm thu",
    ago: 27,
    by: "clerk",
    due: { on: days.inWorkingDays(3) },
    steps: [received(26), reported(11, 55, "đã lắp 4/6 quầy, đang làm lối đi")],
  },
  {
    key: "results-by-post",
    lead: ward,
    content: "Thí điểm trả kết quả thủ tục hành chính tại nhà qua dịch vụ bưu chính công ích",
    area: "procedures",
    source: { document: "plan", clause: "II.2.e" },
    deliverable: "Báo cáo sơ kết thí điểm",
    ago: 66,
    due: { on: days.ago(19) },
    steps: [
      received(65),
      reported(35, 50, "đã trả 126 kết quả tại nhà"),
      submitted(20, "đã trả 311 kết quả, 98% hài lòng"),
      by("clerk", confirmed(18)),
    ],
  },
  {
    key: "driver-health",
    lead: "SYT",
    with: ["SKHCN"],
    content:
      "Liên thông kết quả khám sức khỏe lái xe phục vụ cấp đổi giấy phép lái xe trực tuyến toàn trình",
    area: "procedures",
    source: { document: "plan", clause: "II.2.c" },
    deliverable: "Biên bản kết nối, vận hành",
    ago: 48,
    due: { on: days.inDays(-3) },
    steps: [
      received(47),
      reported(19, 60, "đã liên thông 7/11 cơ sở khám sức khỏe"),
      blocked(
        5,
        "4 cơ sở tư nhân chưa có chữ ký số nên chưa đẩy được dữ liệu; đề nghị hướng dẫn nguồn kinh phí",
      ),
    ],
  },
];

export const procedures = (scene: Scene): SingleDraft[] => [
  ...ofTheProvince(scene),
  ...ofPlaces(scene),
];
