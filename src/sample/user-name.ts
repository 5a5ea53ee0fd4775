import { fold } from "#src/language/fold.ts";

/** As people choose one: "Phạm Thị Loan" of Sở Y tế is `loan_syt`. */
export const userName = (fullName: string, code: string): string => {
  const given = fullName.split(" ").at(-1) ?? fullName;
  return [given, code].map((part) => fold(part).replace(/[^a-z0-9]+/g, "")).join("_");
};
