// How people write that an agency is renamed, merged, split, dissolved or hands over a function.
// Friday 20/11/2026.
import { describe, expect, it } from "vitest";
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import type { Directory } from "#src/agencies/directory.ts";
import { makeAgencyIndex } from "#src/agencies/name-index.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { splitNames } from "#src/language/name-list.ts";
import { initialsOf, suggestCode } from "#src/reorganisation/agency-code.ts";
import { amendOrder } from "#src/reorganisation/amend-order.ts";
import { fillOrder } from "#src/reorganisation/fill-order.ts";
import { matchesFunction } from "#src/reorganisation/matches-function.ts";
import { splitNewNames } from "#src/reorganisation/new-names.ts";
import type { KnownOrder, Order } from "#src/reorganisation/order.ts";
import type { OrderText } from "#src/reorganisation/order-text.ts";
import { readOrder } from "#src/reorganisation/read-order.ts";
import { readOrderText } from "#src/reorganisation/read-order-text.ts";
import { calendar } from "#test/language/as-of.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";

const today = civilDate("2026-11-20");
const now = { today, calendar };

const rows = readAgencyCsv(sampleAgencies).rows;
const directory: Directory = {
  agencies: rows.map(({ row, group, successor: _, ...agency }) => ({
    ...agency,
    id: row - 1,
    groupId: group?.startsWith("Các") ? 1 : 2,
  })),
  groups: [
    { id: 1, name: "Các sở, ban, ngành", aliases: [] },
    { id: 2, name: "UBND các xã, phường", aliases: [] },
  ],
  successions: [],
};
const index = makeAgencyIndex(directory, today);

const knows = (names: string): boolean => {
  const { parts } = splitNames(names, index.agencyNames);
  return parts.length > 0 && parts.every(({ result }) => result.kind === "exact");
};

const textOf = (typed: string): OrderText => {
  const text = readOrderText(typed, now, knows);
  if (text === null) throw new Error(`not read: ${typed}`);
  return text;
};

const read = (typed: string, known: KnownOrder[] = []): Order =>
  readOrder(textOf(typed), { ...now, directory, known });

const codes = (agencies: readonly { code: string }[]): string =>
  agencies.map(({ code }) => code).join();

const QD = "theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 01/12/2026";

