import { openTestDatabase } from "#test/support/database.ts";
import { giveAgencies } from "#test/agencies/invented.ts";
import { importSheet } from "#src/sheets/import-sheet.ts";
import { civilDate } from "#src/calendar/civil-date.ts";
import { makeWorkCalendar } from "#src/calendar/working-days.ts";
const o = await openTestDatabase(); await giveAgencies(o.db);
const H="STT,Nội dung nhiệm vụ,Số ký hiệu,Ngày ban hành,Thời hạn,Chủ trì,Trạng thái,Ngày hoàn thành,Phối hợp\n";
const mk=(n:number,lead:string)=>Buffer.from(H+Array.from({length:n},(_,i)=>`${i+1},Việc số ${i},${i%200}/KH-UBND,${1+i%28}/${1+i%9}/2026,"trước ngày 30/11/2026, đợt ${i}",${lead},${i%3?"Hoàn thành,11/11/2026":","},"STP, đơn vị thứ ${i}"`).join("\n"));
const on=civilDate("2026-11-16");
for (const [n,lead] of [[5000,"Sở Tài chinhs"],[2400,'"Các sở, ngành; UBND cấp xã"']] as const) {
 for (let k=0;k<2;k++){
 const t=performance.now();
 const d = await o.db.$transaction(tx=>importSheet(tx, mk(n,lead), {issuer:"UBND "+n,on,today:on,now:new Date(),actorId:null,inboxId:null,calendar:makeWorkCalendar([])}));
 console.log(n, d.kind, d.kind==="imported"&&[d.imported.leads,d.plan.same], ((performance.now()-t)/1000).toFixed(1)+" s");
}}
await o.close();
