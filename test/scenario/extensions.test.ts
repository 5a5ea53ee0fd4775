// Gia hạn: asked by the lead in time, decided by somebody who may, on an authority that is kept.
import { expect, it, onTestFinished, vi } from "vitest";
import { civilDate } from "#src/calendar/civil-date.ts";
import { loadFacts } from "#src/standings/facts-store.ts";
import { openProvince, type Province } from "#test/support/province.ts";
import { plant } from "./planted.ts";

// Each has a database, a server and a bot of its own: slow where the machine is busy.
vi.setConfig({ testTimeout: 90_000 });

// Friday; 24/11 is a day off.
const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T13:00" });
  onTestFinished(() => province.close());
  return province;
};

const dueOn = async ({ db }: Province, taskId: number): Promise<string | undefined> =>
  (await db.assignment.findFirst({ where: { taskId } }))?.dueOn?.toISOString().slice(0, 10);

it("an agency asks in time, a leader grants on their own word, all who are concerned hear", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const official = await province.official("STC");
  const colleague = await province.person("official", "STC", "Minh");
  const head = await province.person("head", "STC", "Trưởng");
  await plant(province, "STC", "Rà soát định mức", { dueOn: "2026-11-27" });

  await official.asks(
    "/giahan nv1 den 19/12 ly do: cho y kien cua Bo Tai chinh",
    /^Đã gửi đề nghị gia hạn NV-001 đến 19\/12\/2026\. Hạn cũ vẫn giữ cho đến khi có quyết định\.\s+19\/12\/2026 là ngày nghỉ, nên cần xong 18\/12\/2026\.$/,
  );
  const asked = await secretary.hears(
    /^Sở Tài chính đề nghị gia hạn NV-001 từ 27\/11\/2026 đến 19\/12\/2026\. Lý do: cho y kien cua Bo Tai chinh.*Đang đề nghị gia hạn: đến 19\/12\/2026 \(gửi 20\/11\/2026\)/s,
  );
  expect(asked.buttons).toEqual(["Đồng ý gia hạn", "Không gia hạn"]);
  await official.asks(
    "/giahan NV-001 30/12 thêm",
    /^NV-001 đang có đề nghị gia hạn đến 19\/12\/2026 chờ quyết định\..*rút/,
  );

  // Who may not: the agency itself; the secretariat without anybody's word.
  await head.asks("/duyet NV-001", /^Lệnh \/duyet dành cho cơ quan thường trực, lãnh đạo/);
  await asked.button("Đồng ý gia hạn").click();
  await secretary.hears(
    /^Hạn của NV-001 do lãnh đạo giao, nên cơ quan thường trực không tự gia hạn được\. Người quyết định: Thắng\..*theo 45\/UBND-NC ngày 3\/11/s,
  );
  await secretary.says("thôi");
  await secretary.hears("Đã dừng. Chưa có gì được ghi nhận.");

  await leader.asks(
    "/choxuly",
    /Đề nghị gia hạn.*NV-001 Sở Tài chính: từ 27\/11\/2026 đến 19\/12/s,
  );
  await leader.taps("NV-001 · Sở Tài chính");
  await leader.hears(/Đang đề nghị gia hạn/);
  // Earlier than was asked: the counter-proposal holds at once.
  await leader.asks(
    "/duyet NV-001 đến 11/12",
    "Đã gia hạn NV-001 của Sở Tài chính đến 11/12/2026 (căn cứ: Thắng, lãnh đạo Ban Chỉ đạo).",
  );
  for (const one of [official, colleague]) {
    const told = await one.hears(
      /^NV-001 được gia hạn đến 11\/12\/2026, sớm hơn ngày đề nghị 19\/12\/2026 \(căn cứ: Thắng, lãnh đạo Ban Chỉ đạo\)/,
    );
    expect(told.text).toContain("Hạn: 11/12/2026 (hạn ban đầu 27/11/2026, đã gia hạn 1 lần)");
    expect(told.text).toMatch(
      /từ 27\/11\/2026 đến 11\/12\/2026; căn cứ: Thắng, lãnh đạo Ban Chỉ đạo; ghi nhận: Thắng \(đề nghị đến 19\/12\/2026: cho y kien/,
    );
  }
  // The card that the secretary was sent has no more to decide.
  await asked.expectEdit(/Hạn: 11\/12\/2026/);
  await secretary.asks("/duyet NV-001", /^NV-001 không có đề nghị gia hạn nào chờ quyết định\./);

  const events = await db.taskEvent.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ kind }) => kind)).toEqual(["extension_asked", "due_changed"]);
  expect(events[1]?.data).toEqual({
    from: "2026-11-27",
    to: "2026-12-11",
    authority: "Thắng, lãnh đạo Ban Chỉ đạo",
    extensionId: 1,
  });
  const row = await db.assignment.findFirstOrThrow();
  expect(row).toMatchObject({ extensionCount: 1, boundary: "by" });
  expect(row.originalDueOn?.toISOString()).toMatch(/^2026-11-27/);
  const actions = (await db.auditEntry.findMany()).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(["ask extension", "approve extension"]));
});