describe("what people type", () => {
  it.each([
    ["đổi tên Sở Tài chính thành Sở Kinh tế", "rename", "STC", "Sở Kinh tế"],
    ["doi ten so tai chinh thanh Sở Kinh tế", "rename", "STC", "Sở Kinh tế"],
    ["Sở Tài chính đổi tên thành Sở Kinh tế", "rename", "STC", "Sở Kinh tế"],
    ["đổi tên STC -> Sở Kinh tế", "rename", "STC", "Sở Kinh tế"],
    [
      "hợp nhất Sở Y tế, Sở Tư pháp thành Sở Y tế và Tư pháp",
      "merge",
      "SYT,STP",
      "Sở Y tế và Tư pháp",
    ],
    ["hop nhat SYT voi STP thanh Sở Y tế và Tư pháp", "merge", "SYT,STP", "Sở Y tế và Tư pháp"],
    ["Sở Y tế và Sở Tư pháp hợp nhất thành Sở Y Pháp", "merge", "SYT,STP", "Sở Y Pháp"],
    ["sáp nhập Sở Y tế vào Sở Tư pháp", "merge", "SYT", "Sở Tư pháp"],
    ["hợp nhất Sở Y tế, Sở Tư pháp thành Sở Tư pháp", "merge", "SYT,STP", "Sở Tư pháp"],
    [
      "tách Sở Văn hóa, Thể thao và Du lịch thành Sở Văn hóa và Thể thao, Sở Du lịch",
      "split",
      "SVHTTDL",
      "Sở Văn hóa và Thể thao|Sở Du lịch",
    ],
    [
      "chia tách SVHTTDL thành Sở Văn hóa, Thể thao và Du lịch và Sở Báo chí",
      "split",
      "SVHTTDL",
      "Sở Văn hóa, Thể thao và Du lịch|Sở Báo chí",
    ],
    ["giải thể Sở Y tế", "dissolve", "SYT", ""],
    ["giải thể Sở Y tế, giao Sở Tư pháp tiếp nhận", "dissolve", "SYT", "Sở Tư pháp"],
    ["giai the so y te giao stp", "dissolve", "SYT", "Sở Tư pháp"],
    ["chuyển giảm nghèo từ Sở Nội vụ sang Sở Y tế", "move_function", "SNV", "Sở Y tế"],
    ["chuyển chức năng giảm nghèo của SNV về SYT", "move_function", "SNV", "Sở Y tế"],
    ["chuyen tu so noi vu sang so y te chuc nang giảm nghèo", "move_function", "SNV", "Sở Y tế"],
  ])("%s", (typed, kind, from, to) => {
    for (const line of [
      `${typed} ${QD}`,
      `${typed}, từ ngày 1/12/2026 theo quyết định số 45/QĐ-UBND ngày 3/11/2026`,
    ]) {
      const order = read(line);
      expect(order, line).toMatchObject({ kind, step: "confirm", effectiveOn: "2026-12-01" });
      expect(order.decision).toEqual({ number: "45/QĐ-UBND", date: "2026-11-03" });
      expect(codes(order.from)).toBe(from);
      expect(order.to.map(({ name }) => name).join("|")).toBe(to);
    }
  });

  it("holds words of a name for no word of the line", () => {
    const order = read(`đổi tên UBND phường Tân Lập thành UBND thành phố Tân Lập ${QD}`);
    expect(order.to.map(({ name }) => name)).toEqual(["UBND thành phố Tân Lập"]);
    expect(order.function).toBeNull();
  });

  it("takes the function without its quotes and its title", () => {
    expect(read(`chuyển chức năng về “giảm nghèo” từ SNV sang SYT ${QD}`).function).toBe(
      "giảm nghèo",
    );
    expect(read(`chuyển báo chí, xuất bản từ SKHCN sang SVHTTDL ${QD}`).function).toBe(
      "báo chí, xuất bản",
    );
  });

  it("takes exceptions and amendments along", () => {
    const text = textOf(
      `hợp nhất SYT, STP thành Sở Y tế và Tư pháp, trừ giảm nghèo sang SNV ${QD}; NV-003, nv7 sang STC; Lan sang STC; mã SYTP; mặc định STC`,
    );
    expect(text).toMatchObject({
      to: "Sở Y tế và Tư pháp",
      moves: [
        { what: "giảm nghèo", to: "SNV" },
        { what: "NV-003, nv7", to: "STC" },
        { what: "Lan", to: "STC" },
      ],
      columns: [{ column: "code", of: "", value: "SYTP" }],
      rest: "STC",
    });
    const order = readOrder(text, { ...now, directory, known: [] });
    expect(order.step).toBe("confirm");
    expect(order.to[0]?.code).toBe("SYTP");
    expect(order.rest?.code).toBe("STC");
    expect(order.moves.map(({ numbers, to }) => [numbers, to?.code])).toEqual([
      [[], "SNV"],
      [[3, 7], "STC"],
      [[], "STC"],
    ]);
  });

  it("knows the day of signing", () => {
    const order = read(
      "đổi tên STC thành Sở Kinh tế theo 45/QĐ-UBND ngày 3/11/2026 có hiệu lực từ ngày ký",
    );
    expect(order.effectiveOn).toBe("2026-11-03");
  });

  it("is no order without a verb", () => {
    expect(readOrderText("Sở Tài chính", now, knows)).toBeNull();
  });
});

