// Which commands the menu offers while somebody types.
import { folded } from "../fold.ts";

export type Command = { command: string; description: string };

/** What stands behind the "/" while only the command's name is typed; null otherwise. */
export const commandQuery = (text: string): string | null => /^\/(\S*)$/.exec(text)?.[1] ?? null;

/** What completing a command leaves in the line: its arguments may follow at once. */
export const completion = ({ command }: Command): string => `/${command} `;

/** How near a command is to what was typed; null where it is none of it. */
function nearness({ command, description }: Command, wanted: string): number | null {
  const name = folded(command);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  return folded(description).includes(wanted) ? 3 : null;
}

/** Commands that hold what was typed, in name or description; the likeliest first. */
export function matching(commands: readonly Command[], query: string): Command[] {
  const wanted = folded(query);
  return commands
    .flatMap((command) => {
      const near = nearness(command, wanted);
      return near === null ? [] : [{ command, near }];
    })
    .sort((a, b) => a.near - b.near)
    .map(({ command }) => command);
}

/** The next place in a list that one goes through in a circle. */
export const stepped = (place: number, step: number, count: number): number =>
  count === 0 ? 0 : (place + step + count) % count;
