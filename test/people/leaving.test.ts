// Somebody's role ends while things are under way: what waits for them is not sent, what they were
// shown is not drawn again, what they tap does nothing.
import { expect, it, onTestFinished, vi } from "vitest";
import { endMembership } from "#src/people/members.ts";
import { plant } from "#test/scenario/planted.ts";
import type { Citizen } from "#test/support/citizen.ts";
import { openProvince, type Province } from "#test/support/province.ts";

vi.setConfig({ testTimeout: 120_000 });

const open = async (at: string): Promise<Province> => {
  const province = await openProvince({ at });
  onTestFinished(() => province.close());
  return province;
};

const leaves = async ({ db, clock }: Province, { person }: Citizen): Promise<void> => {
  const { personId } = await db.identity.findFirstOrThrow({
    where: { externalId: String(person.user.id) },
  });
  for (const { id } of await db.membership.findMany({ where: { personId } })) {
    const cause = { now: clock.now(), actorLabel: "test" };
    await db.$transaction((tx) => endMembership(tx, id, cause));
  }
};

it("a notice that waited for the morning is dropped, an answer is not", async () => {
  const province = await open("2026-11-20T22:00");
  const { db } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const lan = await province.person("official", "STC", "Lan");
  const nam = await province.person("official", "STC", "Nam");
  await secretary.asks("/giao STC: Lập dự toán; hạn 15/12", /xin kiểm tra/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(/Đã ghi nhận NV-001/);
  await leaves(province, lan);
  await lan.asks("/viec", /^Xin chào\. Đây là trợ lý/);
  await province.forwardTo("2026-11-21T06:40");
  await nam.hears(/nhiệm vụ mới.*NV-001/s);
  await lan.room.expectNothing();
  const dropped = await db.outboxMessage.findMany({ where: { state: "dropped" } });
  expect(dropped.map(({ kind }) => kind)).toEqual(["notice"]);
});

it("a card is not drawn again for whoever left, and its buttons are those of a stranger", async () => {
  const province = await open("2026-11-20T09:00");
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const lan = await province.person("official", "STC", "Lan");
  const code = await plant(province, "STC", "Lập dự toán", { dueOn: "2026-12-15" });
  const card = await lan.asks(`/viec ${code}`, /Lập dự toán/);
  // Too long for a button of Telegram: it carries a token.
  const long = "đã lấy ý kiến của các phòng chuyên môn và đang hoàn thiện dự thảo báo cáo";
  const which = await lan.asks(`/tiendo 70% ${long}`, /nhiệm vụ/);
  await leaves(province, lan);
  await secretary.asks(`/tiendo ${code} STC 40% theo điện thoại`, /Đã ghi/);
  await province.settle();
  expect(card.text).not.toMatch(/40%/);
  await card.button("Nộp kết quả").click();
  await lan.hears(/^Xin chào\. Đây là trợ lý/);
  await which.button(new RegExp(code)).click();
  await lan.hears(/^Xin chào\. Đây là trợ lý/);
  expect(await province.db.progress.count()).toBe(1);
});

it("whoever runs the group on Telegram, without a role, has no say in it", async () => {
  const province = await open("2026-11-20T09:00");
  const { db, server } = province;
  const secretary = await province.person("secretariat", "SNV", "Hà");
  const creator = province.stranger("Chủ nhóm");
  const helper = province.stranger("Phó nhóm");
  const group = server.createGroup({
    title: "Ban Chỉ đạo",
    members: [creator.person, helper.person, secretary.person],
  });
  group.setMember(creator.person, "creator");
  group.setMember(helper.person, "administrator");
  const code = await plant(province, "STC", "Chuyện kín", { dueOn: "2026-11-27" });
  // Before it is registered the group gets one sentence, and no stranger registers it.
  await creator.in(group).asks("/nhom ban chỉ đạo", /chưa được cơ quan thường trực đăng ký/);
  await secretary.in(group).asks("/nhom ban chỉ đạo", /Ban Chỉ đạo/);
  await secretary.in(group).asks("/quahan", /Việc quá hạn/);
  const before = await db.auditEntry.count();
  for (const one of [creator, helper]) {
    await one.in(group).says(`/nhom hủy`);
    await one.in(group).hears(/^Xin chào\. Đây là trợ lý/);
    for (const line of [`/viec ${code}`, `/xacnhan ${code}`, "/caidat", "/start abc", "/dongy"]) {
      await one.in(group).says(line);
    }
  }
  await province.settle();
  await creator.in(group).room.expectNothing();
  expect(await db.auditEntry.count()).toBe(before);
  expect(await db.chatBinding.count({ where: { endedAt: null } })).toBe(1);
});