describe("what is still to be asked", () => {
  it.each([
    ["đổi tên", "from"],
    ["đổi tên Sở Xyz thành Sở Kinh tế", "from"],
    ["đổi tên STC, SYT thành Sở Kinh tế", "from"],
    ["đổi tên STC", "to"],
    ["đổi tên STC thành", "to"],
    ["đổi tên STC thành Sở Y tế", "to"],
    ["đổi tên STC thành Sở Tài chính", "to"],
    ["hợp nhất STC thành Sở Kinh tế", "to"],
    ["tách STC thành Sở Kinh tế", "to"],
    ["sáp nhập STC vào Sở Xyz", "to"],
    ["chuyển từ SNV sang SYT", "function"],
    ["đổi tên STC thành Sở Kinh tế", "decision"],
    ["đổi tên STC thành Sở Kinh tế theo QĐ 45/QĐ-UBND", "decision"],
    ["đổi tên STC thành Sở Kinh tế theo QĐ 45/QĐ-UBND ngày 3/12/2026", "decision"],
    ["đổi tên STC thành Sở Kinh tế theo QĐ 45/QĐ-UBND ngày 3/11/2026", "effective"],
    ["đổi tên STC thành Sở Kinh tế theo QĐ 45/QĐ-UBND ngày 3/11/2026 từ 31/11/2026", "effective"],
  ])("%s → %s", (typed, step) => {
    expect(read(typed).step).toBe(step);
  });

  it("takes the answers, each to its question", () => {
    const one = textOf("đổi tên");
    const two = fillOrder(one, "from", "Sở Tài chính", now) ?? one;
    const three = fillOrder(two, "to", "thành Sở Kinh tế", now) ?? one;
    expect(fillOrder(three, "decision", "không nhớ", now)).toBeNull();
    const four = fillOrder(three, "decision", "QĐ 45/qđ-ubnd", now) ?? one;
    expect(readOrder(four, { ...now, directory, known: [] }).problems).toEqual([
      { kind: "undated decision", number: "45/QĐ-UBND" },
    ]);
    const five = fillOrder(four, "decision", "ngày 3/11/2026", now) ?? one;
    expect(fillOrder(five, "effective", "sớm", now)).toBeNull();
    const six = fillOrder(five, "effective", "từ 1/12", now) ?? one;
    expect(readOrder(six, { ...now, directory, known: [] })).toMatchObject({
      step: "confirm",
      effectiveOn: "2026-12-01",
      decision: { number: "45/QĐ-UBND", date: "2026-11-03" },
      to: [{ name: "Sở Kinh tế", code: "SKT", type: "sở", groupId: 1, ranked: true }],
    });
  });
});

describe("what is refused", () => {
  const known: KnownOrder = {
    number: 3,
    kind: "rename",
    decision: "45/QĐ-UBND ngày 03/11/2026",
    effectiveOn: civilDate("2026-12-01"),
    fromIds: [2],
    toIds: [99],
    function: null,
    applied: false,
  };

  it("the same decision again", () => {
    const order = read(`đổi tên STC thành Sở Kinh tế ${QD}`, [known]);
    expect(order.step).toBe("refused");
    expect(order.problems).toEqual([{ kind: "done already", number: 3, applied: false }]);
  });

  it("an agency that ends by another decision", () => {
    const ending: Directory = {
      ...directory,
      agencies: directory.agencies.map((one) =>
        one.code === "STC" ? { ...one, validTo: civilDate("2026-12-31") } : one,
      ),
    };
    const order = readOrder(textOf(`giải thể STC giao SNV ${QD}`), {
      ...now,
      directory: ending,
      known: [known],
    });
    expect(order.step).toBe("refused");
    expect(order.problems).toEqual([
      { kind: "ending", name: "Sở Tài chính", on: "2027-01-01", number: 3 },
    ]);
  });

  it("an agency that began on that day or later", () => {
    const young: Directory = {
      ...directory,
      agencies: directory.agencies.map((one) =>
        one.code === "STC" ? { ...one, validFrom: civilDate("2026-11-10") } : one,
      ),
    };
    const order = readOrder(
      textOf("đổi tên STC thành Sở Kinh tế theo 45/QĐ-UBND ngày 3/11/2026 từ 5/11/2026"),
      { ...now, directory: young, known: [] },
    );
    expect(order.step).toBe("from");
    expect(order.problems[0]).toEqual({
      kind: "too young",
      name: "Sở Tài chính",
      since: "2026-11-10",
    });
  });

  it("an agency that ends as the receiver", () => {
    const order = read(`sáp nhập SYT vào STP ${QD}; NV-003 sang Sở Y tế`);
    expect(order.problems).toEqual([
      { kind: "ended", name: "Sở Y tế", heirs: [{ name: "Sở Tư pháp", code: "STP" }] },
    ]);
  });

  it("a code that another agency has", () => {
    const order = read(`đổi tên STC thành Sở Kinh tế ${QD}; mã SYT`);
    expect(order.step).toBe("amend");
    expect(order.problems).toEqual([{ kind: "code taken", code: "SYT", by: "Sở Y tế" }]);
  });
});

