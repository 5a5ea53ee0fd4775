// Hostile words in every channel: they stay words, and steer nothing. What of it is true for markup
// alone is shown in test/telegram/render-*.test.ts, the page in test/browser/hostile.test.ts.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { plainLetters } from "#src/messages/plain-letters.ts";
import { bold, details, heading, list, paragraph, type Reply } from "#src/messages/reply.ts";
import { inviteCsv, inviteSheet, type MadeInvite } from "#src/people/invite-sheet.ts";
import { parseHtml } from "#src/playground/text/parse-html.ts";
import { parseRichHtml } from "#src/playground/text/rich-blocks.ts";
import { columns } from "#src/sheets/columns.ts";
import { writeCsv } from "#src/sheets/write-csv.ts";
import { writeXlsx } from "#src/sheets/write-xlsx.ts";
import { lengthOf } from "#src/telegram/escape.ts";
import { renderHtml } from "#src/telegram/render-html.ts";
import { renderRich } from "#src/telegram/render-rich.ts";
import { renderText } from "#src/terminal/render-text.ts";
import { runCli } from "#src/terminal/run-cli.ts";
import { LONGEST_MESSAGE, splitText } from "#src/terminal/split-text.ts";
import { hostileText, steering } from "#test/damage/support/hostile-text.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { plantTask } from "#test/support/speak.ts";
import { packed } from "#test/telegram/arbitrary.ts";
import { giveProvince, runOn } from "#test/terminal/province.ts";

/** Letters that steer a terminal, an editor, or the direction of reading. */
const STEERING = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;
const WITH_TABS = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u;

const words = fc.tuple(hostileText, steering, hostileText).map((parts) => parts.join(""));

/** The same words wherever a reply may have them. */
const replyOf = (text: string): Reply => ({
  blocks: [
    heading(text),
    paragraph("NV-012: ", bold(text), { code: text }),
    list([[text]]),
    { kind: "table", caption: text, header: [text, "b"], rows: [[text, "2"]] },
    details(text, paragraph(text)),
  ],
});
const asText = { ...replyOf("nút"), buttons: [[{ label: "x", command: "/x" }]] };

describe("a message in Telegram", () => {
  it("has no letters that steer, in either form, and none of its markup is anybody's words", () => {
    const ours = ["bold", "code", "italic", "pre", "expandable_blockquote"];
    fc.assert(
      fc.property(words, (text) => {
        const parts = renderHtml(replyOf(text));
        for (const part of parts) {
          expect(part).not.toMatch(WITH_TABS);
          expect(part.isWellFormed()).toBe(true);
          const read = parseHtml(part, () => undefined);
          expect(lengthOf(read.text)).toBeLessThanOrEqual(4096);
          for (const { type } of read.entities) expect(ours).toContain(type);
        }
        const shown = parts.map((part) => parseHtml(part, () => undefined).text).join("");
        expect(packed(shown)).toContain(packed(plainLetters(text)));
        const rich = renderRich(replyOf(text)) ?? "";
        expect(rich).not.toMatch(WITH_TABS);
        parseRichHtml(rich, () => {
          throw new Error("nobody's words are media");
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("the terminal", () => {
  it("shows nobody's words as orders, in lines, tables, buttons or keys", () => {
    fc.assert(
      fc.property(words, (text) => {
        const reply: Reply = {
          ...replyOf(text),
          buttons: [[{ label: text, command: `/viec ${text}` }]],
          keys: [[text]],
        };
        const shown = renderText(reply);
        expect(shown).not.toMatch(WITH_TABS);
        expect(shown.isWellFormed()).toBe(true);
        for (const message of splitText(shown)) {
          expect(message.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
          expect(message.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
    expect(renderText(asText)).toContain("1) x → /x");
  });

  it("an operator's screen is not cleared by a task, nor by what was typed wrong", async () => {
    const open = await openTestDatabase();
    await giveProvince(open.db);
    const agency = await open.db.agency.findFirstOrThrow();
    const content = "Rà\u001b[2J soát\u009b31m \u202eđịnh mức\u0007";
    await plantTask(open.db, { content, lead: agency.id });
    const { out } = await runOn(open, ["tasks"]);
    expect(out).toContain("Rà[2J soát31m định mức");
    expect(out).not.toMatch(STEERING);
    await open.close();
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    const around = { env: {}, input: process.stdin, folder: ".", out: say, err: say };
    expect(await runCli(["\u001b[2Jxóa\u009b31m"], around)).not.toBe(0);
    expect(said.join("\n")).toContain("[2Jxóa31m");
    expect(said.join("\n")).not.toMatch(STEERING);
  });
});

const LEADS = /^[=+\-@\t\r\n＝＋－＠]/u;

describe("a sheet", () => {
  it("as CSV computes nothing and loses nothing", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (cells) => {
        const written = Buffer.from(writeCsv([cells])).toString();
        const [read = []]: string[][] = parse(written, { bom: true, record_delimiter: "\r\n" });
        expect(read).toHaveLength(cells.length);
        for (const [at, cell] of cells.entries()) {
          expect(read[at]).not.toMatch(LEADS);
          expect(read[at]?.replace(/^'/, "")).toBe(plainLetters(cell).replace(/^'(?!')/, ""));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("as XLSX holds texts only, none longer than Excel takes", async () => {
    const cells = fc.sample(words, { numRuns: columns.length * 8, seed: 5 });
    const odd = ["_x0041_", "_x005F_", "=1+1", "W".repeat(40_000), "😀".repeat(20_000), "\u202ea"];
    const all = [...cells, ...odd, ...Array<string>(columns.length * 9).fill("x")];
    const rows = Array.from({ length: 9 }, (_, at) =>
      all.slice(at * columns.length, (at + 1) * columns.length),
    );
    const sheets = await readXlsx(Buffer.from(await writeXlsx("Sổ", rows)));
    const [sheet] = JSON.parse(JSON.stringify(sheets));
    const read: unknown[] = sheet.data.slice(1).flat();
    for (const [at, cell] of rows.flat().entries()) {
      const found = read[at] ?? "";
      expect(typeof found).toBe("string");
      expect(String(found).length).toBeLessThanOrEqual(32_767);
      // The library leaves out the mark that stands for half a letter.
      const plain = plainLetters(cell).replaceAll("\ufffd", "");
      if (plain.length < 32_000) expect(packed(String(found))).toBe(packed(plain));
    }
  });
});

describe("the printable invitations", () => {
  const invite = (text: string): MadeInvite => ({
    role: "official",
    agency: text,
    note: text,
    code: "abcDEF",
    link: null,
  });
  const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];

  it("have the same markup whatever an agency is called or a note says", () => {
    const harmless = tags(inviteSheet("vi", [invite("Sở Tài chính")], "30/11/2026"));
    fc.assert(
      fc.property(words, (text) => {
        fc.pre(plainLetters(text) !== "");
        const sheet = inviteSheet("vi", [invite(text)], "30/11/2026");
        expect(tags(sheet)).toEqual(harmless);
        expect(sheet).not.toMatch(WITH_TABS);
        const [, row = []]: string[][] = parse(inviteCsv("vi", [invite(text)], "x"), { bom: true });
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
      { numRuns: 200 },
    );
  });
});
