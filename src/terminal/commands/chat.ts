// dondoc chat: talks with the bot as somebody, by text alone.

import path from "node:path";
import { civilToday } from "#src/calendar/zone.ts";
import { movableClock } from "#src/clock.ts";
import { chatLoop } from "../chat-loop.ts";
import { noWords } from "../cli-arguments.ts";
import { AT, type DatabaseCommand } from "../cli-command.ts";
import { wrongUsage } from "../cli-error.ts";
import { openSession } from "../session.ts";
import { makeTerminalLog } from "../terminal-log.ts";
import { terminalPerson } from "../terminal-person.ts";

export const chat: DatabaseCommand = {
  name: "chat",
  summary: "Talk with the bot as somebody, by text alone",
  usage: '--as WHO [--name "…"] [--at TIME] [--files DIR]',
  options: {
    as: {
      type: "string",
      value: "WHO",
      help: "official:STC, head:STC, secretariat[:SNV], leader or admin",
    },
    name: { type: "string", value: "NAME", help: "who that is, where there are several" },
    at: { ...AT, help: "what the clock of this session shows at its start" },
    files: { type: "string", value: "DIR", help: "write the files of replies into this folder" },
  },
  example: "chat --as official:STC",
  details: [
    "One line is one message; the number before a button's command runs it. A file is attached",
    "as @path in the line: /nhap UBND tỉnh @so-theo-doi.xlsx. An empty line looks for news.",
    "Lines may come from a pipe: each is answered fully before the next, and the end of the",
    "input is the end of the chat.",
  ],
  database: "made",
  run: async (house, given) => {
    noWords(given);
    const { db, now, input, folder, config, out, err } = house;
    const as = given.text("as");
    if (as === undefined) throw wrongUsage("--as is missing, for example --as official:STC");
    const person = await terminalPerson(db, as, given.text("name"), civilToday(now));
    const files = given.text("files");
    const session = await openSession({
      db,
      person,
      clock: movableClock(now.getTime() - Date.now()),
      log: makeTerminalLog(err, config.logLevel),
      write: (message) => out(`${message}\n`),
      filesDir: files === undefined ? undefined : path.resolve(folder, files),
      folder,
    });
    const typing = input.isTTY === true && process.stdout.isTTY === true;
    const prompt = typing ? { text: `${person.externalId}> `, output: process.stdout } : null;
    await chatLoop(session, input, prompt);
    return 0;
  },
};
