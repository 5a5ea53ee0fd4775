// What a stored decision holds besides its columns: who ends, who takes over, what was said by hand.
import { z } from "zod";

const id = z.number().int().positive();

const moved = z.object({
  id,
  taskId: id,
  fromId: id,
  toId: id,
  becameId: id,
  role: z.enum(["lead", "coordinating"]),
  folds: z.boolean(),
});

export const planShape = z.object({
  fromIds: z.array(id),
  endedIds: z.array(id),
  /** Those that take over, in order. */
  toIds: z.array(id),
  /** Agencies that the decision made. */
  createdIds: z.array(id),
  /** Who takes what nobody else was named for; null = that stays. */
  restId: id.nullable(),
  /** Assignments that were named one by one; `toId` may be where it is already: it stays. */
  tasks: z.array(z.object({ id, toId: id })),
  people: z.array(z.object({ personId: id, toId: id })),
  functions: z.array(z.object({ function: z.string(), toId: id })),
  /** What was done on the day. */
  moved: z.array(moved).optional(),
  /** Open, and nobody was named to take them. */
  left: z.array(id).optional(),
  peopleMoved: z.number().int().optional(),
  cancelled: z.object({ at: z.string(), byId: id.nullable() }).optional(),
});

export type Plan = z.infer<typeof planShape>;
