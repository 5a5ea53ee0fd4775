// Updates as nobody should send them, thousands of them, by strangers and by people of every role:
// every one is stored, answered and over, nothing breaks, and nobody does what they may not.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import type { Db } from "#src/database/client.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { type DamageOptions, type DamageProgram, type Verdict, verdict } from "./program.ts";
import { anyUpdate, type Scene } from "./support/arbitrary-updates.ts";
import { megabytes, table } from "./support/figures.ts";
import { type FuzzBot, startFuzzBot } from "./support/fuzz-bot.ts";
import {
  acrossAgencies,
  byStrangers,
  changedTables,
  decidedByOthers,
  registerDigest,
  unaskedTasks,
} from "./support/fuzz-effects.ts";
import { cast, isStranger, settlePeople } from "./support/fuzz-people.ts";
import { startStandIn } from "./support/stand-in.ts";

const TOKEN = "7000001:fuzz-token-fuzz-token-fuzz-token-0000";
const BOT = { id: 7_000_001, firstName: "Đôn Đốc", username: "dondoc_bot" };
const NOW = new Date("2026-11-20T09:00:00+07:00").getTime();

const sizes = {
  short: { updates: 2_000, batch: 200, windows: 5 },
  full: { updates: 200_000, batch: 400, windows: 20 },
};
/** Posts under way at a time: Telegram sends up to forty. */
const AT_ONCE = 16;
/** Of all updates: what strangers alone send, with the register closed to them. */
const STRANGERS_SHARE = 0.2;
/** The heap after collection may grow by so much from the second window to the last. */
const HEAP_GROWTH_MB = 60;

/** What Telegram says of places that are not there, as the fuzz invents them, and of rights there. */
const NO_SUCH_PLACE =
  /chat not found|chat_id is empty|thread not found|not enough rights to send ephemeral|message to edit not found|Forbidden/;

type Window = { updates: number; seconds: number; heap: number; rss: number };

/** What the collector of garbage is called by, whatever flags Node was started with. */
const collect = ((): (() => void) => {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("gc");
  return () => {
    if (typeof gc === "function") gc();
  };
})();

const measured = (updates: number, since: number): Window => {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { updates, seconds: (performance.now() - since) / 1000, heap: heapUsed, rss };
};

type Feed = { bot: FuzzBot; scene: Scene; seed: number; statuses: Map<number, number> };

/** Posts some thousand updates, batch by batch; one more number for each. */
const feed = async (
  { bot, scene, seed, statuses }: Feed,
  from: number,
  { updates, batch }: { updates: number; batch: number },
): Promise<number> => {
  const arbitrary = anyUpdate(scene);
  let number = from;
  while (number < from + updates) {
    const some = Math.min(batch, from + updates - number);
    const sampled = fc.sample(arbitrary, { numRuns: some, seed: seed + number });
    for (let at = 0; at < some; at += AT_ONCE) {
      const together = sampled.slice(at, at + AT_ONCE).map(async (update, offset) => {
        const update_id = number + at + offset + 1;
        const status = await bot.post(JSON.stringify({ update_id, ...update }));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      });
      await Promise.all(together);
    }
    number += some;
    await bot.settle();
  }
  return number;
};

/** Each distinct fault once, with the update that it came of. */
const sayFaults = async (db: Db, bot: FuzzBot, say: DamageOptions["say"]): Promise<number> => {
  const kinds = new Map<string, { count: number; update: string; error: string }>();
  for (const { text, error, update } of bot.faults) {
    if (NO_SUCH_PLACE.test(error)) continue;
    const where = /\((?:file:\/\/)?[^)]*\/(?:src|commands)\/[^)]*\)/.exec(error)?.[0] ?? "";
    const key = `${text} ${error.split("\n").at(-1)?.slice(0, 80)} ${where}`;
    const known = kinds.get(key);
    kinds.set(key, { count: (known?.count ?? 0) + 1, update: known?.update ?? update, error });
  }
  for (const { count, update, error } of kinds.values()) {
    const row = /^\d+$/.test(update)
      ? await db.inboxUpdate.findUnique({ where: { id: BigInt(update) } })
      : null;
    say(`${count} × ${error.slice(0, 1_500)}`);
    say(`  of ${JSON.stringify(row?.payload ?? null).slice(0, 1_500)}`);
  }
  return kinds.size;
};

const listed = (found: readonly string[]): string =>
  found.length === 0 ? "none" : found.join(", ");

const counted = (counts: ReadonlyMap<string | number, number>): string =>
  [...counts].map(([what, count]) => `${what} × ${count}`).join("; ");

const memoryVerdict = (windows: readonly Window[], say: DamageOptions["say"]): Verdict => {
  const head = ["updates", "per second", "heap MB", "RSS MB"];
  const rows = windows.map(({ updates, seconds, heap, rss }) => [
    String(updates),
    (updates / seconds).toFixed(0),
    megabytes(heap),
    megabytes(rss),
  ]);
  for (const line of table([head, ...rows])) say(line);
  const growth = ((windows.at(-1)?.heap ?? 0) - (windows[1]?.heap ?? 0)) / 1024 / 1024;
  return verdict(
    growth < HEAP_GROWTH_MB,
    `the heap grows by less than ${HEAP_GROWTH_MB} MB after the first window`,
    `${growth.toFixed(1)} MB, RSS at the end ${megabytes(windows.at(-1)?.rss ?? 0)} MB`,
  );
};

