// A handful of people and agencies of an invented province, so that the playground can be used at
// once. Every name is made up.
import { readAgencyCsv } from "#src/agencies/agency-csv.ts";
import { importAgencies } from "#src/agencies/import-agencies.ts";
import type { Db, Tx } from "#src/database/client.ts";
import type { Role } from "#src/people/actor.ts";
import { grantRole, personBehind } from "#src/people/invites.ts";

const AGENCIES = `name,code,aliases,type,group,ranked,validFrom,validTo,successor
Sở Nội vụ,SNV,Nội vụ,sở,"Các sở, ban, ngành",yes,,,
Sở Tài chính,STC,Tài chính,sở,"Các sở, ban, ngành",yes,,,
Sở Tư pháp,STP,Tư pháp,sở,"Các sở, ban, ngành",yes,,,
Sở Khoa học và Công nghệ,SKHCN,Sở KH&CN|KHCN,sở,"Các sở, ban, ngành",yes,,,
Sở Xây dựng,SXD,Xây dựng,sở,"Các sở, ban, ngành",yes,,,
"Sở Văn hóa, Thể thao và Du lịch",SVHTTDL,Sở VHTT&DL,sở,"Các sở, ban, ngành",yes,,,
Văn phòng UBND tỉnh,VPUBND,VP UBND tỉnh|VP UBND,ngành,"Các sở, ban, ngành",yes,,,
UBND xã Bình Hòa,X-BH,xã Bình Hòa,UBND xã,"UBND các xã, phường",yes,,,
UBND phường Tân Lập,P-TL,phường Tân Lập,UBND phường,"UBND các xã, phường",yes,,,
`;

export type SamplePerson = {
  telegramId: number;
  firstName: string;
  username: string;
  role: Role;
  agency: string | null;
};

/** Whom a visitor of the playground can be. */
export const samplePeople: readonly SamplePerson[] = [
  {
    telegramId: 1001,
    firstName: "Lê Minh Hà (thường trực)",
    username: "ha_snv",
    role: "secretariat",
    agency: "SNV",
  },
  {
    telegramId: 1002,
    firstName: "Trần Quốc Bảo (Sở Tài chính)",
    username: "bao_stc",
    role: "official",
    agency: "STC",
  },
  {
    telegramId: 1003,
    firstName: "Phạm Thu Lan (Sở Tư pháp)",
    username: "lan_stp",
    role: "official",
    agency: "STP",
  },
  {
    telegramId: 1004,
    firstName: "Nguyễn Văn Sơn (xã Bình Hòa)",
    username: "son_bh",
    role: "official",
    agency: "X-BH",
  },
  {
    telegramId: 1005,
    firstName: "Hoàng Đức Thắng (lãnh đạo)",
    username: "thang_ld",
    role: "leader",
    agency: null,
  },
];

/** The id under which the sample's committee group is made in the local Bot API server. */
export const SAMPLE_GROUP = { id: -5001, title: "Ban Chỉ đạo CCHC tỉnh" };

const bind = async (tx: Tx, person: SamplePerson, now: Date): Promise<void> => {
  const externalId = String(person.telegramId);
  const displayName = person.firstName.replace(/ \(.*/, "");
  const who = { channel: "telegram", externalId, displayName, username: person.username };
  const personId = await personBehind(tx, who, now);
  const agency =
    person.agency === null
      ? null
      : await tx.agency.findFirstOrThrow({ where: { code: person.agency } });
  await grantRole(tx, personId, { role: person.role, agencyId: agency?.id ?? null }, now);
  // The sample's people have written to the bot before, so that it may write to them.
  const chat = { channel: "telegram", externalId };
  await tx.chat.upsert({
    where: { channel_externalId: chat },
    create: { ...chat, kind: "private", title: displayName },
    update: {},
  });
};

/** Fills an empty database with the sample and binds its group; true where it did. */
export const plantSample = async (db: Db, now: Date): Promise<boolean> => {
  if ((await db.agency.count()) > 0) return false;
  await db.$transaction(async (tx) => {
    await importAgencies(tx, readAgencyCsv(AGENCIES).rows);
    for (const person of samplePeople) await bind(tx, person, now);
    const { id, title } = SAMPLE_GROUP;
    await tx.chat.create({
      data: {
        channel: "telegram",
        externalId: String(id),
        kind: "group",
        title,
        bindings: { create: { purpose: "committee", wantsRanking: true } },
      },
    });
  });
  return true;
};
