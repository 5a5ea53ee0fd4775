// Many people are invited at once: every commune that nobody is connected for, or a list in a file.
// What holds the codes is handed over once and stays nowhere.
import { expect, it, onTestFinished, vi } from "vitest";
import { readDelimited } from "#src/agencies/delimited-text.ts";
import type { Citizen } from "#test/support/citizen.ts";
import { openProvince, type Province, TEST_TOKEN } from "#test/support/province.ts";

vi.setConfig({ testTimeout: 90_000 });

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T13:00" });
  onTestFinished(() => province.close());
  return province;
};

const named =
  (name: RegExp) =>
  (_: string, record: { message: { document?: { file_name?: string } } }): boolean =>
    name.test(record.message.document?.file_name ?? "");

/** The bytes of a file that the bot sent. */
const download = async (province: Province, name: RegExp, citizen: Citizen): Promise<string> => {
  const sent = await citizen.hears(named(name));
  const fileId = sent.message.document?.file_id ?? "";
  const at = `${province.server.url}/bot${TEST_TOKEN}/getFile?file_id=${fileId}`;
  const { result } = (await (await fetch(at)).json()) as { result: { file_path: string } };
  return (await fetch(`${province.server.url}/file/bot${TEST_TOKEN}/${result.file_path}`)).text();
};

/** Everything that the database holds, as text, but for what people themselves wrote. */
const isKept = async ({ db }: Province, code: string): Promise<boolean> => {
  const outbox = JSON.stringify((await db.outboxMessage.findMany()).map(({ payload }) => payload));
  const blobs = (await db.blob.findMany()).map(({ bytes }) => Buffer.from(bytes).toString("utf8"));
  const forms = JSON.stringify(await db.form.findMany());
  const audit = JSON.stringify((await db.auditEntry.findMany()).map(({ data }) => data));
  return [outbox, forms, audit, ...blobs].some((text) => text.includes(code));
};

it("every commune that nobody is connected for gets one invitation, in a file to print and one to send", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const bound = await province.official("P-TL");
  await secretary.asks("/moi", /^Mời ai\?.*\/moi tất cả các xã chưa có người/);
  await secretary.asks("/moi lãnh đạo tất cả các xã chưa có người", /chỉ dùng cho cán bộ đầu mối/);
  await secretary.asks("/moi tất cả các xá lị chưa có người", /^Chưa rõ “các xá lị”/);
  const question = await secretary.asks(
    "/moi tat ca cac xa chua co nguoi",
    /^Tạo 1 thư mời dùng một lần: 1 cán bộ đầu mối\?/,
  );
  expect(question.text).toMatch(/1 cơ quan đã có người kết nối, không mời/);
  expect(question.text).toMatch(/cán bộ đầu mối – UBND xã Bình Hòa/);
  await province.restart();
  await question.button("Tạo thư mời").click();
  const made = await secretary.hears(/^Đã tạo 1 thư mời, có hiệu lực đến 13:0\d 27\/11\/2026/);
  expect(made.text).toMatch(/không chuyển vào nhóm, xóa sau khi dùng/);
  const csv = await download(province, /thu-moi-2026-11-20\.csv/, secretary);
  const html = await download(province, /thu-moi-2026-11-20\.html/, secretary);
  const [, line] = readDelimited(csv, (cells) => cells.length) ?? [];
  const [agency, role, code = "", link = ""] = line?.cells ?? [];
  expect([agency, role]).toEqual(["UBND xã Bình Hòa", "cán bộ đầu mối"]);
  expect(link).toContain(code);
  expect(html).toContain(`/start ${code}`);
  expect(html).toContain("<svg");

  // Nothing of the code is left but its hash.
  await province.settle();
  await vi.waitFor(async () => expect(await isKept(province, code)).toBe(false));
  expect(await db.file.count()).toBe(0);
  expect(await db.blob.count()).toBe(0);

  const newcomer = province.stranger("Bé");
  await newcomer.asks(`/start ${code}`, /cán bộ đầu mối – UBND xã Bình Hòa/);
  await secretary.asks("/moi tất cả các xã", /đều đã có người kết nối/);
  await bound.asks("/moi tất cả các xã", /^Lệnh \/moi dành cho cơ quan thường trực, quản trị/);
});

