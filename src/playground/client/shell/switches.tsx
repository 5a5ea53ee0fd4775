// How the page looks and speaks: theme, language, and the list of keys.
import type { ComponentChildren } from "preact";

import { language, type Phrase, say } from "../words.ts";
import { shellWords as words } from "../words-shell.ts";
import { isHelpOpen } from "./help.tsx";
import { GlobeIcon, KeysIcon, MoonIcon, SunIcon, SystemIcon } from "./icons.tsx";
import { nextTheme, type Theme, theme } from "./theme.ts";

const THEME_WORDS: Record<Theme, Phrase> = {
  system: words.themeSystem,
  light: words.themeLight,
  dark: words.themeDark,
};
const THEME_ICONS = { system: SystemIcon, light: SunIcon, dark: MoonIcon };

type SwitchProps = {
  label: string;
  onClick: () => void;
  children: ComponentChildren;
  inMenu: boolean;
  lang?: string;
};

const Switch = ({ label, onClick, children, inMenu, lang }: SwitchProps) =>
  inMenu ? (
    <button type="button" class="menu-item" onClick={onClick} lang={lang}>
      {children}
      {label}
    </button>
  ) : (
    <button
      type="button"
      class="icon-button"
      title={label}
      aria-label={label}
      onClick={onClick}
      lang={lang}
    >
      {children}
    </button>
  );

/** In the bar icons alone; in the menu of a phone with their words. */
export function Switches({ inMenu }: { inMenu: boolean }) {
  const ThemeIcon = THEME_ICONS[theme.value];
  return (
    <>
      <Switch
        inMenu={inMenu}
        label={say(words.language)}
        lang={language.value === "vi" ? "en" : "vi"}
        onClick={() => {
          language.value = language.value === "vi" ? "en" : "vi";
        }}
      >
        <GlobeIcon />
      </Switch>
      <Switch
        inMenu={inMenu}
        label={`${say(words.theme)}: ${say(THEME_WORDS[theme.value])}`}
        onClick={() => {
          theme.value = nextTheme(theme.value);
        }}
      >
        <ThemeIcon />
      </Switch>
      <Switch
        inMenu={inMenu}
        label={say(words.keys)}
        onClick={() => {
          isHelpOpen.value = true;
        }}
      >
        <KeysIcon />
      </Switch>
    </>
  );
}
