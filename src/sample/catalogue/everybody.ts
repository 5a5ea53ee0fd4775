// What all departments, or all communes, have to do, each for itself: the bulk of the figures.
import type { FanDraft, RecurringDraft } from "../plan/draft.ts";
import type { Scene } from "./scene.ts";

const TUESDAY = 2;
const WEDNESDAY = 3;

const ofDepartments = ({ days, thisYear }: Scene): FanDraft[] => [
  {
    key: "year-plans",
    group: "departments",
    content: `Ban hành kế hoạch cải cách hành chính năm ${thisYear} của cơ quan, đơn vị`,
    area: "direction",
    source: { document: "plan", clause: "III.1" },
    deliverable: "Kế hoạch",
    ago: 225,
    due: { on: days.ago(195) },
    notes: ["đang lấy ý kiến các phòng chuyên môn"],
    result: "đã ban hành kế hoạch",
  },
  {
    key: "internal-procedures",
    group: "departments",
    content: "Lập danh mục và quy trình giải quyết thủ tục hành chính nội bộ trong cơ quan",
    area: "procedures",
    source: { document: "directive", clause: "1.a" },
    deliverable: "Quyết định ban hành danh mục",
    ago: 82,
    due: { on: days.weeksAgo(7, TUESDAY) },
    notes: ["đã lập danh mục, đang vẽ quy trình", "đang lấy ý kiến các phòng"],
    result: "đã ban hành danh mục, quy trình",
  },
  {
    key: "heads-in-charge",
    group: "departments",
    content:
      "Phân công một cấp phó trực tiếp chỉ đạo, công khai đầu mối theo dõi cải cách hành chính",
    area: "direction",
    source: { document: "directive", clause: "1.b" },
    ago: 60,
    due: { on: days.weeksAgo(5, WEDNESDAY) },
    notes: ["đã trình lãnh đạo cơ quan"],
    result: "đã có thông báo phân công",
  },
  {
    key: "online-records",
    group: "departments",
    content: "Rà soát, bảo đảm 100% hồ sơ công việc được xử lý, ký số trên môi trường mạng",
    area: "digital-government",
    source: { document: "directive", clause: "1.c" },
    ago: 50,
    due: { on: days.weeksAgo(3, TUESDAY) },
    notes: ["đạt 92% hồ sơ", "đạt 96% hồ sơ", "đang thu hồi chữ ký số cũ"],
    result: "đạt 100% hồ sơ công việc ký số",
  },
  {
    key: "self-scoring",
    group: "departments",
    content:
      "Tự chấm điểm Chỉ số cải cách hành chính và cập nhật tài liệu kiểm chứng trên phần mềm",
    area: "direction",
    source: { document: "plan", clause: "III.2" },
    deliverable: "Bảng tự chấm điểm và tài liệu kiểm chứng",
    ago: 40,
    due: { on: days.weeksAgo(1, WEDNESDAY) },
    notes: [
      "đã chấm xong 5/8 lĩnh vực",
      "đang bổ sung tài liệu kiểm chứng",
      "đã nhập 60% tài liệu",
    ],
    result: "đã hoàn thành tự chấm điểm",
  },
  {
    key: "streamlining",
    group: "departments",
    content: "Báo cáo kết quả tinh giản biên chế và cơ cấu lại đội ngũ công chức, viên chức",
    area: "civil-service",
    source: { document: "directive", clause: "1.d" },
    ago: 13,
    due: { on: days.inDays(17) },
    notes: ["đang rà soát danh sách", "đã họp xét cấp phòng"],
    result: "đã gửi báo cáo",
  },
];

