import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { weeklyRanking } from "#jobs/weekly-ranking.ts";
import { toDbDate } from "#src/calendar/civil-date.ts";
import { civilToday } from "#src/calendar/zone.ts";
import type { OutgoingMessage } from "#src/messages/reply.ts";
import { approvePublication } from "#src/standings/publish.ts";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { d } from "./facts.ts";
import { at, finished, give, makeAgency, makeGroup, makeTask } from "./register.ts";
import { calendar, commandsOf, linesOf } from "./request.ts";

let open: TestDatabase;
let agencyId: number;

beforeEach(async () => {
  open = await openTestDatabase();
  onTestFinished(() => open.close());
  const { id: groupId } = await makeGroup(open.db, "Sở, ban, ngành");
  agencyId = (await makeAgency(open.db, groupId, "STC")).id;
  const task = await makeTask(open.db, "Nội dung hạn chế", true);
  await give(open.db, { ...finished(agencyId, "2026-11-18"), taskId: task.id });
  await give(open.db, finished(agencyId, "2026-03-02", "2026-03-31"));
});

const bind = async (more: Record<string, unknown> = {}, status: "active" | "gone" = "active") => {
  const externalId = String(Math.random());
  const chat = await open.db.chat.create({
    data: { channel: "test", externalId, kind: "group", title: "Ban Chỉ đạo", status },
  });
  const data = { chatId: chat.id, purpose: "committee", wantsRanking: true, ...more };
  return open.db.chatBinding.create({ data });
};

const secretary = async (language = "vi", active = true) => {
  const person = await open.db.person.create({ data: { fullName: "Bình", language, active } });
  await open.db.membership.create({
    data: { personId: person.id, role: "secretariat", validFrom: at("2026-01-01") },
  });
  return person.id;
};

const runAt = (day: string): Promise<OutgoingMessage[]> => {
  const slot = at(day, "08:00");
  const today = civilToday(slot);
  return open.db.$transaction((tx) => weeklyRanking.run({ slot, today, calendar, tx }));
};

const headings = (message: OutgoingMessage | undefined) =>
  linesOf(message?.reply ?? { blocks: [] }).filter((line) => /^(Lũy kế|Tuần) /.test(line));

describe("the weekly ranking", () => {
  it("goes to each active committee chat that wants it, year to date before the week", async () => {
    const wanting = await bind();
    const topic = await bind({ threadId: 7 });
    await bind({ wantsRanking: false });
    await bind({ purpose: "agency", agencyId });
    await bind({ endedAt: new Date() });
    await bind({}, "gone");
    const messages = await runAt("2026-11-23");
    expect(messages.map(({ key, kind, to }) => ({ key, kind, to }))).toEqual(
      [wanting, topic].map(({ id, chatId, threadId }) => ({
        key: `weekly-ranking:2026-W47:${id}`,
        kind: "ranking",
        to: { chatId, threadId },
      })),
    );
    expect(headings(messages[0])).toEqual([
      expect.stringMatching(/^Lũy kế từ đầu năm \(01\/01\/2026 – 22\/11\/2026\)/),
      expect.stringMatching(/^Tuần 47 \(16\/11\/2026 – 22\/11\/2026\)/),
    ]);
  });

  it("shows codes and figures, never what a task is about", async () => {
    await bind();
    await give(open.db, { agencyId, dueOn: "2026-11-17" });
    const lines = linesOf((await runAt("2026-11-23"))[0]?.reply ?? { blocks: [] });
    expect(lines).toContain("Trong tuần: 1 phân công mới quá hạn, 1 phân công mới hoàn thành.");
    expect(lines.filter((line) => line.startsWith("- NV-"))).toEqual([
      "- NV-003: STC",
      "- NV-001: STC",
    ]);
    expect(lines.join("\n")).not.toContain("Nội dung hạn chế");
    expect(lines.join("\n")).not.toContain("Rà soát");
  });

  it("stores its figures once, and compares the next week with them", async () => {
    await bind();
    const first = await runAt("2026-11-23");
    await give(open.db, finished(agencyId, "2026-11-21", "2026-11-20"));
    expect(await runAt("2026-11-23")).toEqual(
      first.map((message) => ({ ...message, reply: expect.anything() })),
    );
    expect(await open.db.standingSnapshot.count()).toBe(2);
    const next = await runAt("2026-11-30");
    expect(next[0]?.key).toMatch(/^weekly-ranking:2026-W48:/);
    expect(linesOf(next[0]?.reply ?? { blocks: [] })).toContain(
      "1 | Sở STC | 66,67% | −33,33 | 0 | 2/1/0 | 3",
    );
    expect(await open.db.standingSnapshot.count()).toBe(4);
  });

  it("is about the same week where Monday is a day off", async () => {
    await bind();
    expect((await runAt("2026-11-24"))[0]?.key).toMatch(/^weekly-ranking:2026-W47:/);
  });

  it("ends both spans on the Sunday: what Monday brought is for the next week", async () => {
    await bind();
    await give(open.db, { agencyId, dueOn: "2026-11-22" });
    const lines = linesOf((await runAt("2026-11-23"))[0]?.reply ?? { blocks: [] });
    expect(lines).toContain("1 | Sở STC | 100,00% | 2/0/0 | 2");
    expect(lines).toContain("1 | Sở STC | 100,00% | 1/0/0 | 1");
  });

  it("says nothing where no group is ranked", async () => {
    await bind();
    await open.db.agency.updateMany({ data: { validTo: toDbDate(d("2026-06-30")) } });
    expect(await runAt("2026-11-23")).toEqual([]);
  });
});

