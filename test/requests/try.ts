import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import { openTestDatabase } from "#test/support/database.ts";
import { sampleAgencies } from "#test/support/sample-agencies.ts";
import { bindPerson, plantTask, speak } from "#test/support/speak.ts";
import { readFileSync } from "node:fs";
const open = await openTestDatabase();
const { db } = open;
await db.$transaction((tx) => importAgencies(tx, readAgencyCsv(sampleAgencies).rows));
const agencies = new Map((await db.agency.findMany()).map(({ code, id }) => [code, id]));
const id = (code: string): number => agencies.get(code) ?? 0;
const who: Record<string, any> = {
  o: await bindPerson(db, "own", "official", id("STC")),
  s: await bindPerson(db, "secretary", "secretariat", id("SNV")),
  l: await bindPerson(db, "leader", "leader", null),
  g: { externalId: "guest" },
};
await plantTask(db, { content: "Rà soát định mức chi thường xuyên", lead: id("STC"), coordinating: [id("STP")], dueOn: "2026-11-27" });
await plantTask(db, { content: "Báo cáo tự chủ tài chính", lead: id("STC"), dueOn: "2026-11-10" });
await plantTask(db, { content: "Kế hoạch kiểm tra", lead: id("STC"), dueOn: "2026-11-30", awaiting: true });
await plantTask(db, { content: "Rà soát thủ tục", lead: id("STP"), dueOn: "2026-11-24" });
for (const line of readFileSync(process.argv[2]!, "utf8").split("\n").filter(Boolean)) {
  const [w, ...rest] = line.split(" ");
  try {
    const a = await speak(db, who[w!]!, rest.join(" "));
    console.log(`>>> ${line}\n${a.text}\n`);
  } catch (e) { console.log(`>>> ${line}\n!!!! ${(e as Error).stack}\n`); }
}
await open.close();
