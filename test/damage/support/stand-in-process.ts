// The stand-in for Telegram as a process of its own, for programs that measure the bot's memory in
// theirs. It makes the people and groups that it is ordered, says where it listens, and ends with
// its parent.
import { startBotApiServer } from "#src/playground/server.ts";

export type StandInOrder = {
  token: string;
  bot: { id: number; firstName: string; username: string };
  /** Names; everybody has started the bot. */
  people: readonly string[];
  /** Titles; everybody is in. */
  groups: readonly string[];
  /** Epoch milliseconds of the civil clock, which stands still. */
  now: number;
};

export type StandInReady = {
  url: string;
  people: number[];
  groups: number[];
  /** Of a PDF that the first of the people sent. */
  fileId: string;
};

const order = JSON.parse(process.argv[2] ?? "{}") as StandInOrder;
const server = await startBotApiServer({
  port: 0,
  now: () => order.now,
  bot: { ...order.bot, token: order.token },
  limits: { pace: false },
});
const people = order.people.map((firstName) => server.createUser({ firstName, started: true }));
const groups = order.groups.map((title) => server.createGroup({ title, members: people }));
const sent = people[0]?.dm().sendFile("mau.pdf", { data: "%PDF-1.7 mẫu", type: "application/pdf" });
const ready: StandInReady = {
  url: server.url,
  people: people.map(({ id }) => id),
  groups: groups.map(({ id }) => id),
  fileId: sent?.message.document?.file_id ?? "",
};
process.send?.(ready);
process.once("disconnect", () => process.exit(0));
