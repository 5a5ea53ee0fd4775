import { expect, it } from "vitest";
import type { Command } from "#src/requests/request.ts";
import { makeTelegramChannel } from "#src/telegram/channel.ts";
import { menuOf, setMenus } from "#src/telegram/menu.ts";
import { collectLog, openPlayground, openStage, token, useDatabase } from "./stage.ts";

const db = useDatabase();

type Listed = Pick<Command, "name" | "summary" | "chats" | "kind" | "audience">;

const command = (name: string, more: Partial<Listed> = {}): Listed => ({
  name,
  summary: { vi: `Việc ${name}`, en: `Task ${name}` },
  chats: ["private", "group"],
  kind: "read",
  ...more,
});

it("knows its own name, and waits for a server that is away", async () => {
  const playground = await openPlayground();
  await playground.refuseConnections(50);
  const log = collectLog();
  const { me, name } = await makeTelegramChannel({
    token,
    apiRoot: `${playground.url}/`,
    db: db(),
    log,
  });
  expect([name, me.username]).toEqual(["telegram", "dondoc_bot"]);
  expect(log.lines[0]?.level).toBe("warn");
});

it("does not start with a token that Telegram does not know, and does not repeat it", async () => {
  const playground = await openPlayground();
  const opening = makeTelegramChannel({
    token: "1:SAI",
    apiRoot: playground.url,
    db: db(),
    log: collectLog(),
  });
  await expect(opening).rejects.toThrow(/token/);
  await expect(opening).rejects.not.toThrow(/SAI/);
});

it("answers a tap, and does not mind where it is too late", async () => {
  const { channel, lan, toLan, log } = await openStage(db());
  await channel.send(
    toLan,
    { blocks: [{ kind: "paragraph", runs: ["nút"] }], buttons: [[{ label: "A", command: "/a" }]] },
    {},
  );
  const tapped = lan.dm().click("A");
  const incoming = channel.incoming((await channel.api.getUpdates()).at(-1));
  const id = incoming?.kind === "message" ? (incoming.tap?.id ?? "") : "";
  await channel.answerTap(id);
  expect(await tapped).toEqual({ showAlert: false });
  await channel.answerTap("không có");
  expect(log.lines.map(({ level }) => level)).toEqual(["debug"]);
});

it("lists in groups the commands for groups, hidden where only the asker reads the answer", () => {
  const commands = [
    command("viec"),
    command("xephang", { audience: "chat" }),
    command("tiendo", { kind: "write" }),
    command("nhap", { chats: ["private"] }),
  ];
  expect(menuOf(commands, "group", "vi")).toEqual([
    { command: "viec", description: "Việc viec", is_ephemeral: true },
    { command: "xephang", description: "Việc xephang" },
    { command: "tiendo", description: "Việc tiendo" },
  ]);
  expect(menuOf(commands, "private", "en").map((entry) => entry.description)).toEqual(
    ["viec", "xephang", "tiendo", "nhap"].map((name) => `Task ${name}`),
  );
});

it("sets the menus of both kinds of chat in both languages, and goes on where one fails", async () => {
  const { channel, lan, group, playground, log } = await openStage(db());
  playground.faults.add({ method: "setMyCommands", fault: { kind: "500" } });
  await setMenus(channel.api, [command("viec"), command("nhap", { chats: ["private"] })], log);
  expect(log.lines).toMatchObject([
    { level: "warn", fields: { place: "private", language: "vi" } },
  ]);
  expect(playground.calls("setMyCommands")).toHaveLength(4);
  expect(lan.in(group).commands()).toEqual(["viec"]);
  const english = await channel.api.getMyCommands({
    scope: { type: "all_private_chats" },
    language_code: "en",
  });
  expect(english.map(({ description }) => description)).toEqual(["Task viec", "Task nhap"]);
});
