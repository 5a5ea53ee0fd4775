// Too much at once, over Telegram's protocol: one sentence, then silence, then everything as before.
import { expect, it, onTestFinished, vi } from "vitest";
import { plant } from "#test/scenario/planted.ts";
import { openProvince, type Province } from "#test/support/province.ts";

vi.setConfig({ testTimeout: 120_000 });

// Nothing fills again while a test runs: what is left is what was there.
const HOURS = 3_600_000;
const rateLimit = {
  members: { burst: 6, everyMs: HOURS },
  strangers: { burst: 3, everyMs: HOURS },
};

const open = async (): Promise<Province> => {
  const province = await openProvince({ at: "2026-11-20T09:00", rateLimit });
  onTestFinished(() => province.close());
  return province;
};

const TOO_MANY =
  /^Trợ lý nhận được quá nhiều tin .* các tin gửi trước 09:0\d chưa được ghi nhận và không có trả lời\. Từ 09:0\d, mời anh\/chị gửi lại/;

it("what is over the limit is not done, and told once", async () => {
  const province = await open();
  const { db } = province;
  await plant(province, "STC", "Lập dự toán", { dueOn: "2026-12-15" });
  const lan = await province.person("official", "STC", "Lan");
  const nam = await province.person("official", "STC", "Nam");
  for (let percent = 1; percent <= 12; percent += 1) await lan.says(`/tiendo NV-001 ${percent}%`);
  // The first of Lan's six was the /start, as a stranger: the member's bucket was full.
  for (let n = 1; n <= 6; n += 1) await lan.hears(/^Đã ghi tiến độ/);
  await lan.hears(TOO_MANY);
  await province.settle();
  await lan.room.expectNothing();
  expect(await db.progress.count()).toBe(6);
  const refused = await db.inboxUpdate.findMany({ where: { errorCode: "too many" } });
  expect(refused.map(({ state }) => state)).toEqual(Array(6).fill("done"));
  // Nobody else feels it.
  await nam.asks("/tiendo NV-001 50%", /^Đã ghi tiến độ/);
});

it("strangers get fewer; in a group they are told nothing, and talk costs nothing", async () => {
  const province = await open();
  const { server } = province;
  const stranger = province.stranger("Khách");
  for (let n = 0; n < 8; n += 1) await stranger.says("cho hỏi");
  for (let n = 0; n < 3; n += 1) await stranger.hears(/^Xin chào/);
  await stranger.hears(TOO_MANY);
  await province.settle();
  await stranger.room.expectNothing();

  const secretary = await province.person("secretariat", "SNV", "Hà");
  const guest = province.stranger("Người lạ");
  const group = server.createGroup({ title: "BCĐ", members: [secretary.person, guest.person] });
  await secretary.in(group).asks("/nhom ban chỉ đạo", /Ban Chỉ đạo/);
  for (let n = 0; n < 20; n += 1) await secretary.in(group).says("mai họp nhé");
  await secretary.asks("/toi", /Anh\/chị là/);
  for (let n = 0; n < 8; n += 1) await guest.in(group).says("/viec");
  await guest.in(group).hears(/^Xin chào/);
  await province.settle();
  await guest.in(group).room.expectNothing();
});

it("in a group a member is told in their own chat", async () => {
  const province = await open();
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const group = province.server.createGroup({ title: "BCĐ", members: [secretary.person] });
  const here = secretary.in(group);
  await here.asks("/nhom ban chỉ đạo", /Ban Chỉ đạo/);
  for (let n = 0; n < 8; n += 1) await here.says("/toi");
  for (let n = 0; n < 5; n += 1) await here.hears(/Anh\/chị là/);
  await secretary.hears(TOO_MANY);
  await province.settle();
  await here.room.expectNothing();
});
