import type { Role } from "#prisma/generated/enums.ts";
import type { Language } from "../language.ts";

const names: Record<Role, Record<Language, string>> = {
  official: { vi: "cán bộ đầu mối", en: "official" },
  head: { vi: "lãnh đạo cơ quan", en: "head of agency" },
  secretariat: { vi: "cơ quan thường trực", en: "secretariat" },
  leader: { vi: "lãnh đạo Ban Chỉ đạo", en: "leader" },
  admin: { vi: "quản trị", en: "administrator" },
};

export const roleName = (language: Language, role: Role): string => names[role][language];

export const roleNames = (language: Language, roles: readonly Role[]): string =>
  roles.map((role) => roleName(language, role)).join(", ");