describe("amendments", () => {
  const base = textOf(`tách SVHTTDL thành Sở Văn hóa và Thể thao, Sở Du lịch ${QD}`);

  it("the last word about a task holds", () => {
    const one = amendOrder(base, "NV-003, NV-007 sang Sở Du lịch", now);
    const two = amendOrder(one ?? base, "nv 7 sang SVHTT; NV-009 ở lại", now);
    expect(two?.moves).toEqual([
      { what: "NV-3", to: "Sở Du lịch" },
      { what: "nv 7", to: "SVHTT" },
      { what: "NV-009", to: "" },
    ]);
  });

  it("names a new agency to give it a code, a name, a type, a group", () => {
    const text = amendOrder(
      base,
      "mã Sở Du lịch: SDL; tên SVHTT: Sở Văn Thể; loại Sở Du lịch = ban",
      now,
    );
    const order = readOrder(text ?? base, { ...now, directory, known: [] });
    expect(order.to).toMatchObject([
      { name: "Sở Văn hóa và Thể thao" },
      { name: "Sở Du lịch", code: "SDL", type: "ban" },
    ]);
    // SVHTT is a code that was only given by us: the agency is named by its name.
    expect(order.problems).toMatchObject([{ kind: "which new", phrase: "SVHTT" }]);
  });

  it("takes another day and another decision", () => {
    expect(amendOrder(base, "từ 15/12/2026", now)?.effective).toBe("15/12/2026");
    expect(amendOrder(base, "theo QĐ 46/QĐ-UBND ngày 4/11/2026", now)?.decision).toBe(
      "46/QĐ-UBND ngày 4/11/2026",
    );
  });

  it("is nothing where nothing is understood", () => {
    expect(amendOrder(base, "à quên", now)).toBeNull();
    expect(amendOrder(base, "từ 15/12/2026; à quên", now)).toBeNull();
  });
});

describe("names and codes", () => {
  it("splits names that hold commas", () => {
    const none = () => false;
    expect(splitNewNames("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế và Dân số", none)).toEqual([
      "Sở Văn hóa, Thể thao và Du lịch",
      "Sở Y tế và Dân số",
    ]);
    expect(splitNewNames("so van hoa va the thao va ban dan toc", none)).toEqual([
      "so van hoa va the thao",
      "ban dan toc",
    ]);
  });

  it("makes a code as the predecessor's was made", () => {
    expect(initialsOf("Sở Khoa học và Công nghệ")).toBe("SKHCN");
    const free = () => false;
    const like = { name: "Sở Tài chính", code: "STC" };
    expect(suggestCode("Sở Kinh tế", like, free)).toBe("SKT");
    expect(suggestCode("Sở Ngoại vụ", like, (code) => code === "SNV")).toBe("STC");
    expect(suggestCode("Sở Ngoại vụ", like, () => true)).toBeNull();
    const own = { name: "UBND xã Bình Hòa", code: "X-BH" };
    expect(suggestCode("UBND xã Bình Hòa Đông", own, free)).toBe("X-BH");
  });

  it("finds what a function names, as whole words", () => {
    const task = { content: "Báo cáo công tác Giảm nghèo năm 2026", area: null };
    expect(matchesFunction("giam ngheo", task)).toBe(true);
    expect(matchesFunction("giảm", { content: "giảmm", area: null })).toBe(false);
    expect(matchesFunction("thể chế", { content: "x", area: "Cải cách thể chế" })).toBe(true);
    expect(matchesFunction("y tế", task)).toBe(false);
  });
});
