import type { z } from "zod";

import { bodies, readBody } from "./bodies.ts";
import type { Posts } from "./contract.ts";
import { moveClock, read, reset, tapButton, turnFault } from "./deeds.ts";
import type { Page } from "./page.ts";
import { edit, passOn, say, sayStagedFiles } from "./speaking.ts";

type Answer<K extends keyof Posts> = Posts[K]["answer"];

const post =
  <S extends z.ZodType, A>(schema: S, run: (page: Page, body: z.output<S>) => A) =>
  (page: Page, json: Buffer) =>
    run(page, readBody(schema, json));

/** In a province that is just being planted nobody speaks. */
const whenPlanted =
  <B, A>(run: (page: Page, body: B) => A) =>
  (page: Page, body: B): A => {
    page.busy.refuseIfPlanting();
    return run(page, body);
  };

/** What stands behind `POST /playground/<name>`. */
export const posts: {
  [K in keyof Posts]: (page: Page, json: Buffer) => Answer<K> | Promise<Answer<K>>;
} = {
  say: post(bodies.say, whenPlanted(say)),
  edit: post(bodies.edit, whenPlanted(edit)),
  forward: post(bodies.forward, whenPlanted(passOn)),
  tap: post(bodies.tap, whenPlanted(tapButton)),
  "say-files": post(bodies["say-files"], whenPlanted(sayStagedFiles)),
  read: post(bodies.read, read),
  clock: post(bodies.clock, moveClock),
  reset: post(bodies.reset, reset),
  fault: post(bodies.fault, turnFault),
};
