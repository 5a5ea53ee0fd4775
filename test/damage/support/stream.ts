// A steady stream of reports: officials take turns, nobody waits for an answer, nobody repeats
// themselves. The n-th report carries the mark n (effects.ts).
import type { Person, Playground } from "#src/playground/server.ts";
import { markOf } from "./effects.ts";
import type { Official } from "./officials.ts";

export type Stream = {
  sent: () => number;
  /** Lets the last one out and says how many there were. */
  stop: () => Promise<number>;
};

/** Lets the officials into the stand-in, as people who have written to the bot before. */
export const letIn = (server: Playground, officials: readonly Official[]): Person[] =>
  officials.map(({ telegramId, personId }) =>
    server.createUser({ id: telegramId, firstName: `Cán bộ ${personId}`, started: true }),
  );

/** What the n-th report of all says. The percentage never falls, so that nothing is asked back. */
export const reportText = ({ task }: Official, n: number): string =>
  `/tiendo ${task} 40% đã làm ${markOf(n)}`;

/** From now on, without drift. */
export const startStream = (
  server: Playground,
  officials: readonly Official[],
  perSecond: number,
): Stream => {
  const people = letIn(server, officials);
  const from = performance.now();
  let sent = 0;
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      const early = from + (sent * 1_000) / perSecond - performance.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const turn = sent % people.length;
      const [person, official] = [people[turn], officials[turn]];
      if (person === undefined || official === undefined) throw new Error("nobody to speak");
      person.dm().say(reportText(official, sent));
      sent += 1;
    }
  };
  const running = run();
  return {
    sent: () => sent,
    stop: async () => {
      stopped = true;
      await running;
      return sent;
    },
  };
};