it("the secretariat moves a date by a document or by the word of somebody who may", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  await plant(province, "STC", "Việc một", { dueOn: "2026-11-27" });
  await plant(province, "STC", "Việc hai", { dueOn: "2026-11-27" });
  for (const code of ["NV-001", "NV-002"]) {
    await official.asks(`/giahan ${code} 15/12 chờ thẩm định`, /Đã gửi đề nghị gia hạn/);
    await secretary.hears(new RegExp(`^Sở Tài chính đề nghị gia hạn ${code}`));
  }

  await secretary.asks("/duyet NV-001 ok", /^Chưa hiểu “ok”\. Sau mã chỉ ghi cơ quan, ngày/);
  await secretary.asks(
    "/duyet NV-001 đến 31/11",
    /^Không có ngày “đến 31\/11”; gần nhất là 30\/11/,
  );
  await secretary.asks(
    "/duyet NV-001 đến 26/11",
    /^Ngày 26\/11\/2026 không sau hạn hiện tại 27\/11/,
  );
  await secretary.asks("/duyet NV-001 đến 31/12", /^Cơ quan chỉ đề nghị đến 15\/12\/2026/);
  await secretary.asks(
    "/duyet NV-001 theo 45/UBND-NC",
    "Đã hiểu căn cứ “45/UBND-NC”, còn thiếu ngày. Ví dụ: theo 45/UBND-NC ngày 3/11",
  );
  await secretary.asks(
    "/duyet NV-001 theo 45/UBND-NC ngày 30/12/2026",
    /^Ngày của căn cứ “45\/UBND-NC” sau ngày hôm nay/,
  );
  await secretary.asks(
    "/duyet NV-001 theo 45/UBND-NC ngày 1/10/2026",
    /^Ngày của căn cứ “45\/UBND-NC” trước khi giao nhiệm vụ/,
  );
  expect(await dueOn(province, 1)).toBe("2026-11-27");
  await secretary.asks(
    "/duyet NV-001 den 10/12 theo cong van so 45/ubnd-nc ngay 3/11",
    "Đã gia hạn NV-001 của Sở Tài chính đến 10/12/2026 (căn cứ: cong van số 45/UBND-NC ngày 03/11/2026).",
  );
  await official.hears(/^NV-001 được gia hạn đến 10\/12\/2026, sớm hơn/);
  expect(await dueOn(province, 1)).toBe("2026-12-10");

  // Asked for the authority, the bot is restarted; the answer still belongs to the question.
  await secretary.asks("/duyet NV-002 STC đến 12/12", /do lãnh đạo giao.*lãnh đạo Ban Chỉ đạo/s);
  await province.restart();
  await secretary.asks(
    "ý kiến của Chủ tịch UBND tỉnh ngày 18/11",
    "Đã gia hạn NV-002 của Sở Tài chính đến 12/12/2026 (căn cứ: ý kiến của Chủ tịch UBND tỉnh ngày 18/11/2026).",
  );
  await official.hears(/^NV-002 được gia hạn đến 12\/12\/2026/);
  const rows = await db.extension.findMany({ orderBy: { id: "asc" } });
  expect(rows.map(({ status, authority }) => [status, authority])).toEqual([
    ["approved", "cong van số 45/UBND-NC ngày 03/11/2026"],
    ["approved", "ý kiến của Chủ tịch UBND tỉnh ngày 18/11/2026"],
  ]);
});

