// Cải cách thể chế.
import type { SingleDraft } from "../plan/draft.ts";
import {
  answered,
  blocked,
  confirmed,
  held,
  received,
  reported,
  submitted,
  unblocked,
} from "../plan/steps.ts";
import type { Scene } from "./scene.ts";

export const institutions = ({ days }: Scene): SingleDraft[] => [
  {
    key: "review-of-law",
    lead: "STP",
    with: ["SNV", "VPUBND"],
    withGroup: "departments",
    content:
      "Rà soát văn bản quy phạm pháp luật của tỉnh không còn phù hợp với mô hình chính quyền địa phương 02 cấp, đề xuất sửa đổi, bổ sung hoặc bãi bỏ",
    area: "institutions",
    source: { document: "directive", clause: "4.a" },
    deliverable: "Danh mục văn bản và dự thảo quyết định của UBND tỉnh",
    leader: "chairman",
    ago: 58,
    due: { on: days.inDays(12) },
    steps: [
      received(57),
      held(56, "stp"),
      reported(40, 20, "đã lập danh mục 87 văn bản cần rà soát"),
      reported(
        21,
        45,
        "đã rà soát 64/87 văn bản, đang lấy ý kiến các sở về 19 văn bản đề nghị bãi bỏ",
      ),
      reported(6, 60, "các sở đã có ý kiến với 15/19 văn bản"),
    ],
  },
  {
    key: "law-in-practice",
    lead: "STP",
    with: ["SNNMT"],
    content:
      "Báo cáo kết quả theo dõi tình hình thi hành pháp luật lĩnh vực trọng tâm: cấp giấy chứng nhận quyền sử dụng đất",
    area: "institutions",
    source: { document: "plan", clause: "II.1.c" },
    deliverable: "Báo cáo trình UBND tỉnh",
    ago: 36,
    by: "clerk",
    due: { on: days.inDays(-1) },
    steps: [
      received(35),
      reported(20, 40, "đã nhận báo cáo của 31 xã, phường"),
      reported(8, 75, "đang tổng hợp, còn thiếu số liệu của Văn phòng Đăng ký đất đai"),
    ],
  },
  {
    key: "electronic-appraisal",
    lead: "STP",
    with: ["SKHCN"],
    content:
      "Ban hành quy trình thẩm định văn bản quy phạm pháp luật theo trình tự rút gọn trên môi trường điện tử",
    area: "institutions",
    source: { document: "plan", clause: "II.1.b" },
    deliverable: "Quyết định của Giám đốc Sở Tư pháp",
    ago: 45,
    due: { on: days.inDays(4) },
    steps: [
      received(44),
      reported(18, 70, "dự thảo đã lấy ý kiến các sở, đang tiếp thu"),
      submitted(4, "đã ban hành quy trình, áp dụng từ đầu tháng sau", {
        file: "quy-trinh-tham-dinh",
      }),
    ],
  },
  {
    key: "civil-status-guidance",
    lead: "STP",
    withGroup: "communes",
    content:
      "Hướng dẫn UBND cấp xã thực hiện đăng ký hộ tịch, chứng thực theo thẩm quyền được phân cấp",
    area: "institutions",
    source: { document: "directive", clause: "4.b" },
    deliverable: "Văn bản hướng dẫn và tài liệu hỏi đáp",
    ago: 75,
    due: { on: days.ago(26) },
    steps: [
      received(74),
      blocked(62, "phần mềm hộ tịch chưa phân quyền ký số cho công chức cấp xã"),
      answered(
        60,
        "Cục Hành chính tư pháp đã cấp quyền theo danh sách; đề nghị Sở gửi danh sách bổ sung",
      ),
      unblocked(57),
      reported(40, 60, "đã tập huấn cho 45/60 xã, phường, đặc khu"),
      submitted(28, "đã ban hành hướng dẫn, kèm 42 câu hỏi đáp"),
      confirmed(26),
    ],
  },
  {
    key: "industrial-clusters",
    lead: "SCT",
    with: ["STP", "SXD"],
    content: "Trình UBND tỉnh ban hành Quy định quản lý cụm công nghiệp trên địa bàn tỉnh",
    area: "institutions",
    source: { document: "plan", clause: "II.1.d" },
    deliverable: "Quyết định của UBND tỉnh",
    ago: 96,
    due: { on: days.ago(41) },
    steps: [
      received(95),
      reported(60, 50, "đã gửi thẩm định"),
      submitted(33, "đã trình theo hồ sơ hoàn chỉnh sau thẩm định"),
      confirmed(31),
    ],
  },
  {
    key: "legal-database",
    lead: "STP",
    with: ["SKHCN"],
    content: "Cập nhật đầy đủ văn bản của tỉnh lên Cơ sở dữ liệu quốc gia về pháp luật",
    area: "institutions",
    source: { document: "plan", clause: "II.1.a" },
    deliverable: "Báo cáo kết quả cập nhật",
    ago: 31,
    due: { on: days.inDays(9) },
    steps: [received(30), reported(9, 85, "đã cập nhật 1.240/1.312 văn bản")],
  },
];