describe("a ranking that must be approved", () => {
  it("goes to the secretariat as a preview, with the button that posts it", async () => {
    const binding = await bind({ approveFirst: true });
    const [vi, en] = [await secretary("vi"), await secretary("en")];
    await secretary("vi", false);
    const messages = await runAt("2026-11-23");
    expect(messages.map(({ key, to, kind }) => ({ key, to, kind }))).toEqual(
      [vi, en].map((personId) => ({
        key: `weekly-ranking-preview:2026-W47:${binding.id}:${personId}`,
        to: { personId },
        kind: "notice",
      })),
    );
    expect(messages.map(({ reply }) => commandsOf(reply))).toEqual([
      [`/dang 2026-W47 ${binding.id}`, `/dang bỏ 2026-W47 ${binding.id}`],
      [`/dang 2026-W47 ${binding.id}`, `/dang bỏ 2026-W47 ${binding.id}`],
    ]);
    const intro = messages.map(({ reply }) => linesOf(reply)[0]);
    expect(intro[0]).toContain("chờ đăng vào Ban Chỉ đạo");
    expect(intro[1]).toContain("waiting to be posted in Ban Chỉ đạo");
    expect(headings(messages[0])).toHaveLength(2);
  });

  it("is posted as it was previewed, once, under the key of a direct post", async () => {
    const binding = await bind({ approveFirst: true });
    const [first, second] = [await secretary(), await secretary()];
    const [preview] = await runAt("2026-11-23");
    await give(open.db, finished(agencyId, "2026-11-21", "2026-11-20"));
    const approve = (byPersonId: number, now = at("2026-11-23", "09:30")) =>
      open.db.$transaction((tx) =>
        approvePublication(
          tx,
          { period: "2026-W47", bindingId: binding.id, byPersonId, now },
          calendar,
        ),
      );
    const message = await approve(first);
    expect(message).toMatchObject({
      key: `weekly-ranking:2026-W47:${binding.id}`,
      kind: "ranking",
      to: { chatId: binding.chatId },
    });
    expect(message?.reply.blocks).toEqual(preview?.reply.blocks.slice(1));
    expect(await approve(second, at("2026-11-23", "10:00"))).toEqual(message);
    expect(await open.db.publication.findFirst()).toMatchObject({
      state: "posted",
      decidedById: first,
      decidedAt: at("2026-11-23", "09:30"),
    });
    // Run again after it was posted: nobody is asked any more.
    expect(await runAt("2026-11-23")).toEqual([]);
  });

  it("is not posted where it was dropped, never made, or the chat was unbound", async () => {
    const binding = await bind({ approveFirst: true });
    await secretary();
    await runAt("2026-11-23");
    const approve = (period: string) =>
      open.db.$transaction((tx) =>
        approvePublication(
          tx,
          { period, bindingId: binding.id, byPersonId: 1, now: at("2026-11-23") },
          calendar,
        ),
      );
    expect(await approve("2026-W46")).toBeNull();
    await open.db.chatBinding.update({ where: { id: binding.id }, data: { endedAt: new Date() } });
    expect(await approve("2026-W47")).toBeNull();
    await open.db.chatBinding.update({ where: { id: binding.id }, data: { endedAt: null } });
    await open.db.publication.updateMany({ data: { state: "dropped" } });
    expect(await approve("2026-W47")).toBeNull();
  });
});
