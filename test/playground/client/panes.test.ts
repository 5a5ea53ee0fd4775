import { expect, it } from "vitest";

import {
  closed,
  defaultPanes,
  opened,
  openedBeside,
  shownPlaces,
  speakerIn,
  stillThere,
} from "#src/playground/client/state/pane-rules.ts";

import { aChat, aPerson, byId } from "./province.ts";

const persons = byId([1, 2, 3, 4].map((id) => aPerson(id, { main: id < 4 })));
const committee = aChat(-9, { members: [1, 2, 3] });
const chats = byId([aChat(1), aChat(2), aChat(3), aChat(4), committee]);
const known = { chats, persons };
const at = (chat: number) => ({ chat, person: chat });
const three = [at(1), at(2), at(3)];

it("shows a newcomer the second and third of the main cast and the first group", () => {
  expect(defaultPanes(known)).toEqual([at(2), at(3), { chat: -9, person: 1 }]);
});

it("shows a newcomer what there is, where a province has few people or no group", () => {
  const few = { chats: byId([aChat(1)]), persons: byId([aPerson(1)]) };
  expect(defaultPanes(few)).toEqual([at(1)]);
  expect(defaultPanes({ chats: new Map(), persons: new Map() })).toEqual([]);
});

it("makes the visitor whoever they were in a group, if that one is in it", () => {
  expect(speakerIn(committee, persons, [undefined, 3])).toBe(3);
  expect(speakerIn(committee, persons, [4])).toBe(1);
  expect(speakerIn(aChat(2), persons, [3])).toBe(2);
  expect(speakerIn(aChat(-8, { members: [77] }), persons, [])).toBeUndefined();
});

it("forgets panes of chats that are gone and mends persons and topics that are gone", () => {
  const kept = [at(1), at(99), { chat: -9, person: 4, thread: 5 }];
  expect(stillThere(kept, known)).toEqual([at(1), { chat: -9, person: 1 }]);
});

it("shows as many as fit, the focused one among them", () => {
  expect(shownPlaces({ panes: three, focused: 0 }, 2)).toEqual([0, 1]);
  expect(shownPlaces({ panes: three, focused: 2 }, 2)).toEqual([1, 2]);
  expect(shownPlaces({ panes: three, focused: -1 }, 1)).toEqual([0]);
  expect(shownPlaces({ panes: [], focused: 0 }, 3)).toEqual([]);
});

it("opens a chat in the focused pane, or moves the focus to where it is shown", () => {
  const before = { panes: three, focused: 1 };
  expect(opened(before, at(4), [0, 1, 2])).toEqual({ panes: [at(1), at(4), at(3)], focused: 1 });
  expect(opened(before, at(3), [0, 1, 2])).toEqual({ panes: three, focused: 2 });
  expect(opened({ panes: [], focused: -1 }, at(4), [])).toEqual({ panes: [at(4)], focused: 0 });
});

it("opens a group as another person in the pane where it stands", () => {
  const before = { panes: [at(1), { chat: -9, person: 1 }], focused: 0 };
  const after = opened(before, { chat: -9, person: 3 }, [0, 1]);
  expect(after).toEqual({ panes: [at(1), { chat: -9, person: 3 }], focused: 1 });
});

it("opens a chat beside the focused one, or in the neighbour's place where no more fit", () => {
  const two = { panes: [at(1), at(2)], focused: 0 };
  const added = openedBeside(two, at(4), [0, 1], 3);
  expect(added).toEqual({ panes: [at(1), at(4), at(2)], focused: 1 });
  const full = openedBeside({ panes: three, focused: 2 }, at(4), [0, 1, 2], 3);
  expect(full).toEqual({ panes: [at(1), at(4), at(3)], focused: 1 });
  const single = openedBeside({ panes: [at(1)], focused: 0 }, at(4), [0], 1);
  expect(single).toEqual({ panes: [at(4)], focused: 0 });
});

it("shows the same group twice, as two persons", () => {
  const before = { panes: [{ chat: -9, person: 1 }], focused: 0 };
  const { panes } = openedBeside(before, { chat: -9, person: 2 }, [0], 2);
  expect(panes).toEqual([
    { chat: -9, person: 1 },
    { chat: -9, person: 2 },
  ]);
});

it("keeps the focus on the same conversation when another one is closed", () => {
  expect(closed({ panes: three, focused: 2 }, 0)).toEqual({ panes: [at(2), at(3)], focused: 1 });
  expect(closed({ panes: three, focused: 2 }, 2)).toEqual({ panes: [at(1), at(2)], focused: 1 });
  expect(closed({ panes: [at(1)], focused: 0 }, 0)).toEqual({ panes: [], focused: -1 });
});
