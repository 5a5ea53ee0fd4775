// A reading of which some is registered and nothing waits any more is over, until a dropped draft
// is taken back.
import type { Request } from "#src/requests/request.ts";
import { isOpen } from "./doubts.ts";
import { touchReading } from "./readings-store.ts";
import type { Reviewed } from "./reviewed.ts";

const as = (reviewed: Reviewed, status: "open" | "registered"): Reviewed => {
  const { reading } = reviewed;
  return { ...reviewed, reading: { ...reading, status, version: reading.version + 1 } };
};

/** The state with the reading closed, where the last draft that waited was just dropped. */
export const closedOnceDone = async (
  { request }: { request: Request },
  after: Reviewed,
): Promise<Reviewed> => {
  const { drafts, reading } = after;
  const isDone = !drafts.some(isOpen) && drafts.some(({ status }) => status === "registered");
  if (!isDone) return after;
  await touchReading(request.tx, reading.id, request.now, { status: "registered" });
  return as(after, "registered");
};

/** The state with the reading open again. */
export const openedAgain = async (request: Request, reviewed: Reviewed): Promise<Reviewed> => {
  const { reading } = reviewed;
  if (reading.status === "open") return reviewed;
  await touchReading(request.tx, reading.id, request.now, { status: "open" });
  return as(reviewed, "open");
};
