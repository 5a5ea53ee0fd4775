import type { Button } from "#src/messages/reply.ts";

/** Short buttons beside one another: what is short need not fill a row. */
export const inRows = (buttons: readonly Button[], columns: number): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / columns) }, (_, row) =>
    buttons.slice(row * columns, (row + 1) * columns),
  );
