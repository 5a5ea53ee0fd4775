// Tasks put into the register directly, for scenarios that are about what happens later.
import type { Province } from "#test/support/province.ts";
import { plantTask } from "#test/support/speak.ts";

type Planted = Omit<Parameters<typeof plantTask>[1], "lead" | "coordinating" | "content"> & {
  coordinating?: string[];
};

/** Registers a task of an agency, assigned on 2 November 2026; its code. */
export const plant = async (
  { db }: Province,
  lead: string,
  content: string,
  { coordinating = [], ...more }: Planted = {},
): Promise<string> => {
  const idOf = async (code: string) => (await db.agency.findFirstOrThrow({ where: { code } })).id;
  const id = await plantTask(db, {
    content,
    lead: await idOf(lead),
    coordinating: await Promise.all(coordinating.map(idOf)),
    ...more,
  });
  return `NV-${String(id).padStart(3, "0")}`;
};
