import type { World } from "../state/world.ts";

export type MoveClock = ((toEpochMs: number) => Promise<void>) | undefined;

export const clockNow = (world: World) => ({ now: world.now() });

/** Asks the owner of the clock to move it; only forward, for what was said stays said. */
export async function moveClockTo(
  world: World,
  moveClock: MoveClock,
  fields: Record<string, unknown>,
) {
  if (!moveClock) throw new Error("This clock can't be moved");
  const to = typeof fields.to === "number" ? fields.to : Date.parse(String(fields.to));
  if (!Number.isFinite(to) || to < world.now()) throw new Error("The clock moves forward only");
  await moveClock(to);
  return clockNow(world);
}
