// What is asked wrongly is answered in one line with exit status 2, before anything is done.
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { giveProvince, runOn } from "./province.ts";

let open: TestDatabase;

beforeAll(async () => {
  open = await openTestDatabase();
  await giveProvince(open.db);
});
afterAll(() => open.close());

it.each([
  ["tasks --state lost", /^unknown state “lost”; states: open, all, assigned/],
  ["tasks --overdue --due 3", /^only one of --state, --overdue and --due/],
  ["tasks --due soon", /^--due “soon” is no number of days$/],
  ["tasks --agency STX", /^unknown agency “STX”/],
  ["tasks --at yesterday", /^--at “yesterday” is no date/],
  ["tasks extra", /^“extra” is one word too many$/],
  ["tasks --colour", /^Unknown option '--colour'; see: dondoc tasks --help$/],
  ["tasks --due", /^Option '--due <value>' argument missing/],
  ["import so.csv", /^--issuer is missing/],
  ["import --issuer UBND", /^FILE is missing$/],
  ["agencies import", /^FILE.csv is missing$/],
  ["invite", /^--role is missing; roles: official, head/],
  ["invite --role chief", /^unknown role “chief”/],
  ["invite --role official", /^--role official needs --agency$/],
  ["standings --period 2026-W99", /^--period “2026-W99” is no period/],
  ["chat", /^--as is missing/],
  ["backup", /^FILE is missing$/],
  ["backup a.gz b.gz", /^“b.gz” is one word too many$/],
  ["restore --replace", /^FILE is missing$/],
  ["restore a.gz --force", /^Unknown option '--force'; see: dondoc restore --help$/],
  ["move", /^DATABASE_URL is missing: where to\?$/],
  ["job weekly-ranking", /^--at is missing/],
  ["outbox 12", /^“12” is one word too many$/],
  [
    "outbox resend",
    /^which messages\? give their numbers, --unknown or --dead; see: dondoc outbox/,
  ],
  ["outbox resend twelve", /^“twelve” is no number of a message/],
  ["outbox resend 12 --dead", /^either numbers, or --unknown and --dead$/],
  ["outbox drop 12", /^--why is missing, for example --why "told by telephone"$/],
])("dondoc %s", async (line, err) => {
  expect(await runOn(open, line.split(" "))).toEqual({
    status: 2,
    out: "",
    err: expect.stringMatching(err),
  });
});

it("tells a file that is not there from a wrong use", async () => {
  const argv = ["import", "khong.csv", "--issuer", "UBND tỉnh"];
  const err = "khong.csv: there is no such file";
  expect(await runOn(open, argv)).toEqual({ status: 1, out: "", err });
});
