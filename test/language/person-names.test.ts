import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "#src/language/fold.ts";
import { personCode, readPersonName } from "#src/language/person-names.ts";

const person = (id: number, fullName: string, ...usernames: string[]) => ({
  id,
  fullName,
  usernames,
});

const people = [
  person(1, "Nguyễn Thị Lan", "lan_stc"),
  person(2, "Trần Văn Hòa"),
  person(3, "Lê Hoa"),
  person(4, "Lan Anh Đỗ"),
  person(5, "Phạm Minh Tuấn", "tuan", "tuanpm"),
  person(6, "Phạm Minh Tuấn"),
];

const read = (typed: string): string => {
  const found = readPersonName(typed, people);
  if (found.kind === "found") return `${found.person.id}${found.near ? "~" : ""}`;
  return found.kind === "ambiguous" ? found.people.map(({ id }) => id).join("|") : "?";
};

describe("a person named among some", () => {
  it.each([
    ["Nguyễn Thị Lan", "1"],
    ["nguyen thi lan", "1"],
    ["Nguyễn Lan", "1"],
    ["chị Lan", "1"],
    ["đ/c Lan.", "1"],
    ["lan", "1"],
    ["@lan_stc", "1"],
    ["@LAN_STC", "1"],
    ["Lan Anh", "4"],
    ["Nguyễn Thị Lna", "1~"],
    ["nguyenthilan", "1~"],
    // An accent tells Hòa from Hoa; without any both may be meant.
    ["Hòa", "2"],
    ["Hoa", "3"],
    ["Phạm Minh Tuấn", "5|6"],
    ["tuấn", "5|6"],
    ["@tuan", "5"],
    ["người-6", "6"],
    ["nguoi 6", "6"],
    ["@khongco", "?"],
    ["Bình", "?"],
    ["", "?"],
    ["...", "?"],
  ])("%s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it("finds whoever has a name of their own by that name, with accents or none, and by code", () => {
    const word = fc.constantFrom("Lê", "Trần", "Thị", "Văn", "Hòa", "Đức", "Yến", "Quốc", "Ân");
    const names = fc.uniqueArray(
      fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join(" ")),
      { minLength: 1, maxLength: 6, selector: fold },
    );
    fc.assert(
      fc.property(names, (all) => {
        const some = all.map((name, at) => person(at + 1, name));
        for (const one of some) {
          for (const typed of [one.fullName, fold(one.fullName), personCode(one.id)]) {
            expect(readPersonName(typed, some)).toMatchObject({ kind: "found", person: one });
          }
        }
      }),
    );
  });
});
