// The role table itself: who gets what done by which line, in a private chat and in a registered
// group. What is not said to be allowed is denied.
/** The people of the table. NV-001…NV-003 are led by STC, NV-004 by SNV; STP coordinates NV-001. */
export const people = [
  "own", // official of STC, which leads
  "coord", // official of STP, which coordinates NV-001
  "other", // official of SYT
  "head", // head of STC
  "secretary", // secretariat, of SNV
  "leader",
  "admin",
  "stranger",
] as const;
export type Name = (typeof people)[number];

export const everybody: Name[] = ["own", "coord", "other", "head", "secretary", "leader", "admin"];
const insiders: Name[] = ["own", "coord", "other", "head", "secretary", "leader"];

export type Row = [line: string, done: RegExp, who: Name[]];

/** Line, what the answer of whoever may looks like, and who may. */
export const table: Row[] = [
  // Content: the agencies that lead or coordinate, the secretariat, leaders.
  ["/viec", /Việc đang thực hiện/, insiders],
  ["/viec NV-001", /Bí mật của STC/, ["own", "coord", "head", "secretary", "leader"]],
  ["/viec NV-002", /Việc hai/, ["own", "head", "secretary", "leader"]],
  ["/viec NV-003", /Hạn chế ba/, ["own", "head", "secretary", "leader"]],
  ["/viec STC", /Việc đang thực hiện/, ["own", "head", "secretary", "leader"]],
  ["/quahan", /Việc quá hạn/, insiders],
  ["/quahan STC", /Việc quá hạn · Sở Tài chính/, ["own", "head", "secretary", "leader"]],
  ["/denhan", /Việc sắp đến hạn/, insiders],
  ["/tep NV-001", /chưa có tệp/, ["own", "coord", "head", "secretary", "leader"]],
  // Figures: every bound person.
  ["/xephang", /Kết quả thực hiện nhiệm vụ/, everybody],
  ["/coquan STC", /Sở Tài chính/, everybody],
  // Verbs that submit: the own agency.
  ["/nhan NV-001", /đã nhận NV-001/, ["own", "head"]],
  ["/phutrach NV-001 tôi", /nay do (own|head) phụ trách/, ["own", "head"]],
  ["/khongdung NV-001", /không có nội dung nào được nhập hộ/, ["own", "head"]],
  ["/tiendo NV-001 50%", /Đã ghi tiến độ/, ["own", "head", "secretary"]],
  ["/hoanthanh NV-001 xong", /Đã nộp kết quả/, ["own", "head", "secretary"]],
  // Verbs that decide: never about the own agency.
  ["/xacnhan NV-002 STC", /Đã xác nhận/, ["secretary", "leader"]],
  ["/xacnhan NV-004 SNV", /Đã xác nhận/, ["leader"]],
  ["/tralai NV-002 STC thiếu", /Đã trả lại/, ["secretary", "leader"]],
  ["/tralai NV-004 SNV thiếu", /Đã trả lại/, ["leader"]],
  ["/choxuly", /Chờ quyết định|Kết quả chờ xác nhận|Không có việc/, ["secretary", "leader"]],
  ["/xacnhan NV-002 tất cả", /^Xác nhận 1 kết quả của NV-002/, ["secretary", "leader"]],
  ["/xacnhan NV-004 tất cả", /^Xác nhận 1 kết quả của NV-004/, ["leader"]],
  ["/chuabaocao NV-001", /^NV-001: 1\/1 cơ quan chưa báo cáo/, ["secretary", "leader"]],
  ["/dondoc NV-001 STC", /^Đã đôn đốc Sở Tài chính về NV-001/, ["secretary", "leader"]],
  // Extensions, blockers, explanations. NV-006 has one of each.
  ["/giahan NV-005 15/12 chờ", /Đã gửi đề nghị gia hạn/, ["own", "head", "secretary"]],
  ["/duyet NV-006 STC theo 45/UBND-NC ngày 3/11", /Đã gia hạn/, ["secretary", "leader"]],
  ["/tuchoi NV-006 STC phải xong", /^Không gia hạn NV-006/, ["secretary", "leader"]],
  ["/vuongmac NV-005 thiếu mẫu", /Đã ghi vướng mắc/, ["own", "head", "secretary"]],
  ["/traloi VM-1 dùng mẫu cũ", /Đã gửi trả lời VM-1/, ["secretary", "leader"]],
  ["/giaitrinh NV-005 STC", /Đã gửi yêu cầu giải trình/, ["secretary", "leader"]],
  ["/traloi GT-1 vì bận", /Đã (gửi|nhập hộ) giải trình/, ["own", "head", "secretary"]],
  ["/dong VM-1", /Đã đóng vướng mắc/, ["own", "head", "secretary", "leader"]],
  ["/dong GT-1", /Đã đóng yêu cầu/, ["secretary", "leader"]],
  // Registering.
  ["/giao STC: Việc mới; hạn 30/11", /Sở Tài chính|STC/, ["own", "head", "secretary", "leader"]],
  [
    "/giao SYT: Việc mới; hạn 30/11",
    /Giao nhiệm vụ|Đề xuất nhiệm vụ/,
    ["other", "secretary", "leader"],
  ],
  // Changing the register: never what moves the own agency's figures. NV-004 is the secretariat's own.
  ["/sua NV-001 ghi chú: gấp", /Ghi chú: .*gấp/, ["secretary", "leader"]],
  ["/sua NV-005 hạn 25/11 theo 45/UBND-NC", /→ 25\/11\/2026/, ["secretary", "leader"]],
  ["/sua NV-004 hạn 25/11 theo 45/UBND-NC", /→ 25\/11\/2026/, ["leader"]],
  ["/huy NV-001 hết việc", /^Hủy NV-001/, ["secretary", "leader"]],
  ["/tamdung NV-001 chờ Bộ", /^Đã tạm dừng NV-001/, ["secretary", "leader"]],
  ["/tieptuc NV-001", /đang ở trạng thái “mới giao”/, ["secretary", "leader"]],
  ["/chuyen NV-005 sang SYT theo 45/UBND-NC", /^Chuyển NV-005: /, ["secretary", "leader"]],
  ["/chuyen NV-005 sang SNV theo 45/UBND-NC", /^Chuyển NV-005: /, ["leader"]],
  ["/lichsu NV-001", /^Diễn biến NV-001/, ["own", "coord", "head", "secretary", "leader"]],
  ["/lichsu NV-002", /^Diễn biến NV-002/, ["own", "head", "secretary", "leader"]],
  // The secretariat's and the administrator's.
  ["/nhap", /tệp|CSV|XLSX/i, ["secretary", "admin"]],
  // Directives: whoever may register tasks.
  ["/docvanban", /gửi tệp văn bản/, ["secretary", "leader"]],
  ["/vanban", /không có văn bản nào đang xem/, ["secretary", "leader"]],
  ["/duthao VB-1 bỏ", /Không có văn bản VB-1/, ["secretary", "leader"]],
  ["/moi cán bộ STP", /Thư mời/, ["secretary", "admin"]],
  ["/moi quản trị", /Thư mời/, ["admin"]],
  ["/moi tất cả các xã chưa có người", /^Tạo 2 thư mời/, ["secretary", "admin"]],
  ["/xuat csv", /^Tất cả nhiệm vụ: \d+ nhiệm vụ/, ["own", "head", "secretary", "leader"]],
  ["/xuat STC csv", /Sở Tài chính: \d+ nhiệm vụ/, ["own", "head", "secretary", "leader"]],
  ["/bantin", /^TÌNH HÌNH THỰC HIỆN/, ["secretary", "leader"]],
  ["/dang 2026-W47", /Không có bảng xếp hạng/, ["secretary"]],
  ["/xemtruoc", /^Xem trước bảng xếp hạng/, ["secretary"]],
  // Rankings: one's own agency says what is not right in them.
  ["/kiennghi 2026-W47 sai", /2026-W47 chưa công bố/, ["own", "coord", "other", "head"]],
  ["/sapxep", /Chưa có việc sắp xếp/, ["secretary", "admin"]],
  [
    "/sapxep sáp nhập SYT vào STP theo 45/QĐ-UBND ngày 3/11/2026 từ 1/12/2026",
    /Sở Y tế sáp nhập vào Sở Tư pháp/,
    ["secretary", "admin"],
  ],
  ["/caidat", /Mỗi người nhận tối đa 3 tin/, ["secretary", "admin"]],
  ["/caidat tin mỗi ngày 5", /Đã đổi/, ["secretary", "admin"]],
  // Everybody's own.
  ["/toi", /Anh\/chị là/, everybody],
  ["/vangmat", /chưa ghi ngày vắng/, everybody],
  ["/vangmat của own ngày mai thay bởi head", /^Đã ghi: own vắng/, ["secretary", "admin"]],
  ["/trogiup", /Các lệnh/, everybody],
  ["/guilai", /Không có tin nào/, everybody],
  ["/dongy", /không có biểu mẫu/, everybody],
  ["/thoi", /không có biểu mẫu/, everybody],
  ["/start", /Chào/, everybody],
  ["/nhom", /Đã đăng ký/, []],
];

