// Files: with a report, as an album, given back byte for byte, refused kindly; and the tracking
// sheet that comes in as one.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { bytesOf, named } from "#test/support/received-files.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  onTestFinished(() => province.close());
  return province;
};

it("come with a caption or as one album, and are given back byte for byte", async () => {
  const province = await open();
  const { db } = province;
  const official = await province.official("STC");
  const coordinating = await province.official("STP");
  const outsider = await province.official("SYT");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27", coordinating: ["STP"] });
  const data = Buffer.from("%PDF-1.7\r\n\0\xff\x01\xfe", "latin1");
  await official.attaches("Báo cáo số 1.pdf", data, "/tiendo nv1 60% kèm dự thảo");
  await official.hears("Đã ghi tiến độ NV-001: 60%, kèm 1 tệp.");
  official.room.sendAlbum(["a.txt", "b.csv", "c.txt"], "/tiendo NV-001 80%");
  await official.hears("Đã ghi tiến độ NV-001: 80%, kèm 3 tệp.");
  expect(await db.progress.count()).toBe(2);

  await official.asks("/tep NV-001", "NV-001: 4 tệp.");
  for (const name of ["a.txt", "b.csv", "c.txt"]) {
    const file = await official.hears(named(name));
    expect((await bytesOf(province, file)).toString()).toBe(name);
  }
  expect(await bytesOf(province, await official.hears(named("Báo cáo số 1.pdf")))).toEqual(data);

  // Without the channel's handles they come from the database, the same to the byte.
  await db.fileCache.deleteMany();
  await coordinating.asks("/tep NV-001", "NV-001: 4 tệp.");
  for (const name of ["a.txt", "b.csv", "c.txt"]) await coordinating.hears(named(name));
  expect(await bytesOf(province, await coordinating.hears(named("Báo cáo số 1.pdf")))).toEqual(
    data,
  );
  await outsider.asks("/tep NV-001", "Không tìm thấy nhiệm vụ NV-001 trong phạm vi của anh/chị.");
});

it("are refused with a sentence where they are programs or too big, or for nobody knows what", async () => {
  const province = await open();
  const { db } = province;
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
  await official.attaches("may-tinh.exe", "MZ", "/tiendo NV-001 60%");
  await official.hears(
    /^Không nhận được tệp “may-tinh\.exe”: không thuộc các loại tệp được nhận\. Trợ lý nhận PDF,.*lệnh chưa được thực hiện/,
  );
  await official.attaches(
    "quá to.pdf",
    Buffer.alloc(20 * 1024 * 1024 + 1),
    "/hoanthanh NV-001 xong",
  );
  await official.hears(/^Không nhận được tệp “quá to\.pdf”: lớn hơn 20 MB/);
  expect(await db.progress.count()).toBe(0);
  expect(await db.result.count()).toBe(0);
  await official.attaches("gì đây.pdf", "%PDF-1.4 x", "");
  await official.hears(/^Đã nhận 1 tệp\. Tệp này dùng cho việc nào.*\/tiendo NV-012 70%/s);
  await official.attaches("gì đây.pdf", "%PDF-1.4 x", "NV-001");
  await official.hears(/^Đã nhận 1 tệp\. Tệp này dùng cho việc nào/);
  expect(await db.attachment.count()).toBe(0);
});

const HEADER =
  "STT,Nội dung nhiệm vụ,Số/ký hiệu văn bản,Ngày ban hành,Thời hạn hoàn thành,Chủ trì thực hiện,Đơn vị phối hợp,Lãnh đạo phụ trách,Tiến độ (%),Trạng thái,Kết quả xử lý,Ghi chú\n";
const GOOD = `${HEADER}1,Lập danh mục,8/KH-UBND,2/11/2026,30/11/2026,Sở Nội vụ,,,,,,\n2,Báo cáo năm,8/KH-UBND,2/11/2026,15/12/2026,"Các sở, ban, ngành",,,,,,\n`;
const BAD = `${HEADER}1,Lập danh mục,8/KH-UBND,2/11/2026,30/11/2026,Sở Gió,,,,,,\n2,Báo cáo,8/KH-UBND,2/11/2026,15/12/2026,Sở Mây,,,,,,\n3,Họp,8/KH-UBND,2/11/2026,15/12/2026,Sở Tài chính,,,,,,\n`;

it("bring a whole sheet in: by caption or by questions, all or nothing, and never twice", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");

  await secretary.attaches("so.csv", BAD, "/nhap UBND tỉnh");
  const errors = await secretary.hears(/Sở Mây/);
  expect(errors.text).toMatch(/sổ còn 2 chỗ cần sửa.*Dòng 2.*“Sở Gió”.*Dòng 3.*“Sở Mây”/s);
  expect(await db.task.count()).toBe(0);

  // By questions: the file, then who issued the documents, then the reading shown.
  await secretary.asks("thôi", /Đã dừng/);
  await secretary.asks("/nhap", /^Xin gửi tệp sổ theo dõi .*Chủ trì thực hiện/s);
  await secretary.attaches("so.csv", GOOD, "");
  await secretary.hears(/do cơ quan nào ban hành\?/);
  await province.restart();
  await secretary.asks("UBND tỉnh", /2 nhiệm vụ/);
  expect(await db.task.count()).toBe(0);
  await secretary.taps(/Ghi nhận/);
  await secretary.hears("Đã ghi nhận 2 nhiệm vụ (NV-001 đến NV-002), 8 phân công chủ trì.");
  expect(await db.assignment.count({ where: { role: "lead" } })).toBe(8);

  await secretary.attaches("so.csv", GOOD, "/nhap UBND tỉnh");
  await secretary.hears("Không có gì mới: 2 nhiệm vụ trong tệp đã có trong sổ.");
  expect(await db.task.count()).toBe(2);
  await secretary.attaches(
    "anh.png",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    "/nhap UBND tỉnh",
  );
  await secretary.hears(/XLSX/);
});

it("a stranger's file is not kept, whatever it is", async () => {
  const province = await open();
  const stranger = province.stranger("Người lạ");
  await stranger.attaches("bao-cao.pdf", "%PDF-1.7", "/tiendo NV-001 50%");
  await stranger.hears(/^Xin chào\. Đây là trợ lý/);
  await stranger.attaches("virus.exe", "MZ", "xem giúp");
  await stranger.hears(/^Xin chào\. Đây là trợ lý/);
  expect(await province.db.blob.count()).toBe(0);
});
