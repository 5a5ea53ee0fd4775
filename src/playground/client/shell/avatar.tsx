import { nameColour } from "../conversation/names.ts";
import { initials } from "./naming.ts";

/** Initials on a colour of their own; the name stands beside it, so that it says nothing itself. */
export const Avatar = ({ id, name, isGroup }: { id: number; name: string; isGroup?: boolean }) => (
  <span class={`avatar tone-${nameColour(id)}${isGroup ? " is-group" : ""}`} aria-hidden="true">
    {initials(name)}
  </span>
);
