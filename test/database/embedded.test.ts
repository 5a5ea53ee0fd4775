import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { socketPath } from "#src/database/lock.ts";
import {
  DatabaseInUse,
  type OpenDatabase,
  openDatabaseBeside,
  openEmbedded,
} from "#src/database/open.ts";

let dir: string;
const opened: OpenDatabase[] = [];
const keep = (open: OpenDatabase): OpenDatabase => {
  opened.push(open);
  return open;
};

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "dondoc-db-"));
});

afterEach(async () => {
  for (const open of opened.splice(0).reverse()) await open.close();
  await rm(dir, { recursive: true, force: true });
});

/** A message of PostgreSQL's protocol: type, length, body. */
const message = (type: string, body: string): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(body) + 4);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
};

const setting = (key: string) => ({ key, value: 1 });

describe("the embedded database", () => {
  it("has one owner; the command line works beside it", async () => {
    const bot = keep(await openEmbedded(dir));
    await bot.migrate();
    await expect(openEmbedded(dir)).rejects.toThrow(DatabaseInUse);

    const operator = keep(await openDatabaseBeside({ dir }));
    expect(operator.kind).toBe("embedded-shared");
    await operator.db.setting.create({ data: setting("from-operator") });
    expect(await bot.db.setting.count()).toBe(1);
    expect(await operator.pending()).toEqual([]);
  });

  it("never lets one client's statement fall into another's open transaction", async () => {
    const bot = keep(await openEmbedded(dir));
    await bot.migrate();
    const first = keep(await openDatabaseBeside({ dir }));
    const second = keep(await openDatabaseBeside({ dir }));
    const everybody = [bot, first, second];

    // Each opens transactions that roll back, while all the others write for good.
    const rolledBack = everybody.map(async ({ db }, who) => {
      for (let round = 0; round < 8; round += 1) {
        await db
          .$transaction(async (tx) => {
            await tx.setting.create({ data: setting(`lost-${who}-${round}`) });
            await tx.setting.findMany();
            await tx.setting.create({ data: setting(`lost-too-${who}-${round}`) });
            throw new Error("roll back");
          })
          .catch((error: Error) => expect(error.message).toBe("roll back"));
      }
    });
    const kept = everybody.map(async ({ db }, who) => {
      for (let round = 0; round < 20; round += 1) {
        await db.setting.create({ data: setting(`kept-${who}-${round}`) });
      }
    });
    await Promise.all([...rolledBack, ...kept]);

    const keys = (await bot.db.setting.findMany()).map((row) => row.key);
    expect(keys.filter((key) => key.startsWith("lost"))).toEqual([]);
    expect(keys.filter((key) => key.startsWith("kept"))).toHaveLength(60);
  });

  it("rolls back for a client that goes away in the middle, and serves on", async () => {
    const bot = keep(await openEmbedded(dir));
    await bot.migrate();
    const client = connect(socketPath(dir));
    client.write(message("", `\0\x03\0\0user\0postgres\0database\0postgres\0\0`));
    client.write(message("Q", "BEGIN\0"));
    client.write(message("Q", `INSERT INTO "Setting" VALUES ('half', '1', now())\0`));
    let answer = "";
    for await (const part of client) {
      answer += String(part);
      if (answer.includes("INSERT 0 1")) break;
    }
    client.destroy();
    await bot.db.setting.create({ data: setting("after") });
    expect((await bot.db.setting.findMany()).map((row) => row.key)).toEqual(["after"]);
  });
});
