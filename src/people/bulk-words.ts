import { around, cutWords } from "#src/language/cut-words.ts";
import type { Role } from "./actor.ts";
import { takeRole } from "./role-words.ts";

const LIST = /^(?:danh sach|theo danh sach|hang loat|list)$/;
const ALL = /^(?:tat ca|toan bo|all)(?= |$)/;
const WITHOUT =
  /(?:^| )(?:ma )?(?:chua co (?:nguoi|can bo|ai)(?: ket noi)?|chua ket noi|without (?:people|anybody|anyone))$/;

/** "danh sách" behind /moi: a file of invitations comes, or is to come. */
export const meansList = (args: string): boolean => cutWords(args.trim(), LIST) !== null;

/** "cán bộ tất cả các xã chưa có người": all of some agencies; null where it says nothing so. */
export const readAllAgencies = (args: string): { role: Role; names: string } | null => {
  const { role, rest } = takeRole(args) ?? { role: "official" as const, rest: args.trim() };
  const without = cutWords(rest, WITHOUT);
  const said = without === null ? rest : around(without);
  const all = cutWords(said, ALL);
  if (all === null && without === null) return null;
  return { role, names: all === null ? said : all.behind };
};
