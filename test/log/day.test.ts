// A whole day of the province, with everything going wrong that can: what people wrote, who they
// are, codes and tokens stand in no line of the log.
import { Api } from "grammy";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createInvite } from "#src/people/invites.ts";
import { walk } from "#test/scenario/walk.ts";
import { makeCitizen } from "#test/support/citizen.ts";
import { openProvince, type Province, TEST_TOKEN } from "#test/support/province.ts";
import { type Lines, logInto } from "./lines.ts";

const HOSTILE = "dã lấy ý kiến </b> %s {{err}} \u202e mật khẩu của tôi là hoa-sen-2026";
const PLAIN = "da lay y kien Ong Nguyen Van A dien thoai 0912345678";

type Day = { log: Lines; typed: string[]; names: string[]; codes: string[]; province: Province };

const codeFor = async ({ db, clock }: Province, agencyCode: string): Promise<string> => {
  const agency = await db.agency.findFirstOrThrow({ where: { code: agencyCode } });
  const invite = {
    role: "official",
    agencyId: agency.id,
    createdById: null,
    now: clock.now(),
  } as const;
  return (await db.$transaction((tx) => createInvite(tx, invite))).code;
};

/** Strings that stand anywhere in stored updates and messages, under these keys. */
const said = (value: unknown, keys: ReadonlySet<string>, key = ""): string[] => {
  if (typeof value === "string") return keys.has(key) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => said(one, keys, key));
  return Object.entries(value).flatMap(([name, one]) => said(one, keys, name));
};

/** Failures of every kind, each on something that a person just wrote. */
const goesWrong = async (province: Province, nv: string, codes: string[]): Promise<void> => {
  const { db, server } = province;
  const secretary = await province.person("secretariat", "SNV", "Bùi Thị Hạnh");
  const official = await province.official("SYT");
  await secretary.asks("/giao SYT: Kiểm tra quầy thuốc xã Hòa Lạc; hạn 27/11", /Giao nhiệm vụ/);
  await secretary.taps("Ghi nhận");
  await secretary.hears(`Đã ghi nhận ${nv}`);
  await official.hears(/nhiệm vụ mới.*Kiểm tra quầy thuốc/s);

  // The same report twice, where the database was told to refuse that.
  await official.asks(`/tiendo ${nv} 10% ${PLAIN}`, /10%/);
  await db.$executeRaw`CREATE UNIQUE INDEX "once" ON "Progress" ("note")`;
  await official.asks(`/tiendo ${nv} 20% ${PLAIN}`, /L[0-9A-Z]{6}/);
  await db.$executeRaw`DROP INDEX "once"`;
  // A table that is not there.
  await db.$executeRaw`ALTER TABLE "Progress" RENAME TO "Elsewhere"`;
  await official.asks(`/tiendo ${nv} 30% ${HOSTILE}`, /L[0-9A-Z]{6}/);
  await db.$executeRaw`ALTER TABLE "Elsewhere" RENAME TO "Progress"`;

  // Telegram quotes what it refuses; then it takes a message and the line breaks; then it is away.
  const refusal = `Bad Request: can't parse entities: Unsupported start tag "${PLAIN}"`;
  server.faults.add({
    method: ["sendMessage", "sendRichMessage"],
    fault: { kind: "error", code: 400, description: refusal },
    times: 2,
  });
  await official.says(`/tiendo ${nv} 40% ${HOSTILE}`);
  await province.settle();
  server.faults.clear();
  server.faults.add({
    method: ["sendMessage", "sendRichMessage"],
    fault: { kind: "reset-after" },
  });
  await official.says(`/tiendo ${nv} 50% ${PLAIN}`);
  await province.settle();
  server.faults.clear();
  server.faults.add({ method: "getUpdates", fault: { kind: "500" }, times: 2 });

  const stranger = makeCitizen(server.createUser({ firstName: "Kẻ Lạ Mặt" }));
  await stranger.asks("/start mot-ma-doan-bua-0123456789", /./);
  await stranger.asks(PLAIN, /./);
  const code = await codeFor(province, "STP");
  codes.push(code);
  await stranger.asks(`https://t.me/dondoc_bot?start=${code}`, /./);
  await stranger.asks(`/start ${code}`, /Chào .*vai trò/);
  await province.settle();
};

