// Who has it in hand: an agency receives its tasks, says who holds them, and somebody stands in on
// days of leave. Friday 20/11/2026; Tuesday 24/11 is a day off.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const open = async (at = "2026-11-20T12:00"): Promise<Province> => {
  const province = await openProvince({ at });
  onTestFinished(() => province.close());
  return province;
};

it("an agency says that it has received its tasks: by a tap, by a word, all at once", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.person("official", "STC", "Lan");
  await plant(province, "STC", "Công khai ngân sách", { dueOn: "2026-12-15" });
  await plant(province, "STC", "Rà soát phí");
  await plant(province, "STP", "Việc của Tư pháp");

  // Assigned on 2/11: long past the two working days.
  await secretary.asks("/choxuly chưa nhận", /NV-001.*NV-002.*NV-003/s);
  await official.asks("/choxuly", /^Lệnh \/choxuly dành cho/);

  await secretary.asks("/giao STC: Lập dự toán; hạn 15/12", /xin kiểm tra/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(/Đã ghi nhận NV-004/);
  const card = await official.hears(/nhiệm vụ mới.*NV-004/s);
  expect(card.buttons).toEqual(["Đã nhận", "Báo tiến độ", "Nộp kết quả"]);
  await card.button("Đã nhận").click();
  const received = await official.hears("Đã ghi nhận: Sở Tài chính đã nhận NV-004.");
  expect(received.buttons).toEqual(["Tôi phụ trách", "Báo tiến độ"]);
  await card.expectEdit(/Trạng thái: đã nhận/);
  expect(card.buttons).toEqual(["Tôi phụ trách", "Báo tiến độ", "Nộp kết quả"]);
  await official.asks("/nhan NV-004", "NV-004 đã được nhận trước đó, hiện “đã nhận”.");

  const list = await official.asks(
    "/nhan",
    /Nhiệm vụ chưa nhận \(2\).*NV-001 Công khai ngân sách.*NV-002 Rà soát phí/s,
  );
  expect(list.buttons).toEqual(["Đã nhận NV-001", "Đã nhận NV-002", "Đã nhận tất cả"]);
  await list.button("Đã nhận NV-001").click();
  await official.hears("Đã ghi nhận: Sở Tài chính đã nhận NV-001.");
  await official.asks("/nhan abc", /^Chưa hiểu “abc”.*\/nhan NV-012\s+Nhiệm vụ chưa nhận \(1\)/s);
  await official.asks("đã nhận tất cả", /^Có phải anh\/chị muốn dùng/);
  await official.taps(/nhan/);
  await official.hears("Đã ghi nhận: cơ quan anh/chị đã nhận 1 nhiệm vụ.");
  await official.asks("/nhan", "Cơ quan anh/chị đã nhận tất cả nhiệm vụ.");
  await official.asks("/nhan NV-003", /^Không tìm thấy nhiệm vụ NV-003/);
  await secretary.asks("/nhan NV-003", /^Lệnh \/nhan dành cho cán bộ đầu mối, lãnh đạo cơ quan/);
  const kinds = await db.taskEvent.groupBy({ by: ["kind"], _count: true });
  expect(kinds.find(({ kind }) => kind === "received")?._count).toBe(3);
  await secretary.asks(
    "/choxuly chưa nhận",
    (text) => /NV-003/.test(text) && !/NV-00[124]/.test(text),
  );
});

