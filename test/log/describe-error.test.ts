// Real errors of what the bot stands on, about something that a person wrote.
import { Api } from "grammy";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { describeError } from "#src/log/describe-error.ts";
import { openPlayground, token, useDatabase } from "#test/telegram/stage.ts";
import { logInto } from "./lines.ts";

const TEXT = "Ong Nguyen Van A o Phuong 5 khieu nai";
const ACCENTED = "Bà Trần Thị Bích ở Phường 5 khiếu nại";

const db = useDatabase();

const thrownBy = (act: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(act)
    .then(
      () => {
        throw new Error("nothing was thrown");
      },
      (error: unknown) => error,
    );

const store = (lane: string) =>
  db().inboxUpdate.create({
    data: {
      channel: TEXT,
      updateId: 1n,
      lane,
      payload: { text: ACCENTED },
      receivedAt: new Date("2026-11-23T01:00:00Z"),
    },
  });

/** The line at the default level, and at debug. */
const linesOf = async (error: unknown) => {
  const log = logInto("info");
  const loud = logInto("debug");
  for (const one of [log, loud]) one.error({ err: error }, "failed");
  return { quiet: log.all(), loud: loud.all(), described: describeError(error, false) };
};

const expectNoText = (line: string) => {
  for (const word of ["Nguyen", "Phuong", "Trần", "khiếu"]) expect(line).not.toContain(word);
};

describe("an error is logged without what it is about", () => {
  test("a row that is there already", async () => {
    await store("a");
    const { quiet, described } = await linesOf(await thrownBy(() => store("b")));
    expectNoText(quiet);
    expect(described).toMatchObject({
      type: "PrismaClientKnownRequestError",
      code: "P2002",
      about: { model: "InboxUpdate", fields: "channel,updateId" },
    });
    expect(described.stack).toContain("at ");
  });

  test("a value that the database cannot read", async () => {
    const error = await thrownBy(() => db().$queryRaw`SELECT ${TEXT}::text::integer`);
    const { quiet, loud, described } = await linesOf(error);
    expectNoText(quiet);
    expect(loud).toContain("Nguyen");
    expect(JSON.stringify(described)).toContain("22P02");
  });

  test("a query that Prisma refuses", async () => {
    const wrong: { where: { id: bigint } } = JSON.parse(`{"where":{"id":"${TEXT}"}}`);
    const error = await thrownBy(() => db().inboxUpdate.findFirst(wrong));
    const { quiet, loud } = await linesOf(error);
    expectNoText(quiet);
    expect(loud).toContain("Nguyen");
  });

  test("what Telegram refuses: its reason, without what it quotes, and without the message", async () => {
    const playground = await openPlayground();
    const api = new Api(token, { apiRoot: playground.url });
    playground.faults.add({
      method: "sendMessage",
      fault: {
        kind: "error",
        code: 400,
        description: `Bad Request: can't parse entities: Unsupported start tag "${TEXT}"`,
      },
    });
    const { quiet, described } = await linesOf(await thrownBy(() => api.sendMessage(1, ACCENTED)));
    expectNoText(quiet);
    expect(described).toMatchObject({
      type: "GrammyError",
      code: 400,
      message: "Bad Request, can't parse entities…",
      about: { method: "sendMessage" },
    });
  });

  test("a server that is not there: the cause, without the address that holds the token", async () => {
    const api = new Api(token, { apiRoot: "http://127.0.0.1:9" });
    const error = await thrownBy(() => api.sendMessage(1, ACCENTED));
    const { quiet, loud, described } = await linesOf(error);
    expectNoText(quiet);
    expect(described).toMatchObject({ type: "HttpError", cause: { code: "ECONNREFUSED" } });
    expect(loud).toContain("/bot<token>/sendMessage");
    for (const line of [quiet, loud]) expect(line).not.toContain(token);
  });

  test.each([
    ["JSON that cannot be read", () => JSON.parse(TEXT)],
    ["a number that is none", () => BigInt(TEXT)],
    ["an address that is none", () => decodeURIComponent(`%${TEXT}`)],
    ["a shape that does not fit", () => z.object({ a: z.literal(TEXT) }).parse({ a: ACCENTED })],
    [
      "one of ours about a value",
      () => Promise.reject(new RangeError(`not a civil date: ${TEXT}`)),
    ],
    ["one with a quotation", () => Promise.reject(new Error(`the words "${TEXT}" were said`))],
    ["one in Vietnamese", () => Promise.reject(new Error(ACCENTED))],
    ["one in several lines", () => Promise.reject(new Error(`lost\n    at ${TEXT} (a.ts:1:1)`))],
    ["one with a cause", () => Promise.reject(new Error("lost", { cause: new Error(ACCENTED) }))],
    ["a string", () => Promise.reject(TEXT)],
    ["an error under another name", () => Promise.reject(new Error("x", { cause: TEXT }))],
  ])("%s", async (_, act) => {
    const { quiet } = await linesOf(await thrownBy(act));
    expectNoText(quiet);
  });

  test("what we say ourselves stays, and where it was thrown", async () => {
    const { described } = await linesOf(new Error("getFile was refused"));
    expect(described.message).toBe("getFile was refused");
    expect(described.stack).toContain("describe-error.test.ts");
  });

  test("fields too: a reason keeps its beginning, a text in Vietnamese nothing", () => {
    const log = logInto("info");
    const code = `400 Bad Request: can't parse entities: Unsupported start tag "${TEXT}"`;
    log.warn({ code, chat: 7, group: ACCENTED, id: 12n, ok: true, none: null }, "refused");
    expect(log.last()).toMatchObject({
      level: "warn",
      code: "400 Bad Request, can't parse entities…",
      chat: 7,
      group: "…",
      id: "12",
      ok: true,
      none: null,
      msg: "refused",
    });
  });
});