/** What a group that is registered may get, and by whom; everything else is not for groups. */
export const groupTable: Row[] = [
  ["/xephang", /Kết quả thực hiện nhiệm vụ/, everybody],
  ["/coquan STC", /Sở Tài chính/, everybody],
  ["/viec NV-002", /Việc hai/, ["own", "head", "secretary", "leader"]],
  ["/quahan STC", /Việc quá hạn/, ["own", "head", "secretary", "leader"]],
  ["/denhan", /Việc sắp đến hạn/, insiders],
  ["/viec", /Việc đang thực hiện/, insiders],
  ["/nhan NV-001", /đã nhận NV-001/, ["own", "head"]],
  ["/phutrach NV-001 tôi", /^Đã ghi người phụ trách NV-001\.$/, ["own", "head"]],
  ["/khongdung NV-001", /nhập hộ/, []],
  ["/vangmat", /chưa ghi ngày vắng/, []],
  ["/tiendo NV-001 50%", /Đã ghi tiến độ/, ["own", "head", "secretary"]],
  ["/hoanthanh NV-001 xong", /Đã nộp kết quả/, ["own", "head", "secretary"]],
  ["/nhom", /Đã đăng ký/, ["secretary", "admin"]],
  ["/toi", /Anh\/chị là/, everybody],
  ["/trogiup", /Các lệnh/, everybody],
  ["/dongy", /không có biểu mẫu/, everybody],
  ["/thoi", /không có biểu mẫu/, everybody],
  ["/giahan NV-005 15/12 chờ", /Đã gửi đề nghị gia hạn/, ["own", "head", "secretary"]],
  ["/vuongmac NV-005 thiếu mẫu", /Đã ghi vướng mắc/, ["own", "head", "secretary"]],
  ["/duyet NV-006 STC theo 45/UBND-NC ngày 3/11", /Đã gia hạn/, []],
  ["/tuchoi NV-006 STC phải xong", /Không gia hạn/, []],
  ["/traloi VM-1 dùng mẫu cũ", /Đã gửi trả lời/, []],
  ["/giaitrinh NV-005 STC", /Đã gửi yêu cầu/, []],
  ["/dong VM-1", /Đã đóng/, []],
  ["/xacnhan NV-002 STC", /Đã xác nhận/, []],
  ["/tralai NV-002 STC thiếu", /Đã trả lại/, []],
  ["/giao STC: Việc mới; hạn 30/11", /Giao nhiệm vụ/, []],
  ["/sua NV-001 ghi chú: gấp", /gấp/, []],
  ["/huy NV-001 hết việc", /^Hủy NV-001/, []],
  ["/tamdung NV-001 chờ Bộ", /Đã tạm dừng/, []],
  ["/tieptuc NV-001", /mới giao/, []],
  ["/chuyen NV-005 sang SYT theo 45/UBND-NC", /^Chuyển/, []],
  ["/lichsu NV-002", /^Diễn biến NV-002/, ["own", "head", "secretary", "leader"]],
  ["/choxuly", /Kết quả chờ/, []],
  ["/chuabaocao NV-001", /chưa báo cáo \(|1\/1/, []],
  ["/dondoc NV-001 STC", /Đã đôn đốc/, []],
  ["/nhap", /tệp/, []],
  ["/docvanban", /tệp văn bản/, []],
  ["/vanban", /đang xem/, []],
  ["/duthao VB-1 bỏ", /Không có văn bản/, []],
  ["/moi cán bộ STP", /Thư mời/, []],
  ["/xuat", /Tất cả nhiệm vụ/, []],
  ["/bantin", /^TÌNH HÌNH THỰC HIỆN/, ["secretary", "leader"]],
  ["/dang", /xếp hạng/, []],
  ["/xemtruoc", /Xem trước bảng/, []],
  ["/kiennghi 2026-W47 sai", /chưa công bố/, []],
  ["/sapxep", /Chưa có việc sắp xếp/, []],
  ["/caidat", /Mỗi người nhận tối đa/, []],
  ["/guilai", /Không có tin nào/, []],
  ["/tep NV-001", /chưa có tệp/, []],
  ["/start", /Chào/, []],
];
