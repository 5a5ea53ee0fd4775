// People at terminals on one database, as tests drive them: what each said, what each was shown.
import { civilToday } from "#src/calendar/zone.ts";
import { type MovableClock, movableClock } from "#src/clock.ts";
import type { Db } from "#src/database/client.ts";
import type { Log } from "#src/delivery/log.ts";
import { openSession, type Session } from "#src/terminal/session.ts";
import { terminalPerson } from "#src/terminal/terminal-person.ts";

export type Seat = {
  session: Session;
  /** Says a line; the messages that were printed for it. */
  says: (line: string) => Promise<string[]>;
  /** What is printed without saying anything. */
  looks: () => Promise<string[]>;
};

/** A logged warning or error fails the test: nothing here is expected to go wrong. */
const strictLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: (fields, text) => {
    throw new Error(`${text} ${JSON.stringify(fields)}`);
  },
  error: (fields, text) => {
    throw new Error(`${text} ${String((fields as { err?: unknown }).err)}`);
  },
};

export const clockAt = (moment: string): MovableClock =>
  movableClock(Date.parse(moment) - Date.now());

export const sitDown = async (
  db: Db,
  as: string,
  clock: MovableClock,
  more: { name?: string; filesDir?: string; folder?: string } = {},
): Promise<Seat> => {
  const printed: string[] = [];
  const take = () => printed.splice(0);
  const person = await terminalPerson(db, as, more.name, civilToday(clock.now()));
  const session = await openSession({
    db,
    person,
    clock,
    log: strictLog,
    write: (message) => printed.push(message),
    filesDir: more.filesDir,
    folder: more.folder ?? "/nowhere",
  });
  return {
    session,
    says: async (line) => {
      await session.say(line);
      return take();
    },
    looks: async () => {
      await session.printWaiting();
      return take();
    },
  };
};
