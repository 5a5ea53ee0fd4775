import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { paragraph, type Reply, say } from "#src/messages/reply.ts";
import type { Fault } from "#src/playground/server.ts";
import { atEnd, openStage, table, useDatabase } from "./stage.ts";

const db = useDatabase();

const times = Number.POSITIVE_INFINITY;

describe("what became of it", () => {
  const faulty = async (fault: Fault, reply: Reply = say("một")) => {
    const stage = await openStage(db(), 0.3);
    stage.playground.faults.add({ method: ["sendMessage", "sendRichMessage"], fault });
    const sent = await stage.channel.send(stage.toLan, reply, {});
    const arrived = stage.playground.messages(stage.lan.id).length - 1;
    return { ...stage, sent, arrived };
  };

  it.each<[Fault, object, number]>([
    [{ kind: "429", retryAfter: 3 }, { kind: "retry", afterMs: 3000 }, 0],
    [{ kind: "500" }, { kind: "retry", afterMs: null }, 0],
    [
      { kind: "error", code: 401, description: "Unauthorized" },
      { kind: "retry", afterMs: 60_000 },
      0,
    ],
    [
      { kind: "error", code: 400, description: "Bad Request: chat not found" },
      { kind: "rejected" },
      0,
    ],
    [{ kind: "reset-before" }, { kind: "unknown", errorCode: "ECONNRESET" }, 0],
    [{ kind: "reset-after" }, { kind: "unknown", errorCode: "ECONNRESET" }, 1],
    [{ kind: "hang" }, { kind: "unknown", errorCode: "timeout" }, 0],
    [{ kind: "hang", taken: true }, { kind: "unknown", errorCode: "timeout" }, 1],
  ])("after %j: %j", async (fault, outcome, taken) => {
    const { sent, arrived } = await faulty(fault);
    expect(sent).toMatchObject(outcome);
    expect(arrived).toBe(taken);
  });

  it("a refused connection: surely not taken", async () => {
    const { playground, channel, toLan } = await openStage(db());
    await playground.refuseConnections(5_000);
    // A connection that was just cut, unseen by this side, would be a reset: unknown, rightly.
    await sleep(400);
    const sent = await channel.send(toLan, say("một"), {});
    expect(sent).toEqual({ kind: "retry", afterMs: null, errorCode: "ECONNREFUSED" });
  });

  it("a reset rich message is not sent again as a plain one", async () => {
    const { sent, arrived, playground } = await faulty(
      { kind: "reset-after" },
      { blocks: [table] },
    );
    expect(sent).toMatchObject({ kind: "unknown" });
    expect(arrived).toBe(1);
    expect(playground.calls("sendMessage")).toEqual([]);
  });

  it("a 404 for everything is trouble with the token, and no reason to give up rich messages", async () => {
    const { playground, channel, toLan, log } = await openStage(db());
    const fault = { kind: "error" as const, code: 404, description: "Not Found" };
    const undo = playground.faults.add({ fault, times });
    expect(await channel.send(toLan, { blocks: [table] }, {})).toMatchObject({
      kind: "retry",
      afterMs: 60_000,
    });
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(1);
    undo();
    await channel.send(toLan, { blocks: [table] }, {});
    expect(playground.calls("sendRichMessage")).toHaveLength(2);
  });

  it("blocked, kicked, migrated", async () => {
    const { channel, lan, group, toLan, toGroup } = await openStage(db());
    lan.block();
    expect(await channel.send(toLan, say("a"), {})).toMatchObject({
      kind: "gone",
      status: "blocked",
    });
    const old = toGroup();
    group.upgradeToSupergroup(lan);
    expect(await channel.send(old, say("a"), {})).toEqual({
      kind: "migrated",
      externalId: String(group.id),
    });
    group.setBot("kicked");
    expect(await channel.send(toGroup(), say("a"), {})).toMatchObject({
      kind: "gone",
      status: "gone",
    });
  });

  it("a message that broke off after its first part is unknown, and never begun again", async () => {
    const { playground, channel, toLan, lan } = await openStage(db(), 0.3);
    const blocks = [1, 2].map((part) => paragraph(`phần ${part} ${"ạ".repeat(3000)}`));
    let seen = 0;
    channel.api.config.use((prev, method, payload, signal) => {
      seen += 1;
      if (seen === 2)
        playground.faults.add({ fault: { kind: "error", code: 400, description: "no" } });
      return prev(method, payload, signal);
    });
    expect(await channel.send(toLan, { blocks }, {})).toMatchObject({ kind: "unknown" });
    expect(playground.messages(lan.id)).toHaveLength(2);
  });

  it("a later part that was surely not taken is tried again", async () => {
    const { playground, channel, toLan, lan } = await openStage(db());
    const blocks = [1, 2].map((part) => paragraph(`phần ${part} ${"ạ".repeat(3000)}`));
    let seen = 0;
    channel.api.config.use((prev, method, payload, signal) => {
      seen += 1;
      if (seen === 2) playground.faults.add({ fault: { kind: "429", retryAfter: 0.05 } });
      return prev(method, payload, signal);
    });
    expect(await channel.send(toLan, { blocks }, {})).toMatchObject({ kind: "sent" });
    await lan.dm().expectMessage("phần 1");
    await lan.dm().expectMessage("phần 2");
  });

  it("a database that fails before anything went out: surely not taken", async () => {
    const { channel, toLan, playground } = await openStage(db());
    const command = `/giao ${"dài ".repeat(30)}`;
    await db().$executeRawUnsafe(`ALTER TABLE "ButtonToken" RENAME TO "Away"`);
    atEnd(() => db().$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "ButtonToken"`));
    const sent = await channel.send(
      toLan,
      { ...say("a"), buttons: [[{ label: "A", command }]] },
      {},
    );
    expect(sent).toMatchObject({ kind: "retry" });
    expect(playground.calls("sendMessage")).toEqual([]);
  });
});