const liveThrough = async (level: string, walks: boolean): Promise<Day> => {
  const log = logInto(level);
  const province = await openProvince({ at: "2026-11-20T09:00", log, ignoreErrors: /./ });
  const codes: string[] = [];
  if (walks) await walk({ ...province, errors: [] });
  await goesWrong(province, walks ? "NV-002" : "NV-001", codes);
  const updates = await province.db.inboxUpdate.findMany({ select: { payload: true } });
  const messages = await province.db.outboxMessage.findMany({ select: { payload: true } });
  const people = await province.db.person.findMany();
  const payloads = updates.map(({ payload }) => payload);
  const typed = said(payloads, new Set(["text", "caption", "data"]));
  const names = [
    ...said(payloads, new Set(["first_name", "last_name", "username", "title"])),
    ...people.map(({ fullName }) => fullName),
  ];
  typed.push(...said(messages, new Set(["text", "title", "runs", "label"])));
  return { log, typed, names, codes, province };
};

const end = async (day: Day | undefined): Promise<void> => {
  if (day === undefined) return;
  const { province } = day;
  province.server.faults.clear();
  await province.bot.stop();
  await province.server.close();
  await province.db.$disconnect();
};

/** Shorter ones ("SYT", "NV-002", "70%") are no text; a bot's own name is no secret. */
const telling = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => text.length >= 6 && !/^dondoc|^Đôn Đốc$/.test(text));

describe("at the default level", () => {
  let day: Day;
  beforeAll(async () => {
    day = await liveThrough("info", true);
  }, 120_000);
  afterAll(() => end(day));

  test("the day is told: jobs, and what failed with the code that the person was told", () => {
    const lines = day.log.all();
    expect(lines).toContain('"msg":"job ran"');
    expect(lines).toMatch(/"code":"L[0-9A-Z]{6}".*"msg":"an update failed"/);
    expect(lines).toContain('"msg":"outcome unknown"');
    expect(lines).toMatch(/"level":"error".*can't parse entities…/);
    // Where it was thrown, and on which table: what an operator needs.
    expect(lines).toContain('"fields":"note"');
    expect(lines).toMatch(/"stack":"\s+at /);
  });

  test("no line holds anything that people wrote or the bot said", () => {
    const lines = day.log.all();
    expect(telling(day.typed).length).toBeGreaterThan(40);
    const found = telling(day.typed).filter((text) => lines.includes(text));
    expect(found).toEqual([]);
    for (const word of ["Nguyen", "0912345678", "hoa-sen", "quầy thuốc", "mot-ma-doan-bua"]) {
      expect(lines).not.toContain(word);
    }
  });

  test("no line holds a name, a code or the token", () => {
    const lines = day.log.all();
    expect(telling(day.names)).toContain("Bùi Thị Hạnh");
    const found = [...telling(day.names), ...day.codes, TEST_TOKEN].filter((text) =>
      lines.includes(text),
    );
    expect(found).toEqual([]);
  });
});

describe("at debug", () => {
  let day: Day;
  beforeAll(async () => {
    day = await liveThrough("debug", false);
  }, 120_000);
  afterAll(() => end(day));

  test("each update is told by its id, and messages of errors are whole", () => {
    const lines = day.log.all();
    expect(lines).toMatch(/"update":"\d+","kind":"message","outcome":"done","ms":\d+/);
    expect(lines).toMatch(/"outcome":"failed"/);
    expect(lines).toMatch(/does not exist/);
  });

  test("still no line holds a code or the token, not even where all of it is logged", async () => {
    const { log, province, codes } = day;
    const updates = await province.db.inboxUpdate.findMany();
    const typed = JSON.stringify(updates, (_, value) => (typeof value === "bigint" ? 0 : value));
    for (const code of codes) expect(typed).toContain(code);
    for (const update of updates) log.debug({ update }, "everything that came");
    const api = new Api(TEST_TOKEN, { apiRoot: "http://127.0.0.1:9" });
    await api.getMe().catch((err: unknown) => log.error({ err }, "Telegram is away"));
    const lines = log.all();
    expect(lines).toContain("/start <code>");
    expect(lines).toContain("/bot<token>/getMe");
    expect(codes).toHaveLength(1);
    for (const secret of [...codes, TEST_TOKEN]) expect(lines).not.toContain(secret);
  });
});
