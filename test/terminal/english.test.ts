// A person who chose English hears English: what stays Vietnamese are names, what people wrote,
// and the words of commands.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { commands } from "#commands/index.ts";
import { type Day, openDay, type Speaker } from "./day.ts";
import { AGENCIES } from "./province.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let day: Day;
let mary: Speaker;
let ann: Speaker;
let lan: Speaker;

beforeAll(async () => {
  day = await openDay();
  lan = await day.arrives("official:STC", "Lan");
  const ha = await day.arrives("secretariat:SNV", "Thu");
  for (const content of ["Alpha; hạn 30/11", "Beta; hạn 10/12", "Gamma; hạn 15/12"]) {
    await ha.says(`/giao STC: ${content}`);
    await ha.says("/dongy");
  }
  await lan.hears();
  ann = await day.arrives("official:STC", "Ann");
  mary = await day.arrives("leader", "Mary");
  day.printed.length = 0;
});
afterAll(() => day.ends());

const known = AGENCIES.split("\n")
  .slice(1)
  .flatMap((row) => [row.split(",")[0] ?? "", /"([^"]+)"/.exec(row)?.[1] ?? ""])
  .filter((name) => name !== "");

/** Examples that stand in sentences, and an authority as the register keeps it. */
const kept = ["/toi tiếng việt", "hạn 15/12/2026", "Nguyễn Văn A", "lãnh đạo Ban Chỉ đạo"];

/** Without names, the examples of commands, and what stands on a button after the arrow. */
const ownWords = (text: string): string =>
  [...commands.map(({ example }) => example), ...known, ...kept]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ""), text.normalize("NFC"))
    .replace(/→ \/.*$/gm, "");

it("an official", async () => {
  await ann.says("/toi english", /^The bot will answer in English\.$/);
  await ann.says("/toi", /^You are Ann\.\n- official – Sở Tài chính\n/);
  await ann.says("/start", /^Hello Ann\./);
  await ann.says("/viec", /^Open tasks \(3\)\n- NV-001 Alpha · 30\/11\/2026 · 7 days left/);
  await ann.says("/viec NV-001", /\nDue: 30\/11\/2026 · 7 days left\nState: assigned/);
  await ann.says(
    "/nhan NV-001",
    /^Noted: Sở Tài chính has received NV-001/,
    /^\(updated\) NV-001/m,
  );
  await ann.says("/phutrach NV-001 tôi", /^NV-001 is now held by Ann/);
  await ann.says("/tiendo NV-001 70% started", /^Progress of NV-001 recorded: 70%/);
  await ann.says("/tiendo NV-001 50% again", /would fall from 70% to 50%/);
  await ann.says("/thoi", /^Cancelled\. Nothing was recorded\.$/);
  await ann.says("/tiendo NV-009 5%", /^There is no task NV-009/);
  await ann.says("/giahan NV-001 15/12 waiting", /^Asked for an extension of NV-001 to 15\/12/);
  await ann.says("/vuongmac NV-002 no form", /^Blocker VM-1 of NV-002 recorded/);
  await ann.says("/hoanthanh NV-003 no-such.pdf @no-such.pdf", /^No such file: no-such\.pdf/);
  await ann.says("/hoanthanh NV-003 finished", /^Result of NV-003 submitted/);
  await ann.says("/khongdung", /^Nothing that was entered for your agency/);
  await ann.says("/choxuly", /^\/choxuly is for secretariat, leader\./);
  await ann.says("/denhan 7 ngày", /^Tasks due soon within 7 days \(1\)/);
  await ann.says("/quahan", /^Overdue tasks \(0\)/);
  await ann.says("/lichsu NV-001", /NV-001\n- 23\/11\/2026/);
  await ann.says("/xephang", /^Task performance: [\s\S]*This is not the PAR INDEX/);
  await ann.says("/coquan", /^Task figures of Sở Tài chính \(STC\)/, /Awaiting confirmation +1\n/);
  await ann.says("/vangmat", /^You have no days of leave/);
  await ann.says("/tep NV-001", /^NV-001 has no files\.$/);
  await ann.says("/xuat csv", /3 tasks/, /^File: /m);
  await ann.says("/guilai", /^There is nothing to send again\.$/);
  await ann.says("/dongy", /^There is no form/);
  await ann.says("/trogiup", /^Your commands/, /- Tasks due soon: \/denhan 7 ngày/);
});

it("a leader", async () => {
  await mary.says("/toi english", /^The bot will answer in English\.$/);
  await mary.says("/start", /^Hello Mary\.\n\nKeys: Overdue \| Due \| Ranking \| Pending$/);
  await mary.says("/choxuly", /Results to confirm \(1\)/, /NV-001/, /VM-1/);
  await mary.says("/duyet NV-001 STC", /^NV-001 of Sở Tài chính extended to 15\/12\/2026/);
  await mary.says("/traloi VM-1 see the circular", /^The answer to VM-1 was sent/);
  await mary.says("/tralai NV-003 STC incomplete", /^The result of NV-003 was returned/);
  await mary.says("/giaitrinh NV-002 STC hạn 25/11 why", /^Request GT-1 \(NV-002\) sent/);
  await mary.says("/chuabaocao NV-002", /has not reported[\s\S]*1\. Sở Tài chính$/m);
  await mary.says("/dondoc NV-002", /^Nudged about NV-002: Sở Tài chính/);
  await mary.says(
    "/sua NV-002 ghi chú: urgent",
    /^Changes of NV-002, please check:\nNote: \(none\) → urgent/,
  );
  await mary.says("/dongy", /^NV-002 was changed:/);
  await mary.says("/tamdung NV-002 later", /^NV-002 of Sở Tài chính paused/);
  await mary.says("/tieptuc NV-002", /^NV-002 of Sở Tài chính resumed/);
  await mary.says("/huy NV-002 not needed", /^Cancel NV-002 .* Record it\?/);
  await mary.says("/thoi", /^Cancelled/);
  await mary.says("/docvanban", /^Please send the document \(DOCX, PDF with text, TXT/);
  await mary.says("/thoi", /^Cancelled/);
  await mary.says("/vanban", /^No document is under review/);
  await mary.says("/duthao", /^Please say which draft/);
  await mary.says("/bantin", /^TASK STATUS, WEEK 48/);
  await mary.says("/trogiup", /^Your commands/);
  await mary.says("/xacnhann NV-003", /^There is no command/);
  await mary.says("hello there", /^Hello\. Type \/viec/);
});

it("and what the others did about it", async () => {
  await ann.hears(
    /^NV-001 was extended to 15\/12\/2026/,
    /^Answer to blocker VM-1 \(NV-002\): see the circular\./m,
    /^The result of NV-003 was returned: incomplete\./m,
    /^Request for an explanation GT-1 about NV-002, by 25\/11\/2026: why\./m,
    /^The leader asks Sở Tài chính to receive and begin NV-002/m,
  );
});

it("nothing of the bot's own was Vietnamese", () => {
  const own = day.printed.flatMap((text) => ownWords(text).split("\n"));
  expect(own.filter((line) => /[À-ÖØ-öø-ɏḀ-ỿ]/u.test(line))).toEqual([]);
  expect(day.printed.filter((text) => /went wrong|code L/.test(text))).toEqual([]);
});
