import { badRequest } from "../api-error.ts";

/** Queries that wait for the bot's answer: tapped buttons, inline queries. */
export type Questions<Answer> = {
  open: (userId: number) => { id: string; answer: Promise<Answer> };
  /** @throws "query is too old …" for unknown, answered or expired ids */
  settle: (id: string, answer: Answer) => void;
  /** Seconds since a query of this person was opened, on the civil clock. */
  ageOf: (id: string, userId: number) => number | undefined;
};

type Entry<Answer> = { userId: number; at: number; settle?: (answer: Answer) => void };

export function createQuestions<Answer>(now: () => number, seconds: number): Questions<Answer> {
  const entries = new Map<string, Entry<Answer>>();
  let last = 0;

  return {
    open: (userId) => {
      const id = `${Date.now()}${String(++last).padStart(6, "0")}`;
      const { promise, resolve } = Promise.withResolvers<Answer>();
      entries.set(id, { userId, at: now(), settle: resolve });
      return { id, answer: promise };
    },
    settle: (id, answer) => {
      const entry = entries.get(id);
      if (!entry?.settle || now() - entry.at > seconds * 1000) {
        throw badRequest("query is too old and response timeout expired or query ID is invalid");
      }
      entry.settle(answer);
      delete entry.settle;
    },
    ageOf: (id, userId) => {
      const entry = entries.get(id);
      return entry?.userId === userId ? (now() - entry.at) / 1000 : undefined;
    },
  };
}
