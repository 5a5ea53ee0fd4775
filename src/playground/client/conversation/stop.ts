/**
 * What every control inside a message carries: the keyboard comes to it when its message is the
 * one that is the stop (log/roving.ts), and to no other.
 */
export const STOP = { "data-stop": true, tabIndex: -1 } as const;
