// Purpose: what the office decides about: messages a day, quiet hours, report day, receipt, ladders.
// Grammar:  /caidat
//           /caidat tin mỗi ngày 3            /caidat giờ yên lặng 21:00-06:30 | không
//           /caidat hạn báo cáo ngày 15       /caidat nhận trong 2 ngày
//           /caidat leo thang quá hạn: cán bộ 0, lãnh đạo đơn vị 3, thường trực 5, lãnh đạo 10 | không
//                             [lúc 9:00] [nhắc lại 5 ngày 3 lần]
import { z } from "zod";
import { audit } from "#src/delivery/audit.ts";
import { beginning } from "#src/messages/format.ts";
import { code, paragraph, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/settings.ts";
import { ladderNames } from "#src/office/ladders.ts";
import {
  lockOfficeSettings,
  officeSettings,
  readOfficeSettings,
  writeOfficeSettings,
} from "#src/office/office-settings.ts";
import { type Asked, type ChangeRead, readChange, readValue } from "#src/office/read-change.ts";
import {
  climbs,
  type SettingChange,
  settingNames,
  withChange,
} from "#src/office/setting-change.ts";
import { ladderButtons, settingLine, settingsView } from "#src/office/settings-view.ts";
import { rolesFor } from "#src/people/permissions.ts";
import { cancelledForm, isNo } from "#src/requests/answers.ts";
import { closeForm, openForm } from "#src/requests/forms-store.ts";
import type { Command, FormState, Outcome, Request } from "#src/requests/request.ts";

const show = async ({ tx, language }: Request, intro?: string): Promise<Outcome> => ({
  reply: settingsView(language, await readOfficeSettings(tx), intro),
});

/** The next message is taken as the value. */
const ask = async (request: Request, asked: Asked): Promise<Outcome> => {
  const { tx, language } = request;
  if (asked.setting === "ladder" && asked.ladder === null) {
    const buttons = ladderButtons(language).map((button) => [button]);
    return { reply: { blocks: [paragraph(words.whichLadder(language))], buttons } };
  }
  await openForm(request, { command: "caidat", step: "value", data: asked });
  const now = settingLine(language, await readOfficeSettings(tx), asked);
  return { reply: say(now, words.askValue(language, asked.setting)) };
};

const instead = ({ language }: Request, text: string, { setting, ladder }: Asked): UserError =>
  new UserError({
    blocks: [paragraph(text), paragraph(code(words.exampleOf(language, setting, ladder)))],
  });

const change = async (request: Request, wanted: SettingChange): Promise<Outcome> => {
  const { tx, language, now, actor, inboxId } = request;
  const { setting } = wanted;
  const asked = { setting, ladder: wanted.setting === "ladder" ? wanted.name : null };
  const before = await lockOfficeSettings(tx);
  const after = withChange(before, wanted);
  if (wanted.setting === "ladder" && !climbs(after.ladders[wanted.name])) {
    throw instead(request, words.mustClimb(language), asked);
  }
  const [was, is] = [before, after].map((settings) => settingLine(language, settings, asked));
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return { reply: say(words.unchanged(language, is ?? "")) };
  }
  await writeOfficeSettings(tx, officeSettings.parse(after));
  await audit(tx, {
    at: now,
    actorId: actor.personId,
    action: "change settings",
    subject: "settings:office",
    inboxId,
    data: { setting, from: was ?? "", to: is ?? "" },
  });
  return { reply: say(words.changed(language, is ?? "")) };
};

const done = async (request: Request, read: ChangeRead): Promise<Outcome> => {
  const { language, args } = request;
  switch (read.kind) {
    case "change":
      return change(request, read.change);
    case "missing":
      return ask(request, read.asked);
    case "unreadable": {
      const setting = words.settingLabel(language, read.asked.setting);
      throw instead(request, words.notRead(language, setting, read.typed), read.asked);
    }
    case "outside":
      throw instead(request, words.outside(language, read.typed, read.range), read.asked);
    case "unknown":
      return show(request, words.unknownSetting(language, beginning(args.trim(), 60)));
  }
};

const stored = z.object({
  setting: z.enum(settingNames),
  ladder: z.enum(ladderNames).nullable(),
});

/** "Không" is a value of quiet hours, and of nothing else. */
const answer = async (request: Request, form: FormState): Promise<Outcome> => {
  const asked = stored.parse(form.data);
  const isValue = asked.setting === "quiet" && readValue(request.args, asked).kind === "change";
  if (!isValue && isNo(request.args)) return cancelledForm(request, form);
  // What is not understood undoes this too: the form stays open for another try.
  await closeForm(request, form);
  return done(request, readValue(request.args, asked));
};

export const caidat: Command = {
  name: "caidat",
  aliases: ["settings"],
  summary: { vi: "Cài đặt của cơ quan thường trực", en: "Settings of the office" },
  example: "/caidat tin mỗi ngày 3",
  roles: rolesFor("change settings"),
  chats: ["private"],
  kind: "write",
  run: (request) =>
    request.args.trim() === "" ? show(request) : done(request, readChange(request.args)),
  answer,
};
