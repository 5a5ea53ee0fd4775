// A register is saved and put back: the same, row by row, whichever kind of database it goes to.
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { migrationNames } from "#prisma/migrations-on-disk.ts";
import { checkBackup } from "#src/backup/read-backup.ts";
import { restore } from "#src/backup/restore.ts";
import { makeStaging, takePlaceOfPublic } from "#src/backup/staging.ts";
import { takeBackup } from "#src/backup/take-backup.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { instantAt } from "#src/calendar/zone.ts";
import { openSession } from "#src/database/session.ts";
import { plantSample } from "#src/sample/index.ts";
import { seedDayOffs } from "#src/schedule/calendar-store.ts";
import { databaseKinds } from "#test/support/database.ts";
import {
  contentsOf,
  emptyPlace,
  inPlace,
  migratedPlace,
  type Place,
  withoutNotes,
} from "./place.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const now = instantAt(civilDate("2026-11-20"), "09:00");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dondoc-backup-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is hard to carry: a JSON null, numbers no machine has, marks of every kind, a big file. */
const HARD = `
  INSERT INTO "Setting" VALUES ('a', 'null', now()),
    ('b', '{"t": "a\\"\\\\\\u2028\\n\\u0001", "n": 12345678901234567890.1230}', now());
  INSERT INTO "Blob" SELECT encode(sha256(b), 'hex'), b, length(b), now()
    FROM (SELECT decode(repeat('00ff5c220a', 1000000), 'hex') AS b) AS x;
  INSERT INTO "Chat" ("channel", "externalId", "kind", "title")
    VALUES ('telegram', '-5', 'group', E'\\u202Eẫ"\\\\n\\t''; --👩‍👩‍👧');
  INSERT INTO "OutboxMessage" ("key", "chatId", "kind", "payload", "eligibility", "createdAt")
    SELECT k, c."id", 'reply', '{}', e::jsonb, now()
    FROM "Chat" c, (VALUES ('none', NULL), ('null', 'null'), ('text', '"null"')) AS v(k, e)
    WHERE c."externalId" = '-5';`;

const plant = async (place: Place): Promise<void> => {
  await inPlace(place, async (db) => {
    await seedDayOffs(db);
    expect(await plantSample(db, { seed: 7, now })).toBeTruthy();
  });
  const session = await openSession(place.target);
  await session.script(HARD);
  await session.close();
};

describe.each(databaseKinds)("a register (%s)", (kind) => {
  let source: Place;
  let file: string;
  beforeAll(async () => {
    source = await migratedPlace(kind);
    await plant(source);
    file = path.join(folder, `${kind}.backup.gz`);
    await inPlace(source, (db) => takeBackup(db, file, now));
  });
  afterAll(() => source.remove());

  it("is saved in a file that only its owner may read, and that says what is in it", async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const head = await checkBackup(file);
    expect(head.madeAt).toBe(now.toISOString());
    expect(head.tables.find(({ name }) => name === "Agency")?.rows).toBeGreaterThan(70);
    expect(head.migrations.length).toBe((await migrationNames()).length);
  });

  it.each(databaseKinds)("is the same again, row by row, on an empty %s", async (to) => {
    const place = await emptyPlace(to);
    try {
      await restore({ file, target: place.target, replace: false, untouched: true, jobs: [], now });
      const [was, is] = [await contentsOf(source), await contentsOf(place)];
      expect(Object.keys(is)).toEqual(Object.keys(was));
      expect(was.OutboxMessage?.filter((row) => /–$/.test(row)).length).toBeGreaterThan(0);
      expect(withoutNotes(is)).toEqual(withoutNotes(was));
      expect(is.AuditEntry?.length).toBe((was.AuditEntry?.length ?? 0) + 1);
      // The restored database works: its rules hold, and its numbers go on.
      await inPlace(place, async (db) => {
        await expect(db.auditEntry.deleteMany()).rejects.toThrow(/append-only/);
        await expect(
          db.agencyAlias.create({ data: { agencyId: 987_654, alias: "x" } }),
        ).rejects.toThrow(/foreign key/i);
        await db.person.create({ data: { fullName: "Người mới" } });
      });
    } finally {
      await place.remove();
    }
  });
});

it.each(databaseKinds)("a backup of an older version is brought up to date (%s)", async (kind) => {
  const names = await migrationNames();
  const last = names.at(-1) ?? "";
  const [old, fresh] = [await emptyPlace(kind), await emptyPlace(kind)];
  try {
    const session = await openSession(old.target);
    const at = now.toISOString();
    await makeStaging(
      session,
      names.slice(0, -1).map((name) => ({
        id: name.slice(0, 36),
        checksum: "0".repeat(64),
        migration_name: name,
        started_at: at,
        finished_at: at,
      })),
    );
    await takePlaceOfPublic(session);
    await session.script(`SET search_path TO public;
      INSERT INTO "AgencyGroup" ("name") VALUES ('Các sở')`);
    await session.close();
    const file = path.join(folder, `old-${kind}.backup.gz`);
    await inPlace(old, (db) => takeBackup(db, file, now));
    const asked = { file, replace: false, untouched: false, jobs: [], now };
    const { migrated } = await restore({ ...asked, target: fresh.target });
    expect(migrated).toEqual([last]);
    const groups = await inPlace(fresh, (db) => db.agencyGroup.findMany());
    expect(groups.map(({ name }) => name)).toEqual(["Các sở"]);
  } finally {
    await old.remove();
    await fresh.remove();
  }
});