const inboxVerdict = async (db: Db): Promise<Verdict> => {
  const rows = await db.inboxUpdate.groupBy({ by: ["state"], _count: { _all: true } });
  const others = rows.filter(({ state }) => state !== "done");
  const found = rows.map(({ state, _count }) => `${state} ${_count._all}`).join(", ");
  return verdict(others.length === 0, "every stored update is done", found);
};

const damage = async (options: DamageOptions): Promise<Verdict[]> => {
  const { full, seed, say } = options;
  const { updates, batch, windows: wanted } = full ? sizes.full : sizes.short;
  const server = process.env.DONDOC_TEST_DATABASE_URL !== undefined;
  const open = await openTestDatabase(server ? "postgres" : "embedded");
  const { db } = open;
  const people = cast.map(({ name }) => name);
  const order = { token: TOKEN, bot: BOT, people, groups: ["Tổ CCHC", "Nhóm lạ"], now: NOW };
  const standIn = await startStandIn(order);
  const [group = 0] = standIn.groups;
  await settlePeople(db, standIn.people, group);
  const bot = await startFuzzBot(db, { url: standIn.url, token: TOKEN }, NOW);
  try {
    const everybody = standIn.people.map((id, at) => ({ id, name: people[at] ?? "" }));
    const strangers = everybody.filter((_, at) => isStranger(at));
    const titles = standIn.groups.map((id, at) => ({ id, title: order.groups[at] ?? "" }));
    const scene: Scene = {
      people: everybody,
      groups: titles,
      botId: BOT.id,
      fileId: standIn.fileId,
      date: Math.floor(NOW / 1000),
    };
    const statuses = new Map<number, number>();
    // Those who may do more say more.
    const busy = everybody.filter((_, at) => !isStranger(at) && cast[at]?.agency !== null);
    const crowd = { ...scene, people: [...everybody, ...busy, ...busy] };
    const feeding: Feed = { bot, scene: crowd, seed, statuses };

    const before = await registerDigest(db);
    const alone = Math.round(updates * STRANGERS_SHARE);
    const since = performance.now();
    const windows: Window[] = [];
    const theirs = { ...feeding, scene: { ...scene, people: strangers } };
    let number = await feed(theirs, 0, { updates: alone, batch });
    windows.push(measured(alone, since));
    const touched = changedTables(before, await registerDigest(db));
    say(`${alone} updates of strangers alone`);

    const rest = Math.ceil((updates - alone) / wanted);
    for (let window = 1; window <= wanted; window += 1) {
      const from = performance.now();
      number = await feed(feeding, number, { updates: rest, batch });
      windows.push(measured(rest, from));
      if (full) say(`${number} updates, ${bot.faults.length} faults`);
    }

    const kinds = await sayFaults(db, bot, say);
    const refused = [...bot.sent.keys()].filter(
      (what) => !what.startsWith("sent") && !NO_SUCH_PLACE.test(what),
    );
    const ids = strangers.map(({ id }) => id);
    const audited = await db.auditEntry.count({ where: { inboxId: { not: null } } });
    const crossed = [...(await acrossAgencies(db)), ...(await decidedByOthers(db))];
    const unasked = await unaskedTasks(db);
    const seconds = (performance.now() - since) / 1000;
    return [
      await inboxVerdict(db),
      verdict(kinds === 0, "no error is logged", `${kinds} kinds, ${bot.faults.length} times`),
      verdict(
        [...statuses.keys()].every((status) => status === 200 || status === 400),
        "the webhook answers every post with 200, or 400 where it is no update",
        counted(statuses),
      ),
      verdict(refused.length === 0, "Telegram takes every message", counted(bot.sent)),
      verdict(touched.length === 0, "strangers alone change no row", listed(touched)),
      verdict(
        (await byStrangers(db, ids)).length === 0,
        "no effect names a stranger's update",
        listed(await byStrangers(db, ids)),
      ),
      verdict(
        crossed.length === 0 && unasked === 0,
        "nobody acts for another agency, or decides without the right",
        `${listed(crossed)}; tasks without the right: ${unasked}`,
      ),
      verdict(
        audited > updates / 200,
        "people of the house did get things done",
        `${audited} times`,
      ),
      memoryVerdict(windows, say),
      verdict(true, "rate", `${(number / seconds).toFixed(0)} updates/s on ${open.kind}`),
    ];
  } finally {
    await bot.stop();
    await standIn.stop();
    await open.close();
  }
};

export const fuzz: DamageProgram = {
  name: "fuzz",
  summary: "2,000 hostile updates by strangers and people of every role; full: 200,000",
  run: damage,
};