it("a list in a file is taken whole or not at all, and one invitation alone leaves no code behind either", async () => {
  const province = await open();
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await secretary.asks("/moi danh sách", /^Anh\/chị gửi tệp danh sách \(CSV hoặc XLSX\)/);
  await secretary.asks("vâng", /^Anh\/chị gửi tệp danh sách/);
  await secretary.attaches(
    "moi.csv",
    "Vai trò,Cơ quan,Ghi chú\ncán bộ,Sở Xây cất,\nquản trị,,\nlãnh đạo cơ quan,STP,An\n",
    "",
  );
  const wrong = await secretary.hears(/^Danh sách có 2 chỗ cần sửa, chưa tạo thư mời nào:/);
  expect(wrong.text).toMatch(/Dòng 2 “Sở Xây cất”: không có cơ quan này/);
  expect(wrong.text).toMatch(/Dòng 3 “quản trị”: chỉ quản trị mời được quản trị/);
  expect(await db.invite.count({ where: { usedAt: null } })).toBe(0);

  await secretary.attaches("moi.pdf", "%PDF-1.4 \u0000", "/moi");
  await secretary.hears(/^Không đọc được tệp này/);
  await secretary.attaches(
    "moi.csv",
    "Vai trò,Cơ quan,Ghi chú\ncán bộ,Sở Tư páp,Nguyễn An\nlãnh đạo cơ quan,STP,\nlãnh đạo,,\n",
    "/moi",
  );
  const question = await secretary.hears(
    /^Tạo 3 thư mời dùng một lần: 1 cán bộ đầu mối, 1 lãnh đạo cơ quan, 1 lãnh đạo Ban Chỉ đạo\?/,
  );
  expect(question.text).toMatch(/“Sở Tư páp” hiểu là Sở Tư pháp/);
  await secretary.asks("thôi", /^Đã dừng/);
  expect(await db.invite.count({ where: { usedAt: null } })).toBe(0);

  await secretary.attaches("moi.csv", "Cơ quan;Ghi chú\nSTP;Nguyễn An\n", "/moi danh sách");
  await secretary.hears(/^Tạo 1 thư mời/);
  await secretary.asks("/dongy", /^Đã tạo 1 thư mời/);
  const csv = await download(province, /\.csv/, secretary);
  await secretary.hears(named(/\.html/));
  expect(csv).toMatch(/Nguyễn An/);

  const one = await secretary.asks("/moi cán bộ STC", /^Thư mời dùng một lần/);
  const code = /\/start (\S+)/.exec(one.text)?.[1] ?? "?";
  await province.settle();
  await vi.waitFor(async () => expect(await isKept(province, code)).toBe(false));
});

it("what may not have arrived keeps its codes until it was shown again", async () => {
  const province = await open();
  const { db, server } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  await secretary.asks("/moi tất cả STC chưa có người", /^Tạo 1 thư mời/);
  server.faults.add({ fault: { kind: "reset-after" }, method: "sendDocument" });
  await secretary.asks("/dongy", /^Đã tạo 1 thư mời/);
  await secretary.hears(named(/\.csv/));
  await province.settle();
  expect(await db.outboxMessage.count({ where: { state: "unknown" } })).toBe(1);
  expect(await db.blob.count()).toBe(2);

  await secretary.asks("cảm ơn", "Vâng, cảm ơn anh/chị.");
  const offer = await secretary.hears(/^Có một tin trước đó có thể chưa đến/);
  await offer.button("Xem lại").click();
  await secretary.hears(/^Đang gửi lại 1 tin/);
  await secretary.hears(/^\(Gửi lại\)\s+Đã tạo 1 thư mời/);
  const csv = await download(province, /\.csv/, secretary);
  await secretary.hears(named(/\.html/));
  await province.settle();
  const code = readDelimited(csv, (cells) => cells.length)?.[1]?.cells[2] ?? "?";
  await vi.waitFor(async () => expect(await isKept(province, code)).toBe(false));
  expect(await db.blob.count()).toBe(0);
});
