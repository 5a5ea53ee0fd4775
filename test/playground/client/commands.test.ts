import { describe, expect, test } from "vitest";

import {
  commandQuery,
  completion,
  matching,
  stepped,
} from "#src/playground/client/conversation/composer/commands.ts";

const commands = [
  { command: "tiendo", description: "Báo cáo tiến độ nhiệm vụ" },
  { command: "viec", description: "Nhiệm vụ của tôi" },
  { command: "doithe", description: "Đổi thẻ mời" },
  { command: "chitietviec", description: "Chi tiết" },
];

const names = (query: string) => matching(commands, query).map(({ command }) => command);

describe("The menu of commands", () => {
  test("opens while a command's name is typed, and not in a sentence", () => {
    expect(commandQuery("/")).toBe("");
    expect(commandQuery("/ti")).toBe("ti");
    expect(commandQuery("/tiendo NV-001")).toBeNull();
    expect(commandQuery("xem /viec")).toBeNull();
    expect(commandQuery("")).toBeNull();
  });

  test("shows all of them for a bare slash, in the bot's order", () => {
    expect(names("")).toEqual(["tiendo", "viec", "doithe", "chitietviec"]);
  });

  test("finds without accents or capitals, in names and descriptions", () => {
    expect(names("TIẾN")).toEqual(["tiendo"]);
    expect(names("doi")).toEqual(["doithe"]);
    expect(names("đổi")).toEqual(["doithe"]);
    expect(names("nhiemvu")).toEqual([]);
    expect(names("bao")).toEqual(["tiendo"]);
  });

  test("puts the command that is meant before those that only hold the word", () => {
    expect(names("viec")).toEqual(["viec", "chitietviec"]);
    expect(names("chi")).toEqual(["chitietviec"]);
  });

  test("completes so that the arguments can follow", () => {
    expect(completion({ command: "giao", description: "" })).toBe("/giao ");
  });

  test("is gone through in a circle", () => {
    expect([stepped(0, -1, 3), stepped(2, 1, 3), stepped(0, 1, 3), stepped(0, 1, 0)]).toEqual([
      2, 0, 1, 0,
    ]);
  });
});
