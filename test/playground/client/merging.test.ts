import { expect, it } from "vitest";

import { merged, within } from "#src/playground/client/merging.ts";

import { aMessage } from "./province.ts";

const places = (messages: { at: number }[]) => messages.map(({ at }) => at);

it("puts what came late where it belongs", () => {
  expect(places(merged([aMessage(1), aMessage(4)], [aMessage(3), aMessage(2)]))).toEqual([
    1, 2, 3, 4,
  ]);
});

it("keeps the newest version, whichever way it came", () => {
  const edited = aMessage(1, { revision: 9, versions: 1 });
  expect(merged([aMessage(1)], [edited])).toEqual([edited]);
  expect(merged([edited], [aMessage(1)])).toEqual([edited]);
});

it("takes away what was deleted, and does not bring it back by an older page", () => {
  const gone = aMessage(2, { revision: 9, deleted: true });
  expect(places(merged([aMessage(1), aMessage(2)], [gone]))).toEqual([1]);
  expect(places(merged([aMessage(1)], [aMessage(2), gone]))).toEqual([1]);
});

it("leaves a change of an older message to the page that it stands on", () => {
  const log = { messages: [aMessage(5), aMessage(6)], hasMore: true };
  expect(places(within(log, [aMessage(2), aMessage(5), aMessage(7)]))).toEqual([5, 7]);
  expect(places(within({ ...log, hasMore: false }, [aMessage(2)]))).toEqual([2]);
  expect(places(within({ messages: [], hasMore: false }, [aMessage(1)]))).toEqual([1]);
});