it("a holder is named inside the agency, hears of it, and is the one who is reminded", async () => {
  const province = await open("2026-11-20T12:00");
  const head = await province.person("head", "STC", "Nguyễn Thị Hương");
  const lan = await province.person("official", "STC", "Trần Thị Lan");
  const nam = await province.person("official", "STC", "Lê Văn Nam");
  const other = await province.person("official", "STP", "Phạm Thu");
  await plant(province, "STC", "Công khai ngân sách", { dueOn: "2026-11-27" });
  await plant(province, "STC", "Rà soát phí", { dueOn: "2026-12-15" });

  await lan.asks("/nhan tất cả", /đã nhận 2 nhiệm vụ/);
  // A half sentence goes on, after a restart; "tôi" is an answer, not a command.
  const question = await lan.asks("/phutrach NV-001", /^Ai phụ trách NV-001\?/);
  expect(question.buttons).toEqual(["Lê Văn Nam", "Nguyễn Thị Hương", "Trần Thị Lan"]);
  await province.restart();
  await lan.asks("chị Bích", /^Chưa thấy ai tên “chị Bích” trong số/);
  await lan.asks("tôi", "NV-001 nay do Trần Thị Lan phụ trách.");
  await lan.asks("/viec NV-001", /Người phụ trách: Trần Thị Lan/);
  await lan.asks("/viec của tôi", /Việc đang thực hiện · Việc tôi phụ trách \(1\)\s+• NV-001/);
  await nam.asks("/viec cua toi", /Việc tôi phụ trách \(0\)/);
  await lan.asks("/phutrach NV-001 toi", "NV-001 đang do Trần Thị Lan phụ trách rồi.");

  // A colleague takes nothing out of somebody's hands; who holds it, or the head, passes it on.
  await nam.asks(
    "/phutrach NV-001 tôi",
    /^NV-001 đang do Trần Thị Lan phụ trách\. Chuyển cho người khác do Trần Thị Lan hoặc lãnh đạo/,
  );
  await other.asks("/phutrach NV-001 tôi", /^Không tìm thấy nhiệm vụ NV-001/);
  await lan.asks("/phutrach NV-001 anh Namm", /“anh Namm” hiểu là Lê Văn Nam\.\s+NV-001 nay do Lê/);
  const card = await nam.hears(/^Trần Thị Lan giao anh\/chị phụ trách NV-001:\s+NV-001 · Sở Tài/);
  expect(card.text).toMatch(/Người phụ trách: Lê Văn Nam/);

  // The head sees everything of the agency, and may name anybody.
  await head.asks("/viec", /Việc đang thực hiện \(2\)/);
  await head.asks("/phutrach NV-001 Phạm Thu", /^Chưa thấy ai tên “Phạm Thu”/);
  await head.asks("/phutrach NV-001 lan", "NV-001 nay do Trần Thị Lan phụ trách.");
  await lan.hears(/^Nguyễn Thị Hương giao anh\/chị phụ trách NV-001:/);
  await nam.hears("Nguyễn Thị Hương đã ghi: NV-001 nay do Trần Thị Lan phụ trách.");

  // The reminder goes to the holder alone.
  await province.forwardTo("2026-11-23T08:10");
  await lan.hears(/Nhắc hạn ngày 23\/11\/2026.*NV-001/s);
  await lan.asks("/phutrach NV-001 không", "NV-001 nay chưa có người phụ trách.");
});

