// One update that nobody can read must not stop those behind it, nor leave the webhook in error.
import fc from "fast-check";
import { expect, it } from "vitest";
import { readIncoming } from "#src/telegram/incoming.ts";
import { makeIntake } from "#src/telegram/intake.ts";
import { laneOf, storable } from "#src/telegram/update-payload.ts";
import { readable } from "#src/telegram/update-shape.ts";
import { anyUpdate } from "#test/damage/support/arbitrary-updates.ts";
import { useInbox } from "#test/telegram/inbox-stage.ts";
import { bot, clock, collectLog } from "#test/telegram/stage.ts";

const { inbox, heard, db } = useInbox();

const scene = {
  people: [{ id: 1, name: "Lan" }],
  groups: [{ id: -2, title: "Tổ" }],
  botId: bot.id,
  fileId: "BQAC",
  date: 1_795_140_000,
};

it("whatever comes is read or set aside, and never throws", () => {
  fc.assert(
    fc.property(anyUpdate(scene), (fields) => {
      const given = JSON.parse(JSON.stringify({ update_id: 1, ...fields }));
      const update = readable(storable(given));
      expect(laneOf(update)).toMatch(/^-?\d+:-?\d+$/);
      readIncoming(update, bot);
      expect(JSON.stringify(update)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    }),
    { numRuns: 3000 },
  );
});

it("those before and behind it are heard", async () => {
  const intake = makeIntake({ db: db(), clock, log: collectLog(), onStored: () => undefined });
  const chat = { id: 1, type: "private" };
  const from = { id: 1, is_bot: false, first_name: "Lan" };
  const said = (update_id: number, text: unknown, more = {}) => ({
    update_id,
    message: { message_id: update_id, date: scene.date, chat, from, text, ...more },
  });
  let deep: unknown = "x";
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  const updates: unknown[] = [
    said(1, "một"),
    { update_id: 2, message: null },
    said(3, 5),
    said(4, "lạ", { message_thread_id: 1e12 }),
    said(5, "lạ", { chat: {} }),
    { update_id: 6, callback_query: {} },
    said(7, "sâu", { "khóa\ud800\0": deep }),
    said(8, "hai"),
  ];
  await intake.take(updates as Parameters<typeof intake.take>[0]);
  expect(await inbox()).toHaveLength(8);
  expect((await heard()).filter((text) => text !== "nothing")).toEqual(["một", "sâu", "hai"]);
  intake.stop();
});