it("what is missing is asked, also after a restart; what cannot be meant is said kindly", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  const other = await province.official("STP");
  await plant(province, "STC", "Còn hạn", { dueOn: "2026-11-27" });
  await plant(province, "STC", "Quá hạn", { dueOn: "2026-11-19" });
  await plant(province, "STC", "Không hạn");
  await plant(province, "STC", "Đã nộp", { dueOn: "2026-11-30", awaiting: true });

  await other.asks("/giahan NV-001 15/12 chờ", /^Không tìm thấy nhiệm vụ NV-001/);
  await official.asks("/giahan NV-003 15/12 chờ", /^NV-003 không có ngày hạn cụ thể/);
  await official.asks("/giahan NV-004 15/12 chờ", /^NV-004 đang ở trạng thái “chờ xác nhận”/);
  const late = await official.asks(
    "/giahan NV-002 15/12 chờ",
    /^Hạn 19\/11\/2026 của NV-002 đã qua\. Gia hạn phải được đề nghị trước hoặc trong ngày đến hạn/,
  );
  expect(late.buttons).toEqual(["Báo vướng mắc", "Báo tiến độ"]);
  await official.asks("/giahan NV-001 20/11 chờ", /^Ngày 20\/11\/2026 không sau hạn hiện tại/);
  await official.asks("/giahan NV-001 15/11 chờ", /^Ngày 15\/11\/2026 không sau.*kèm năm/);

  await official.asks(
    "/giahan NV-001",
    /^Đề nghị gia hạn NV-001 \(hạn 27\/11\/2026\) đến ngày nào\?/,
  );
  await official.asks("sớm thôi ạ", /^Chưa hiểu “sớm thôi ạ” là ngày nào\./);
  await official.asks("31/11", /^Không có ngày “31\/11”; gần nhất là 30\/11\/2026/);
  await province.restart();
  await official.asks("thêm 10 ngày", /^Lý do đề nghị gia hạn NV-001 đến 07\/12\/2026\?/);
  await province.restart();
  await official.attaches("de-nghi.pdf", "%PDF-1.4", "tiến độ thẩm định chậm");
  await official.hears(/^Đã gửi đề nghị gia hạn NV-001 đến 07\/12\/2026, kèm 1 tệp\./);
  await secretary.hears(/Lý do: tiến độ thẩm định chậm.*\[Tệp: de-nghi\.pdf\]/s);

  // A colleague may take it back; nobody decides what is no longer asked.
  const colleague = await province.person("official", "STC", "Minh");
  await colleague.asks("/giahan NV-001 rút", "Đã rút đề nghị gia hạn NV-001.");
  await secretary.hears("Sở Tài chính đã rút đề nghị gia hạn NV-001; không cần quyết định nữa.");
  await colleague.asks("/giahan NV-001 rút lại", /không có đề nghị gia hạn nào đang chờ/);
});

it("a refusal needs a reason, and nobody decides on their own agency or their own request", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const second = await province.person("secretariat", "SNV", "Lan");
  const leader = await province.person("leader", undefined, "Thắng");
  const own = await province.official("SNV");
  const official = await province.official("STC");
  await plant(province, "SNV", "Của Sở Nội vụ", { dueOn: "2026-11-27" });
  await plant(province, "STC", "Của Sở Tài chính", { dueOn: "2026-11-27" });

  // The agency of the secretariat: its leader decides.
  await own.asks("/giahan NV-001 15/12 chờ họp", /Đã gửi/);
  await leader.hears(/^Sở Nội vụ đề nghị gia hạn NV-001/);
  await secretary.asks(
    "/duyet NV-001 theo 45/UBND-NC ngày 3/11",
    "Không ai quyết định về việc của cơ quan mình: đề nghị của Sở Nội vụ do lãnh đạo phụ trách quyết định (Thắng).",
  );
  await secretary.asks("/tuchoi NV-001 không", /^Không ai quyết định về việc của cơ quan mình/);
  await leader.asks("/tuchoi NV-001", /^Lý do không gia hạn NV-001\?/);
  await province.restart();
  await leader.asks(
    "phải xong trước kỳ họp",
    "Không gia hạn NV-001 cho Sở Nội vụ; hạn vẫn là 27/11/2026.",
  );
  await own.hears(
    /^Đề nghị gia hạn NV-001 chưa được chấp nhận, hạn vẫn là 27\/11\/2026\. Lý do: phải xong trước kỳ họp/,
  );

  // Entered for an agency by the secretariat: somebody else decides, the agency hears of both; the
  // leader in charge, who needs nobody's word, hears of the request as well.
  const inCharge = await db.person.findFirstOrThrow({ where: { fullName: "Thắng" } });
  await db.task.update({ where: { id: 2 }, data: { leaderInChargeId: inCharge.id } });
  await secretary.asks("/giahan NV-002 STC 15/12 chờ số liệu", /^Đã gửi đề nghị gia hạn NV-002/);
  await official.hears(
    "Hà đã nhập hộ đề nghị gia hạn NV-002 đến 15/12/2026. Nếu không đúng, anh/chị rút bằng /giahan NV-002 rút",
  );
  await second.hears(/^Sở Tài chính đề nghị gia hạn NV-002/);
  await leader.hears(/^Sở Tài chính đề nghị gia hạn NV-002/);
  await secretary.asks(
    "/duyet NV-002 theo 45/UBND-NC ngày 3/11",
    /do chính anh\/chị nhập, nên cần người khác quyết định/,
  );
  await secretary.asks("/choxuly gia hạn", /Không có/);
  await second.asks("/duyet NV-002 theo 45/UBND-NC ngày 3/11", /^Đã gia hạn NV-002/);
  await secretary.hears(/^NV-002 được gia hạn đến 15\/12\/2026/);
  await official.hears(/^NV-002 được gia hạn đến 15\/12\/2026/);
  const [, behalf] = await db.extension.findMany({ orderBy: { id: "asc" } });
  expect(behalf?.onBehalfOfId).not.toBeNull();
});