const ofCommunes = ({ days }: Scene): FanDraft[] => [
  {
    key: "communes-centres",
    group: "communes",
    content: "Kiện toàn Trung tâm Phục vụ hành chính công cấp xã, bố trí đủ công chức thường trực",
    area: "organisation",
    source: { document: "plan", clause: "III.3" },
    ago: 205,
    due: { on: days.ago(165) },
    notes: ["đang bố trí công chức"],
    result: "đã kiện toàn, có quyết định kèm theo",
  },
  {
    key: "communes-notices",
    group: "communes",
    content:
      "Niêm yết công khai đầy đủ thủ tục hành chính bằng mã QR tại trụ sở và nhà văn hóa thôn, tổ dân phố",
    area: "procedures",
    source: { document: "directive", clause: "9.c" },
    ago: 70,
    due: { on: days.weeksAgo(7, TUESDAY) },
    notes: ["đã in mã QR, đang niêm yết tại các thôn"],
    result: "đã niêm yết tại tất cả thôn, tổ dân phố",
  },
  {
    key: "communes-signatures",
    group: "communes",
    content: "Hỗ trợ người dân cài đặt, sử dụng định danh điện tử và chữ ký số cá nhân",
    area: "digital-government",
    source: { document: "directive", clause: "9.d" },
    ago: 62,
    due: { on: days.weeksAgo(5, TUESDAY) },
    notes: ["tổ công nghệ số cộng đồng đang đến từng nhà", "đạt hai phần ba chỉ tiêu"],
    result: "đạt chỉ tiêu được giao",
  },
  {
    key: "communes-survey",
    group: "communes",
    content:
      "Khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính",
    area: "direction",
    source: { document: "plan", clause: "III.4" },
    deliverable: "Phiếu khảo sát và bảng tổng hợp",
    ago: 45,
    due: { on: days.weeksAgo(3, TUESDAY) },
    notes: ["đã phát phiếu, đang thu về", "đã thu hơn một nửa số phiếu"],
    result: "đã gửi đủ phiếu khảo sát",
  },
  {
    key: "communes-feedback",
    group: "communes",
    content:
      "Công khai số điện thoại, thư điện tử tiếp nhận phản ánh, kiến nghị; trả lời người dân trong 5 ngày làm việc",
    area: "civil-service",
    source: { document: "directive", clause: "9.g" },
    ago: 34,
    due: { on: days.weeksAgo(1, TUESDAY) },
    notes: [
      "đã công khai tại trụ sở, đang cập nhật lên trang thông tin",
      "đang phân công người trực",
    ],
    result: "đã công khai và phân công người trực",
  },
  {
    key: "communes-appointments",
    group: "communes",
    content: "Triển khai đặt lịch làm việc trực tuyến tại Trung tâm Phục vụ hành chính công cấp xã",
    area: "procedures",
    source: { document: "directive", clause: "9.đ" },
    ago: 12,
    by: "clerk",
    due: { on: days.inDays(13) },
    notes: [
      "đã cài đặt, đang hướng dẫn công chức",
      "đang thử nghiệm",
      "chờ đơn vị cung cấp phần mềm",
    ],
    result: "đã triển khai đặt lịch trực tuyến",
  },
];

export const fans = (scene: Scene): FanDraft[] => [...ofDepartments(scene), ...ofCommunes(scene)];

export const recurring: readonly RecurringDraft[] = [
  {
    key: "monthly-of-departments",
    leads: "departments",
    content: "Báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính hằng tháng của sở, ban, ngành",
    area: "direction",
    source: { document: "plan", clause: "IV.1" },
    ago: 218,
    phrase: "chậm nhất ngày 20 hằng tháng",
    result: "báo cáo tháng",
  },
  {
    key: "monthly-of-communes",
    leads: "communes",
    content:
      "Báo cáo số liệu tiếp nhận, giải quyết thủ tục hành chính hằng tháng của xã, phường, đặc khu",
    area: "procedures",
    source: { document: "directive", clause: "9.e" },
    ago: 112,
    by: "clerk",
    phrase: "chậm nhất ngày 18 hằng tháng",
    result: "báo cáo số liệu tháng",
  },
  {
    key: "quarterly-of-areas",
    leads: ["VPUBND", "SNV", "STC", "STP", "SKHCN"],
    content: "Báo cáo kết quả cải cách hành chính theo lĩnh vực được phân công theo dõi",
    area: "direction",
    source: { document: "plan", clause: "IV.2" },
    ago: 216,
    phrase: "hàng quý, 6 tháng, năm",
    result: "báo cáo định kỳ theo lĩnh vực",
  },
];
