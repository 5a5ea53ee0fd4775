import { describe, expect, it, vi } from "vitest";
import { type OpenDatabase, openPostgres } from "#src/database/open.ts";
import { makeInboxCall } from "#src/turn/inbox-topic.ts";
import { type Turn, takeTurn } from "#src/turn/take-turn.ts";
import { createServerDatabase, serverUrl } from "#test/support/database.ts";
import { collectLog } from "#test/telegram/stage.ts";
import { atEnd } from "./program.ts";

vi.setConfig({ testTimeout: 60_000 });

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000, interval: 20 });

const onServer = async (): Promise<{ url: string } & Pick<OpenDatabase, "db">> => {
  const { url, drop } = await createServerDatabase();
  atEnd(drop);
  const { db, close } = openPostgres(url);
  atEnd(close);
  return { url, db };
};

/** What happened to whom, in order. */
const makeDiary = () => {
  const lines: string[] = [];
  const log = collectLog();
  const join = (name: string, target: { url: string } | { dir: string }, failures = 0): Turn => {
    let left = failures;
    const turn = takeTurn(
      target,
      {
        log,
        onWake: () => lines.push(`${name} woken`),
        onStandby: async () => {
          lines.push(`${name} stands by`);
        },
      },
      async () => {
        if (left > 0) {
          left -= 1;
          lines.push(`${name} fails`);
          throw new Error("not yet");
        }
        lines.push(`${name} begins`);
        return {
          stop: async () => {
            lines.push(`${name} ends`);
          },
        };
      },
    );
    atEnd(turn.stop);
    return turn;
  };
  return { lines, log, join };
};

describe("the turn of an embedded database", () => {
  it("is there at once, and its work is ended with it", async () => {
    const { lines, join } = makeDiary();
    const turn = join("an", { dir: "/nowhere" });
    await soon(() => turn.isAtWork()).toBe(true);
    await turn.stop();
    expect(turn.isAtWork()).toBe(false);
    expect(lines).toEqual(["an begins", "an ends"]);
  });
});

describe.skipIf(serverUrl === undefined)("the turn among processes", () => {
  const cut = (db: OpenDatabase["db"], name: string) =>
    db.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = ${name}`;

  it("is one's; the other begins when that one has ended", async () => {
    const { url } = await onServer();
    const { lines, join } = makeDiary();
    const an = join("an", { url });
    await soon(() => an.isAtWork()).toBe(true);
    const binh = join("binh", { url });
    await soon(() => lines).toContain("binh stands by");
    await an.stop();
    await soon(() => binh.isAtWork()).toBe(true);
    expect(lines).toEqual(["an begins", "binh stands by", "an ends", "binh begins"]);
  });

  it("is lost with its connection; the work ends before it is begun again", async () => {
    const { url, db } = await onServer();
    const { lines, log, join } = makeDiary();
    const an = join("an", { url });
    await soon(() => an.isAtWork()).toBe(true);
    await cut(db, "dondoc at work");
    await soon(() => lines).toEqual(["an begins", "an ends", "an begins"]);
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("a standby whose connection was cut stands by again", async () => {
    const { url, db } = await onServer();
    const { lines, join } = makeDiary();
    const an = join("an", { url });
    await soon(() => an.isAtWork()).toBe(true);
    const binh = join("binh", { url });
    await soon(() => lines).toContain("binh stands by");
    await cut(db, "dondoc standby");
    await an.stop();
    await soon(() => binh.isAtWork()).toBe(true);
  });

  it("is tried again where the work could not begin", async () => {
    const { url } = await onServer();
    const { lines, join } = makeDiary();
    const an = join("an", { url }, 2);
    await soon(() => an.isAtWork()).toBe(true);
    expect(lines).toEqual(["an fails", "an fails", "an begins"]);
  });

  it("whoever has it hears what another stored; a standby does not", async () => {
    const { url, db } = await onServer();
    const { lines, join } = makeDiary();
    const an = join("an", { url });
    await soon(() => an.isAtWork()).toBe(true);
    join("binh", { url });
    await soon(() => lines).toContain("binh stands by");
    makeInboxCall(db)();
    await soon(() => lines).toContain("an woken");
    expect(lines).not.toContain("binh woken");
  });

  it("waits for a server that is not there, and says so once", async () => {
    const { lines, log, join } = makeDiary();
    const turn = join("an", { url: "postgresql://postgres@127.0.0.1:1/postgres" });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(turn.isAtWork()).toBe(false);
    expect(lines).toEqual([]);
    expect(log.lines.map(({ text }) => text)).toEqual(["the turn cannot be taken, trying again"]);
  });
});
