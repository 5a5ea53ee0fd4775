// The weekly ranking on its way into a group: approved first or posted at once, moved by a day
// off, as a table where the server knows tables and as lines where it does not.
import { expect, it, onTestFinished, vi } from "vitest";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

const open = async (at: string, ignoreErrors?: RegExp): Promise<Province> => {
  const province = await openProvince({
    at,
    ...(ignoreErrors === undefined ? {} : { ignoreErrors }),
  });
  onTestFinished(() => province.close());
  return province;
};

it("is approved by whoever of the secretariat comes first, posted once, and compared next week", async () => {
  const province = await open("2026-11-20T09:00");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const other = await province.person("secretariat", "SNV", "Bình");
  const official = await province.official("STP");
  const group = province.server.createGroup({
    title: "Ban Chỉ đạo",
    members: [secretary.person, other.person, official.person],
  });
  const inGroup = secretary.in(group);
  await inGroup.asks("/nhom ban chỉ đạo duyệt trước", /xếp hạng tuần \(duyệt trước khi đăng\)/);
  await plant(province, "STC", "Chuyện kín của Sở", { dueOn: "2026-11-10", restricted: true });
  await plant(province, "STP", "Đúng hạn", { dueOn: "2026-11-20" });
  await plant(province, "STP", "Trễ", { dueOn: "2026-11-18" });
  await official.asks("/hoanthanh NV-002 xong", /Đã nộp/);
  await secretary.hears(/nộp kết quả NV-002/);
  await other.hears(/nộp kết quả NV-002/);
  await secretary.asks("/xacnhan NV-002", /Đã xác nhận/);
  await official.hears(/đã được xác nhận/);

  await province.forwardTo("2026-11-23T08:01");
  await official.hears(/Nhắc hạn.*NV-003/s);
  const preview = await secretary.hears(
    /^Bản xem trước kết quả kỳ 2026-W47, chờ đăng vào Ban Chỉ đạo/,
  );
  await other.hears(/^Bản xem trước kết quả kỳ 2026-W47/);
  expect(preview.text).toMatch(/Sở Tư pháp.*50,00%/s);
  await inGroup.room.expectNothing();
  const waiting = await other.asks(
    "/choxuly",
    /Xếp hạng chờ đăng \(1\)\s+• 2026-W47 · Ban Chỉ đạo/,
  );

  await preview.button("Đăng").click();
  await secretary.hears("Đã duyệt, xếp hạng 2026-W47 đang được đăng vào nhóm.");
  const posted = await inGroup.hears(/Kết quả thực hiện nhiệm vụ tuần 47/);
  expect(posted.text).toMatch(/Sở Tư pháp.*50,00%/s);
  expect(posted.text).not.toMatch(/Chuyện kín|Đúng hạn\b.*NV-002 Đúng/);
  const again = "Xếp hạng 2026-W47 đã được duyệt đăng trước đó; không đăng lần nữa.";
  await waiting.button("Đăng 2026-W47").click();
  await other.hears(again);
  await secretary.asks("/dang 2026-W47", again);
  await secretary.asks("/dang", /^Không có bảng xếp hạng nào chờ đăng như vậy/);
  await official.asks("/dang 2026-W47", /^Lệnh \/dang dành cho cơ quan thường trực/);

  // In the week after, the late one is done: the rate falls in nobody's favour but is compared.
  await inGroup.asks("/nhom ban chỉ đạo", /nhận: xếp hạng tuần\.$/);
  await plant(province, "STP", "Mới", { dueOn: "2026-11-25" });
  await plant(province, "STP", "Mới nữa", { dueOn: "2026-11-26" });
  for (const code of ["NV-004", "NV-005"]) {
    await official.asks(`/hoanthanh ${code} xong`, /Đã nộp/);
    await secretary.hears(new RegExp(`nộp kết quả ${code}`));
    await other.hears(new RegExp(`nộp kết quả ${code}`));
    await secretary.asks(`/xacnhan ${code}`, /Đã xác nhận/);
    await official.hears(/đã được xác nhận/);
  }
  await province.forwardTo("2026-11-30T08:01");
  for (const day of ["25", "26", "27", "30"]) {
    await official.hears(new RegExp(`Nhắc hạn ngày ${day}/11/2026`));
  }
  const next = await inGroup.hears(/Kết quả thực hiện nhiệm vụ tuần 48/);
  // 1 of 2, then 3 of 4 on time: +25 points.
  expect(next.text).toMatch(/Sở Tư pháp.*75,00%.*\+25,00/s);
});

it("is a native table, and plain lines where the server knows no rich messages", async () => {
  const province = await open("2026-11-22T09:00");
  const { server } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const group = server.createGroup({ title: "Ban Chỉ đạo", members: [secretary.person] });
  const inGroup = secretary.in(group);
  await inGroup.asks("/nhom ban chỉ đạo", /nhận: xếp hạng tuần/);
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-10" });
  await province.forwardTo("2026-11-23T08:01");
  const table = await inGroup.hears(/Kết quả thực hiện nhiệm vụ tuần 47/);
  expect(JSON.stringify(table.message.rich_message?.blocks)).toMatch(/"type":"table"/);

  server.faults.add({
    fault: { kind: "error", code: 404, description: "Not Found: method not found" },
    method: "sendRichMessage",
    times: 100,
  });
  await province.forwardTo("2026-11-30T08:01");
  const lines = await inGroup.hears(/Kết quả thực hiện nhiệm vụ tuần 48/);
  expect(lines.message.rich_message).toBeUndefined();
  expect(lines.text).toMatch(/Sở Tài chính.*0,00%/s);
  await secretary.asks("/xephang sở", /Sở Tài chính.*0,00%/s);
});

it("waits for Tuesday where Monday is a day off, and for Thursday after National Day", async () => {
  const province = await open("2026-04-24T17:00");
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const group = province.server.createGroup({ title: "Ban Chỉ đạo", members: [secretary.person] });
  const inGroup = secretary.in(group);
  await inGroup.asks("/nhom ban chỉ đạo", /nhận: xếp hạng tuần/);
  await plant(province, "STC", "Rà soát", { dueOn: "2026-04-10" });
  await db.assignment.updateMany({ data: { assignedOn: new Date("2026-04-01") } });
  await province.forwardTo("2026-04-28T07:59");
  await inGroup.room.expectNothing();
  await province.forwardTo("2026-04-28T08:01");
  await inGroup.hears(/tuần 17 \(20\/04\/2026 – 26\/04\/2026\)/);
  // 31/8, 1/9 and 2/9 are off.
  await province.settle();
  province.clock.moveTo(new Date("2026-08-28T12:00:00+07:00"));
  await province.forwardTo("2026-09-03T07:59");
  await inGroup.room.expectNothing();
  await province.forwardTo("2026-09-03T08:01");
  await inGroup.hears(/tuần 35 \(24\/08\/2026 – 30\/08\/2026\)/);
});
