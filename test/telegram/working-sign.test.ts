// Somebody asks and the answer takes its time: they see that the bot is typing.
import { expect, it } from "vitest";
import type { IncomingMessage } from "#src/delivery/channel.ts";
import { startWorkingSign } from "#src/requests/working-sign.ts";
import { plant } from "#test/scenario/planted.ts";
import { openProvince } from "#test/support/province.ts";
import { openStage, spoken, useDatabase } from "./stage.ts";

const db = useDatabase();

/** What the bot heard last. */
const heard = async ({ channel }: Awaited<ReturnType<typeof openStage>>) =>
  spoken(channel.incoming((await channel.api.getUpdates()).at(-1)));

it("shows in a private chat that an answer is under way, and no longer once it is there", async () => {
  const stage = await openStage(db());
  stage.lan.dm().say("/xuat");
  const end = startWorkingSign(stage.channel, await heard(stage));
  const { payload } = await stage.playground.waitForCall("sendChatAction");
  expect(payload).toEqual({ chat_id: stage.lan.id, action: "typing" });
  end();
});

it("shows nothing where the answer is there at once, and nothing in a group", async () => {
  const stage = await openStage(db());
  stage.lan.dm().say("/viec");
  startWorkingSign(stage.channel, await heard(stage))();
  stage.lan.in(stage.group).say("/viec");
  const inGroup: IncomingMessage = await heard(stage);
  expect(inGroup.addressed).toBe(true);
  const end = startWorkingSign(stage.channel, inGroup);
  // Somebody else's sign, begun later, comes: theirs would have come before it.
  stage.minh.dm().say("/viec");
  const endOfOther = startWorkingSign(stage.channel, await heard(stage));
  await stage.playground.waitForCall("sendChatAction");
  expect(stage.playground.calls("sendChatAction").map(({ payload }) => payload.chat_id)).toEqual([
    stage.minh.id,
  ]);
  end();
  endOfOther();
});

it("goes on working where the sign cannot be shown", async () => {
  const stage = await openStage(db());
  stage.playground.faults.add({ method: "sendChatAction", fault: { kind: "500" } });
  const to = { externalId: String(stage.lan.id), kind: "private", threadId: 0 };
  await expect(stage.channel.showWorking?.(to)).resolves.toBeUndefined();
  expect(stage.log.lines).toMatchObject([{ level: "debug" }]);
});

it("is shown to an official whose file takes long to fetch, and the file is taken", async () => {
  const province = await openProvince({ at: "2026-11-20T09:00" });
  const official = await province.official("STC");
  await plant(province, "STC", "Rà soát", { dueOn: "2026-11-27" });
  province.server.faults.add({ method: "getFile", fault: { kind: "delay", ms: 1_500 } });
  await official.attaches("báo cáo.pdf", "%PDF-1.4 đã xong", "/tiendo NV-001 60% kèm dự thảo");
  await official.hears("Đã ghi tiến độ NV-001: 60%, kèm 1 tệp.");
  expect(province.server.calls("sendChatAction")).toMatchObject([
    { payload: { chat_id: official.person.id, action: "typing" } },
  ]);
  await province.close();
});
