// Light, dark, or as the system has it; the language on <html>.
import { effect } from "@preact/signals";

import { kept } from "../kept.ts";
import { language } from "../words.ts";

export type Theme = "system" | "light" | "dark";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

export const theme = kept<Theme>("theme", "system", isTheme);

/** The one that a press of the switch leads to. */
export const nextTheme = (current: Theme): Theme =>
  THEMES[(THEMES.indexOf(current) + 1) % THEMES.length] ?? "system";

export function followTheme(): void {
  const { documentElement } = document;
  effect(() => {
    if (theme.value === "system") delete documentElement.dataset.theme;
    else documentElement.dataset.theme = theme.value;
  });
  effect(() => {
    documentElement.lang = language.value;
  });
}