it("on days of leave a substitute has the rights and gets the messages", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const lan = await province.person("official", "STC", "Trần Thị Lan");
  const nam = await province.person("official", "STC", "Lê Văn Nam");
  const outsider = await province.person("official", "STP", "Phạm Thu");
  await plant(province, "STC", "Công khai ngân sách", { dueOn: "2026-12-15" });
  await lan.asks("/nhan NV-001", /đã nhận NV-001/);
  await lan.asks("/phutrach NV-001 tôi", /do Trần Thị Lan phụ trách/);

  await lan.asks("/vangmat", /chưa ghi ngày vắng nào/);
  await lan.asks("/vangmat đi công tác", /^Chưa hiểu ngày vắng trong “đi công tác”/);
  await lan.asks("/vangmat 18/11/2026-25/11/2026 thay bởi Nam", /bắt đầu trước hôm nay/);
  await lan.asks("/vangmat 25/11-31/11 thay bởi Nam", /^Không có ngày này; gần nhất là 30\/11/);
  await lan.asks("/vangmat 25/11/2026-25/02/2027 thay bởi Nam", /dài hơn 60 ngày/);
  await lan.asks("/vangmat 3 ngày thay bởi Nam", /ghi cả ngày đầu và ngày cuối/);
  await lan.asks("/vangmat 25/11 thay bởi Phạm Thu", /không cùng cơ quan hoặc cùng vai trò/);
  await lan.asks("/vangmat 25/11 thay bởi Lan", /^Người thay phải là người khác/);

  // In three messages, over a restart.
  const who = await lan.asks(
    "/vangmat tu 25/11 den 27/11",
    /^Ai thay anh\/chị 25\/11\/2026–27\/11/,
  );
  expect(who.buttons).toEqual(["Lê Văn Nam"]);
  await province.restart();
  await lan.asks(
    "anh nam",
    /^Đã ghi: anh\/chị vắng 25\/11\/2026–27\/11\/2026, Lê Văn Nam thay\. Quyền và tin nhắn/,
  );
  await nam.hears(/^Anh\/chị thay Trần Thị Lan 25\/11\/2026–27\/11\/2026: /);
  await lan.asks("/vangmat 27/11 thay bởi Nam", /^Anh\/chị đã ghi vắng 25\/11\/2026–27\/11\/2026/);
  await nam.asks("/vangmat 26/11 thay bởi Lan", /^Trần Thị Lan cũng vắng 25\/11\/2026–27\/11/);
  await nam.asks("/vangmat", /Anh\/chị đang thay\s+• Trần Thị Lan, 25\/11\/2026–27\/11\/2026/);
  await lan.asks("/vangmat", /Anh\/chị vắng\s+• 25\/11\/2026–27\/11\/2026: Lê Văn Nam thay/);

  await province.forwardTo("2026-11-25T12:00");
  await nam.asks("/viec của tôi", /Việc tôi phụ trách \(1\)\s+• NV-001/);
  await secretary.asks("/tiendo NV-001 20% gọi điện", /Nhập hộ Sở Tài chính; cơ quan đã được báo/);
  await nam.hears(/^Hà đã nhập hộ Sở Tài chính cho NV-001/);
  await nam.asks("/phutrach NV-001 tôi", "NV-001 nay do Lê Văn Nam phụ trách.");
  await lan.hears(/^Lê Văn Nam đã ghi: NV-001 nay do Lê Văn Nam phụ trách\.$/);

  // Ended early: both hear of it.
  await lan.asks(
    "/vangmat hủy",
    /^Đã kết thúc lần vắng 25\/11\/2026–27\/11\/2026; Lê Văn Nam không còn/,
  );
  await nam.hears("Anh/chị không còn thay Trần Thị Lan (25/11/2026–27/11/2026).");
  await lan.asks("/vangmat hủy", "Anh/chị không có ngày vắng nào đang hoặc sắp tới.");

  // For somebody else: the secretariat, or the head of the agency.
  await outsider.asks(
    "/vangmat của Trần Thị Lan 26/11 thay bởi Nam",
    /^Ghi vắng mặt thay người khác/,
  );
  await secretary.asks(
    "/vangmat của Trần Thị Lan 26/11 thay bởi @khongco",
    /^Chưa thấy ai tên “@khongco”/,
  );
  await secretary.asks(
    "/vangmat của Trần Thị Lan ngày mai thay bởi Lê Văn Nam",
    /^Đã ghi: Trần Thị Lan vắng 26\/11\/2026, Lê Văn Nam thay/,
  );
  await lan.hears(/^Hà đã ghi anh\/chị vắng 26\/11\/2026, Lê Văn Nam thay\./);
  await nam.hears(/^Anh\/chị thay Trần Thị Lan 26\/11\/2026/);
  expect(await db.auditEntry.count({ where: { action: "name substitute" } })).toBe(2);
});

it("a secretary's substitute decides until the leave is over, and says so in /toi", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const colleague = await province.person("official", "SNV", "Đinh Bình");
  await plant(province, "STC", "Công khai", { dueOn: "2026-12-15", awaiting: true });

  await colleague.asks("/xacnhan NV-001", /^Lệnh \/xacnhan dành cho/);
  await secretary.asks("/vangmat hôm nay thay bởi Bình", /^Đã ghi: anh\/chị vắng 20\/11\/2026/);
  await colleague.hears(/^Anh\/chị thay Hà 20\/11\/2026/);
  await colleague.asks("/toi", /cơ quan thường trực – Sở Nội vụ \(thay Hà đến 20\/11\/2026\)/);
  await colleague.asks("/xacnhan NV-001", /Đã xác nhận NV-001 của Sở Tài chính/);
  await province.forwardTo("2026-11-21T12:00");
  await colleague.asks("/choxuly", /^Lệnh \/choxuly dành cho/);
});
