// An invented province, before and after the reorganisation of 2025.
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import type { Db } from "#src/database/client.ts";

export const AGENCIES = `name,code,aliases,type,group,ranked,validFrom,validTo,successor
Sở Nội vụ,SNV,Nội vụ,sở,"Các sở, ban, ngành",yes,,,
Sở Tài chính,STC,,sở,"Các sở, ban, ngành",yes,,,
Sở Tư pháp,STP,,sở,"Các sở, ban, ngành",yes,,,
Sở Khoa học và Công nghệ,SKHCN,Sở KH&CN,sở,"Các sở, ban, ngành",yes,,,
"Sở Văn hóa, Thể thao và Du lịch",SVHTTDL,Sở VHTT&DL,sở,"Các sở, ban, ngành",yes,,,
Sở Thông tin và Truyền thông,STTTT,Sở TT&TT,sở,"Các sở, ban, ngành",yes,,2025-02-28,SKHCN
Sở Ngoại vụ,SNGV,,sở,"Các sở, ban, ngành",yes,,2025-02-28,
UBND huyện Cổ Mộc,H-CM,huyện Cổ Mộc,UBND huyện,"UBND các huyện, thị xã, thành phố",yes,,2025-06-30,
UBND thành phố Bến Trăng,TP-BT,TP Bến Trăng,UBND huyện,"UBND các huyện, thị xã, thành phố",yes,,2025-06-30,
UBND xã Đồi Mơ,X-DM,xã Đồi Mơ,UBND xã,"UBND các xã, phường",yes,2025-07-01,,
UBND phường Bến Lúa,P-BL,phường Bến Lúa,UBND phường,"UBND các xã, phường",yes,2025-07-01,,
UBND xã Suối Vàng,X-SV,xã Suối Vàng,UBND xã,"UBND các xã, phường",yes,2025-07-01,,
Báo và Đài tỉnh,BDT,,"báo, đài",Khác,no,,,
`;

/** Stores the invented agencies. @throws Error if the list itself is wrong. */
export async function giveAgencies(db: Db): Promise<void> {
  const { rows, errors } = readAgencyCsv(AGENCIES);
  const done = await db.$transaction((tx) => importAgencies(tx, rows));
  if (errors.length > 0 || done.kind !== "imported") throw new Error(JSON.stringify(errors));
}
