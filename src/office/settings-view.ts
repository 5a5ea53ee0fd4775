// The office's settings as they are shown: in words, with a line that changes each, and buttons
// that ask for the new value.
import type { Language } from "#src/messages/language.ts";
import {
  type Block,
  type Button,
  code,
  heading,
  paragraph,
  type Reply,
} from "#src/messages/reply.ts";
import * as words from "#src/messages/words/settings.ts";
import { type LadderName, ladderNames, rungs } from "./ladders.ts";
import type { OfficeSettings } from "./office-settings.ts";
import type { Asked } from "./read-change.ts";
import { settingNames } from "./setting-change.ts";

const PLAIN = settingNames.filter((name) => name !== "ladder");

const ladderLine = (language: Language, settings: OfficeSettings, name: LadderName): string => {
  const ladder = settings.ladders[name];
  const told = rungs.flatMap((rung) => {
    const days = ladder[rung];
    return days === null ? [] : [{ rung, days }];
  });
  return words.ladderText(language, name, told, ladder);
};

/** One setting as it is now. */
export const settingLine = (
  language: Language,
  settings: OfficeSettings,
  { setting, ladder }: Asked,
): string =>
  setting === "ladder"
    ? ladderLine(language, settings, ladder ?? "overdue")
    : words.settingText(language, setting, settings);

const askButtons = (language: Language): Button[] =>
  PLAIN.map((name) => ({
    label: words.settingLabel(language, name),
    command: `/caidat ${words.settingLabel(language, name).toLowerCase()}`,
  }));

export const ladderButtons = (language: Language): Button[] =>
  ladderNames.map((name) => {
    const label = words.ladderLabel(language, name);
    const ladder = words.settingLabel(language, "ladder").toLowerCase();
    return { label, command: `/caidat ${ladder} ${label.toLowerCase()}` };
  });

const inPairs = (buttons: Button[]): Button[][] =>
  buttons.flatMap((_, at) => (at % 2 === 0 ? [buttons.slice(at, at + 2)] : []));

export const settingsView = (
  language: Language,
  settings: OfficeSettings,
  intro: string = words.settingsTitle(language),
): Reply => {
  const plain = PLAIN.flatMap((name): Block[] => [
    paragraph(words.settingText(language, name, settings)),
    paragraph(code(words.exampleOf(language, name, null))),
  ]);
  const climbing = ladderNames.map((name) => ({ runs: [ladderLine(language, settings, name)] }));
  return {
    blocks: [
      paragraph(intro),
      ...plain,
      heading(words.laddersTitle(language)),
      { kind: "list", items: climbing },
      paragraph(code(words.exampleOf(language, "ladder", "overdue"))),
    ],
    buttons: inPairs([...askButtons(language), ...ladderButtons(language)]),
  };
};
