// What stands around the conversations: the panel behind the glass, and short notices.
import { signal } from "@preact/signals";

import { kept } from "../kept.ts";

/** Which message stands behind the glass; null = the panel is shut, "" = the last one. */
export const glass = kept<string | null>(
  "glass",
  null,
  (value): value is string | null => value === null || typeof value === "string",
);

/** The last message or tap of the visitor in this window: what the glass shows unless told. */
export const lastDeed = signal<string | null>(null);

/** The message that the tour points at: the conversation brings it into view and marks it. */
export const pointedAt = signal<string | null>(null);

export type Toast = { id: number; text: string; kind: "info" | "error" | "alert" };
export const toasts = signal<Toast[]>([]);

let lastToast = 0;
export function toast(text: string, kind: Toast["kind"] = "info"): void {
  toasts.value = [...toasts.value, { id: ++lastToast, text, kind }];
}

export const dismiss = (id: number): void => {
  toasts.value = toasts.value.filter((one) => one.id !== id);
};
