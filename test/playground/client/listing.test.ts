import { expect, it } from "vitest";

import {
  allRows,
  filtered,
  listingOf,
  previewSender,
  unreadIn,
} from "#src/playground/client/shell/listing.ts";

import { aChat, aPerson } from "./province.ts";

const chairman = aPerson(1, { name: "Trần Bình", about: { vi: "Chủ tịch", en: "Chairman" } });
const clerk = aPerson(2, { name: "Ngô Lan", main: false });
const official = aPerson(3, { name: "Phạm Đức", about: { vi: "Sở Tài chính", en: "Finance" } });
const chats = [
  aChat(-9, { title: "Ban Chỉ đạo", unread: 2 }),
  aChat(3, { unread: 1 }),
  aChat(2),
  aChat(1),
];
const listing = listingOf({ chats, persons: [chairman, clerk, official] });
const ids = (rows: { chat: { id: number } }[]) => rows.map(({ chat }) => chat.id);

it("lists persons in the order of the house, groups, and the others apart", () => {
  expect(ids(listing.people)).toEqual([1, 3]);
  expect(ids(listing.groups)).toEqual([-9]);
  expect(ids(listing.others)).toEqual([2]);
  expect(unreadIn(allRows(listing))).toBe(3);
});

it("finds persons by what they are, in either language, without accents", () => {
  expect(ids(allRows(filtered(listing, "tai chinh")))).toEqual([3]);
  expect(ids(allRows(filtered(listing, "chairman")))).toEqual([1]);
  expect(ids(allRows(filtered(listing, " ban chi dao ")))).toEqual([-9]);
  expect(allRows(filtered(listing, "không có"))).toEqual([]);
});

it("says who spoke last: the person as you, the bot by its words alone, in a group by name", () => {
  const last = { key: "1:1", at: 1, date: 0, from: "Đôn Đốc", byBot: true, text: "Chào" };
  expect(previewSender(aChat(1, { last }), "Bạn")).toBe("");
  const own = { ...last, from: "Bình", byBot: false };
  expect(previewSender(aChat(1, { last: own }), "Bạn")).toBe("Bạn");
  expect(previewSender(aChat(-9, { last }), "Bạn")).toBe("Đôn Đốc");
  expect(previewSender(aChat(1), "Bạn")).toBe("");
});
