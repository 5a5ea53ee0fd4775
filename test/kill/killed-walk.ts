// The walk of test/scenario/walk.ts, under a bot that is killed on the way. People are patient;
// nothing that they said is said again.
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import type { Db } from "#src/database/client.ts";
import type { Role } from "#src/people/actor.ts";
import { createInvite } from "#src/people/invites.ts";
import { type Playground, startBotApiServer } from "#src/playground/server.ts";
import { type Mortal, startMortal } from "#test/damage/support/mortal.ts";
import { type Citizen, makeCitizen } from "#test/support/citizen.ts";
import type { DatabaseKind } from "#test/support/database.ts";
import { clockAt, TEST_TOKEN } from "#test/support/province.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { freshTarget, type Target } from "#test/support/target.ts";
import { hearAtLast, hearInGroupAtLast, tap } from "./patient.ts";

const plantAgencies = async (look: Target["look"], now: Date) =>
  look((db) =>
    db.$transaction(async (tx) => {
      await importAgencies(tx, readAgencyCsv(sampleAgencies).rows);
      const invite = async (role: Role, code: string): Promise<string> => {
        const agency = await tx.agency.findFirstOrThrow({ where: { code } });
        const made = { role, agencyId: agency.id, createdById: null, now };
        return (await createInvite(tx, made)).code;
      };
      return {
        secretary: await invite("secretariat", "SNV"),
        official: await invite("official", "STC"),
      };
    }),
  );

/** Everything that the walk left in the database, without moments and numbers of rows. */
export const traceOf = (db: Db) =>
  db.$transaction(async (tx) => ({
    tasks: await tx.task.findMany({ select: { content: true, status: true } }),
    assignments: await tx.assignment.findMany({
      select: { role: true, state: true, percent: true, completedOn: true },
      orderBy: { id: "asc" },
    }),
    progress: await tx.progress.findMany({ select: { percent: true, note: true } }),
    results: await tx.result.findMany({
      select: { decision: true, documentNumber: true, decisionNote: true },
      orderBy: { id: "asc" },
    }),
    events: await tx.taskEvent.findMany({ select: { kind: true }, orderBy: { id: "asc" } }),
    slots: await tx.jobSlot.findMany({
      where: { job: "weekly-ranking" },
      select: { slot: true, state: true },
    }),
    snapshots: await tx.standingSnapshot.count(),
    failedUpdates: await tx.inboxUpdate.count({ where: { state: { not: "done" } } }),
  }));

export type Trace = Awaited<ReturnType<typeof traceOf>>;

/**
 * How often each person was told each thing that the walk tells once: by the bot itself, and
 * again because somebody tapped "Xem lại" or "Gửi lại" when it said that it could not know.
 */
export type Told = Record<string, { byItself: number; again: number }>;

const countTold = (citizen: Citizen, what: RegExp): Told[string] => {
  const told = citizen.room
    .messages()
    .filter(({ message }) => message.from?.is_bot === true)
    // A card says something else once it was drawn again.
    .map(({ text, earlierTexts }) => [text, ...earlierTexts])
    .filter((texts) => texts.some((said) => what.test(said)));
  const again = told.filter((texts) => texts.some((said) => said.startsWith("(Gửi lại)"))).length;
  return { byItself: told.length - again, again };
};