it("a result ends the request; /duyet then points to what does wait", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
  await official.asks("/giahan NV-001 15/12 chờ", /Đã gửi/);
  await secretary.hears(/đề nghị gia hạn/);
  await official.asks("/hoanthanh NV-001 số 12/BC-STC ngày 20/11", /Đã nộp kết quả/);
  await secretary.hears(/nộp kết quả NV-001/);
  expect(await db.extension.findMany()).toMatchObject([{ status: "withdrawn" }]);
  const kinds = (await db.taskEvent.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);
  expect(kinds).toEqual(["extension_asked", "extension_withdrawn", "submitted"]);
  const instead = await secretary.asks(
    "/duyet NV-001",
    /^NV-001 không có đề nghị gia hạn, nhưng có kết quả đang chờ/,
  );
  await instead.button("Xác nhận").click();
  await secretary.hears(/^Đã xác nhận NV-001/);
  await official.hears(/NV-001 đã được xác nhận/);
  await secretary.asks("/duyet", /^Anh\/chị cho biết mã cần quyết định/);
});

it("in a group only codes and figures are said; a period of a duty is extended by itself", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const leader = await province.person("leader", undefined, "Thắng");
  const official = await province.official("STC");
  const group = province.server.createGroup({
    title: "Sở Tài chính",
    members: [secretary.person, official.person],
  });
  await secretary.in(group).asks("/nhom Sở Tài chính", /nhóm của Sở Tài chính/);
  await plant(province, "STC", "Báo cáo quý", { dueOn: "2026-11-27" });
  await db.assignment.updateMany({ data: { occurrence: "2026-Q4" } });
  const said = await official
    .in(group)
    .asks("/giahan NV-001 15/12 lý do kín đáo", /gia hạn NV-001 · Quý IV\/2026 đến 15\/12\/2026/);
  expect(said.isEphemeral).toBe(false);
  expect(said.text).not.toMatch(/kín đáo|Báo cáo quý/);
  await secretary.hears(/kín đáo/);
  await leader.asks("/choxuly gia hạn", /NV-001 · Quý IV\/2026 · Sở Tài chính: từ/);
  await leader.taps(/NV-001 · Quý IV\/2026/);
  const card = await leader.hears(/Đang đề nghị gia hạn/);
  await card.button("Đồng ý gia hạn").click();
  await leader.hears(/^Đã gia hạn NV-001 · Quý IV\/2026 của Sở Tài chính đến 15\/12\/2026/);
  await official.hears(/^NV-001 · Quý IV\/2026 được gia hạn đến 15\/12\/2026/);
});

it("three extensions are called many; the figures of a day keep the date of that day", async () => {
  const province = await open();
  const { db } = province;
  const leader = await province.person("leader", undefined, "Thắng");
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-21" });
  await plant(province, "STC", "Trễ", { dueOn: "2026-11-10" });
  // Planted without a history: give it one.
  const row = await db.assignment.findFirstOrThrow({ where: { taskId: 1 } });
  await db.taskEvent.create({
    data: {
      taskId: row.taskId,
      assignmentId: row.id,
      kind: "assigned",
      effectiveOn: row.assignedOn,
      recordedAt: row.assignedOn,
      data: {
        agencyId: row.agencyId,
        role: "lead",
        deadlineKind: "date",
        dueOn: "2026-11-21",
        phrase: "21/11",
      },
    },
  });
  for (const day of ["23/11", "25/11", "27/11"]) {
    await official.asks(`/giahan NV-001 ${day} chờ`, /Đã gửi/);
    await leader.hears(/đề nghị gia hạn/);
    await leader.asks("/duyet NV-001", /Đã gia hạn/);
    await official.hears(/được gia hạn/);
  }
  const card = await official.asks(
    "/viec NV-001",
    /Hạn: 27\/11\/2026 \(hạn ban đầu 21\/11\/2026, đã gia hạn 3 lần: gia hạn nhiều lần\)/,
  );
  expect(card.text).toContain("Lịch sử gia hạn (3)");
  await official.asks(
    "/coquan STC",
    /Gia hạn từ đầu năm: 3 lần, 1 nhiệm vụ; 1 nhiệm vụ gia hạn nhiều lần\./,
  );
  await leader.asks(
    "/xephang",
    /Số tính \| Gia hạn\s.*Sở Tài chính \| 0,00% \| 0\/0\/1 \| 1 \| 3/s,
  );
  const agencyIds = [row.agencyId];
  const at = async (day: string) => (await loadFacts(db, { agencyIds }, civilDate(day)))[0]?.dueOn;
  expect(await at("2026-11-19")).toBe("2026-11-21");
  expect(await at("2026-11-20")).toBe("2026-11-27");
});
