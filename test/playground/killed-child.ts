import { startBotApiServer } from "#src/playground/server.ts";

/** A server with a store, run as a process of its own so that a test can kill it. */
const playground = await startBotApiServer({
  port: 0,
  now: () => Date.UTC(2026, 10, 23),
  bot: { id: 123456, firstName: "Đôn Đốc", username: "dondoc_bot", token: "123456:TEST" },
  storeDir: process.argv[2] ?? "",
  limits: { pace: false },
});
const lan = playground.createUser({ id: 77, firstName: "Lan" });
if (playground.messages(77).length === 0) {
  lan.dm().say("/start");
  lan.dm().sendFile("minh chứng.txt", { data: "đã xong" });
}
process.send?.(playground.url);
