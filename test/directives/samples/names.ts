// The six samples, and how each of them was typed.
import type { Numbering } from "./as-docx.ts";

export type Sample = { name: string; numbering: Numbering; pageNumbers: boolean; scanned: boolean };

export const SAMPLES: readonly Sample[] = [
  { name: "ke-hoach-phu-luc", numbering: "typed", pageNumbers: true, scanned: false },
  { name: "thong-bao-ket-luan", numbering: "typed", pageNumbers: false, scanned: false },
  { name: "quyet-dinh", numbering: "articles", pageNumbers: true, scanned: false },
  { name: "cong-van", numbering: "typed", pageNumbers: false, scanned: false },
  { name: "chi-thi-hai-cap", numbering: "parts", pageNumbers: true, scanned: false },
  { name: "ban-quet-xau", numbering: "typed", pageNumbers: false, scanned: true },
];