const drive = async (
  server: Playground,
  bot: Mortal,
  clock: ReturnType<typeof clockAt>,
  codes: { secretary: string; official: string },
): Promise<Told> => {
  const secretary = makeCitizen(server.createUser({ firstName: "Hà" }));
  const official = makeCitizen(server.createUser({ firstName: "Bảo" }));
  const once: [Citizen, RegExp][] = [];
  const hear = async (citizen: Citizen, expected: RegExp) => {
    once.push([citizen, expected]);
    return hearAtLast(citizen, bot, expected);
  };

  await secretary.says(`/start ${codes.secretary}`);
  await hear(secretary, /vai trò: cơ quan thường trực/);
  await official.says(`/start ${codes.official}`);
  await hear(official, /vai trò: cán bộ đầu mối/);
  const group = server.createGroup({
    title: "Ban Chỉ đạo",
    members: [secretary.person, official.person],
  });
  const inGroup = secretary.in(group);
  await inGroup.says("/nhom ban chỉ đạo");
  await hearInGroupAtLast(inGroup, secretary, bot, /nhóm Ban Chỉ đạo/);

  await secretary.says("/giao Sở Tài chính: Rà soát định mức chi; hạn 27/11");
  await tap(await hear(secretary, /xin kiểm tra/), "Ghi nhận");
  await hear(secretary, /Đã ghi nhận NV-001/);
  await hear(official, /nhiệm vụ mới/);
  // A question may be answered twice: asking again does no harm.
  await official.says("/viec");
  await hearAtLast(official, bot, /Việc đang thực hiện/);
  await official.says("/tiendo NV-001 70% đã lấy ý kiến");
  await hear(official, /Đã ghi tiến độ NV-001: 70%/);
  await official.says("/hoanthanh NV-001 số 12/BC-STC ngày 18/11");
  await hear(official, /Đã nộp kết quả NV-001, văn bản số 12/);
  await tap(await hear(secretary, /nộp kết quả NV-001.*12\/BC-STC/s), "Trả lại");
  await hear(secretary, /lý do trả lại NV-001/);
  await secretary.says("thiếu phụ lục");
  await hear(secretary, /Đã trả lại kết quả NV-001/);
  await hear(official, /NV-001 được trả lại: thiếu phụ lục/);
  await official.says("/hoanthanh NV-001 số 15/BC-STC ngày 19/11");
  await hear(official, /Đã nộp kết quả NV-001, văn bản số 15/);
  await hear(secretary, /nộp kết quả NV-001.*15\/BC-STC/s);
  await secretary.says("/xacnhan NV-001");
  await hear(secretary, /Đã xác nhận NV-001/);
  await hear(official, /NV-001 đã được xác nhận/);

  const monday = new Date("2026-11-23T08:01:00+07:00");
  clock.moveTo(monday);
  await bot.moveTo(monday);
  const ranking = await hearInGroupAtLast(inGroup, secretary, bot, /Kết quả thực hiện nhiệm vụ/);
  if (!/Sở Tài chính.*100,00%/s.test(ranking.text)) throw new Error(ranking.text);

  const told = once.map(([citizen, what]): [string, Told[string]] => [
    `${citizen === secretary ? "secretary" : "official"} ${what.source}`,
    countTold(citizen, what),
  ]);
  const rankings = countTold(inGroup, /Kết quả thực hiện nhiệm vụ/);
  return Object.fromEntries([...told, ["group ranking", rankings]]);
};

/**
 * Walks once under kills; what was told how often, what is in the database, how many deaths.
 * `hitOf` says at which time of the checkpoint a process dies, by how many died before; null = never.
 */
export const killedWalk = async (
  kind: DatabaseKind,
  checkpoint: string,
  hitOf: (deaths: number) => number | null,
): Promise<{ told: Told; trace: Trace; deaths: number }> => {
  const clock = clockAt("2026-11-20T09:00");
  const { target, look, drop } = await freshTarget(kind);
  const server = await startBotApiServer({
    port: 0,
    now: () => clock.now().getTime(),
    bot: { id: 7000001, firstName: "Đôn Đốc", username: "dondoc_bot", token: TEST_TOKEN },
    limits: { pace: false },
  });
  try {
    const codes = await plantAgencies(look, clock.now());
    const bot = startMortal({
      order: { database: target, apiRoot: server.url, token: TEST_TOKEN, pace: false },
      now: () => clock.now().getTime(),
      dieAt: (deaths) => {
        const hit = hitOf(deaths);
        return hit === null ? undefined : { checkpoint, hit };
      },
      onLog: (line) => console.error(line),
    });
    const told = await drive(server, bot, clock, codes);
    await bot.stop();
    return { told, trace: await look(traceOf), deaths: bot.deaths() };
  } finally {
    await server.close();
    await drop();
  }
};
