// The stand-in for bots that are started as people start them: on the machine's clock, with
// Telegram's own pace; it counts what the bot answered.
import { type Playground, startBotApiServer } from "#src/playground/server.ts";
import { TEST_TOKEN } from "#test/support/province.ts";
import { isAnswer } from "./once.ts";

export const startAnsweringStandIn = async (): Promise<{
  server: Playground;
  /** How many answers to reports came so far. */
  answers: () => number;
}> => {
  const server = await startBotApiServer({
    port: 0,
    now: Date.now,
    bot: { id: 7_000_001, firstName: "Đôn Đốc", username: "dondoc_bot", token: TEST_TOKEN },
  });
  let answers = 0;
  server.onSaid(({ text }) => {
    if (isAnswer(text)) answers += 1;
  });
  return { server, answers: () => answers };
};
