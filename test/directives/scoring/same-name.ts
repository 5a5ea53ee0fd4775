import { fold } from "#src/language/fold.ts";
import { looserKeys } from "#src/language/name-keys.ts";

const KIND = /^(sở|bộ|ban|ngành)\s+(.+)$/iu;
const SHORT = /^[\p{Lu}&,.\- ]{2,}$/u;

/** "Sở TT&TT" and "Sở Thông tin và Truyền thông" both as "so tttt"; null for what is no department. */
const initials = (name: string): { key: string; isShort: boolean } | null => {
  const [, kind = "", rest = ""] = KIND.exec(name.replace(/\s*tỉnh.*$/u, "").trim()) ?? [];
  if (rest === "") return null;
  const isShort = SHORT.test(rest);
  const letters = isShort
    ? fold(rest).replace(/[^a-z]/g, "")
    : fold(rest)
        .split(/[^a-z]+/)
        .filter((word) => word !== "va")
        .map((word) => word.charAt(0))
        .join("");
  return { key: `${fold(kind)} ${letters}`, isShort };
};

/** Whether two names are one agency's: with abbreviations, office holders or "tỉnh …" or without. */
export const sameName = (one: string, other: string): boolean => {
  const keys = looserKeys(other);
  if ([...looserKeys(one)].some((key) => keys.has(key))) return true;
  const [some, others] = [initials(one), initials(other)];
  return some !== null && (some.isShort || others?.isShort === true) && some.key === others?.key;
};
