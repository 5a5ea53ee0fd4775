// A picture for the documents: what the visitor does, and what is cut out of the window.
import type { Locator } from "playwright-core";
import type { Visitor } from "../support/visitor.ts";
import type { Size, WindowOptions } from "../support/window.ts";

export type Scene = {
  /** docs/pictures/NAME.webp */
  name: string;
  view: "desk" | "phone";
  size?: Size;
  /** Of a picture that would be too large otherwise, and of a phone's. */
  scale?: number;
  /** Numbers of rows and updates are seen, which are none of the reader's business. */
  numbersVary?: true;
  /** Does what is to be seen, and gives what is cut out; nothing = the whole window. */
  arrange: (visitor: Visitor) => Promise<Locator | null>;
};

export const windowOf = ({ view, size, scale }: Scene): WindowOptions => ({
  view,
  ...(size === undefined ? {} : { size }),
  scale: scale ?? (view === "phone" ? 1.5 : 1),
  theme: "light",
});
