// Why a file is not read, and what to give instead, for the operator.
import type { OpenRefusal } from "#src/directives/open/open-document.ts";

const REASONS: Record<OpenRefusal, string> = {
  empty: "there is nothing in it",
  "too-large": "it is larger than 5 MB; give the directive without its pictures, or as text",
  "too-many-pages": "it has more than 200 pages; give the part that assigns duties",
  scanned: "it is a scan without text; give the DOCX it was printed from, or a PDF with text",
  encrypted: "it is protected by a password; give it without one",
  broken: "it is damaged and cannot be read; save it anew, or as text",
  archive: "it is an archive; unpack it and give the document itself",
  "old-word": "it is in the old .doc format; save it as .docx or PDF",
  spreadsheet: "it is a spreadsheet; see: dondoc import --help",
  picture: "it is a picture; give the DOCX, a PDF with text, or the text itself",
  "other-type": "it is none of DOCX, PDF and text",
  "lies-about-type": "it is not what its name says; give the document under its right name",
};

export const refusedFile = (refusal: OpenRefusal): string => REASONS[refusal];

export const secretFile = (stamp: string): string =>
  `it is stamped ${stamp}: secret documents are not read here`;
