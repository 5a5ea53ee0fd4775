import { describe, expect, it } from "vitest";
import { openPostgres } from "#src/database/open.ts";
import { isPassingFault } from "#src/database/passing-fault.ts";
import { findPostgres, startOwnPostgres } from "#test/damage/support/own-postgres.ts";
import { createServerDatabase, serverUrl } from "#test/support/database.ts";

const caught = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "it went well",
    (error: unknown) => error,
  );

describe.skipIf(findPostgres() === null)("a server that stops", () => {
  it("is a passing fault to whatever was asked, before, while and after", async () => {
    const own = await startOwnPostgres();
    if (own === null) throw new Error("there is a PostgreSQL, but it does not start");
    const { db, close, migrate } = openPostgres(own.url);
    try {
      await migrate();
      const { promise: begun, resolve } = Promise.withResolvers<void>();
      const inTransaction = caught(
        db.$transaction(async (tx) => {
          await tx.task.count();
          resolve();
          await new Promise((later) => setTimeout(later, 1_000));
          return tx.task.count();
        }),
      );
      const inQuery = caught(db.$queryRaw`SELECT 1 FROM pg_sleep(20)`);
      await begun;
      await own.stop();
      const errors = [
        await inTransaction,
        await inQuery,
        await caught(db.task.count()),
        await caught(db.$queryRaw`SELECT 1`),
        await caught(db.$transaction((tx) => tx.task.count())),
      ];
      expect(errors.map(isPassingFault)).toEqual(errors.map(() => true));
      await own.start();
      expect(await db.task.count()).toBe(0);
    } finally {
      await close();
      await own.remove();
    }
  });
});

describe.skipIf(serverUrl === undefined)("a connection that is ended by an administrator", () => {
  it("is a passing fault, idle and at work; the pool takes another", async () => {
    const { url, drop } = await createServerDatabase();
    const { db, close } = openPostgres(url);
    const other = openPostgres(url);
    const cut = () =>
      other.db.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    try {
      const sleeping = caught(db.$queryRaw`SELECT 1 FROM pg_sleep(20)`);
      await new Promise((later) => setTimeout(later, 300));
      await cut();
      expect(isPassingFault(await sleeping)).toBe(true);
      await db.task.count();
      await cut();
      const next = await caught(db.task.count());
      expect(next === 0 || next === "it went well" || isPassingFault(next)).toBe(true);
      expect(await db.task.count()).toBe(0);
    } finally {
      await close();
      await other.close();
      await drop();
    }
  });
});

describe("a fault of ours", () => {
  it.each([
    ["a mistake in a program", new TypeError("x is undefined")],
    ["a row that is there already", Object.assign(new Error("unique"), { code: "P2002" })],
    ["a file that is not there", Object.assign(new Error(), { code: "ENOENT", syscall: "open" })],
    ["Telegram away", Object.assign(new Error("getFile failed"), { code: "ETIMEDOUT" })],
    [
      "an effect that takes too long",
      Object.assign(new Error("Transaction API error: expired transaction"), { code: "P2028" }),
    ],
    [
      "a statement that PostgreSQL refuses",
      Object.assign(new Error("Raw query failed"), {
        code: "P2010",
        meta: { driverAdapterError: { cause: { kind: "postgres", originalCode: "42601" } } },
      }),
    ],
    ["no error at all", undefined],
    ["a word", "P1001"],
  ])("%s does not pass by itself", (_, error) => {
    expect(isPassingFault(error)).toBe(false);
  });

  it.each([
    Object.assign(
      new Error("Transaction API error: Unable to start a transaction in the given time."),
      { code: "P2028" },
    ),
    Object.assign(new Error("write conflict"), { code: "P2034" }),
    Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" }),
    new Error("timeout exceeded when trying to connect"),
    new Error("Query read timeout"),
    Object.assign(new Error(), { code: "53300" }),
    Object.assign(new Error(), {
      meta: { driverAdapterError: { cause: { kind: "TooManyConnections" } } },
    }),
  ])("but %s does", (error) => {
    expect(isPassingFault(error)).toBe(true);
  });
});
