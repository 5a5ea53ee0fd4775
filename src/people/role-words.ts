// Roles as people type them; the longest words first, so that "lãnh đạo cơ quan" is a head.
import { fold } from "#src/language/fold.ts";
import type { Role } from "./actor.ts";

const WORDS: readonly [string, Role][] = [
  ["lanh dao co quan", "head"],
  ["lanh dao don vi", "head"],
  ["thu truong", "head"],
  ["head", "head"],
  ["co quan thuong truc", "secretariat"],
  ["thuong truc", "secretariat"],
  ["thu ky", "secretariat"],
  ["secretariat", "secretariat"],
  ["lanh dao ban chi dao", "leader"],
  ["lanh dao", "leader"],
  ["leader", "leader"],
  ["quan tri vien", "admin"],
  ["quan tri", "admin"],
  ["admin", "admin"],
  ["can bo dau moi", "official"],
  ["can bo", "official"],
  ["dau moi", "official"],
  ["chuyen vien", "official"],
  ["official", "official"],
];

/** The role at the start of the text, and what follows it. */
export const takeRole = (typed: string): { role: Role; rest: string } | null => {
  const text = typed.trim();
  const parts = [...text.matchAll(/\S+/g)];
  for (let count = Math.min(4, parts.length); count >= 1; count -= 1) {
    const last = parts[count - 1];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const found = WORDS.find(([words]) => words === fold(text.slice(0, end)));
    if (found !== undefined) return { role: found[1], rest: text.slice(end).trim() };
  }
  return null;
};
