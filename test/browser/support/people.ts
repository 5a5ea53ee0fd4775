// Whom a visitor of the tests becomes, by the names that the list shows.
import { sampleGroup, samplePeople } from "#src/sample/index.ts";

const nameOf = (key: string): string => {
  const found = samplePeople.find((person) => person.key === key);
  if (found === undefined) throw new RangeError(`the sample has no ${key}`);
  return found.firstName;
};

export const CHAIRMAN = nameOf("chairman");
export const SECRETARY = nameOf("head");
export const FINANCE = nameOf("stc");
export const JUSTICE = nameOf("stp");
export const SCIENCE = nameOf("skhcn");
export const COMMUNE = nameOf("commune");
export const ADMIN = nameOf("admin");
export const COMMITTEE = sampleGroup("committee").title;
export const FINANCE_GROUP = sampleGroup("finance").title;
export const HELPERS = sampleGroup("helpers").title;
