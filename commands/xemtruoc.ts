// Purpose: shows the secretariat what the next ranking of a group would be, before it is posted.
// Grammar:  /xemtruoc [title or number of a group | group of agencies]
// Nothing is posted, and no figure is fixed. Where a draft of the group waits, it is shown.

import { groupsNamed } from "#src/agencies/groups-named.ts";
import { fold } from "#src/language/fold.ts";
import type { Language } from "#src/messages/language.ts";
import { type Block, type Button, paragraph, type Reply, say } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/publication.ts";
import { dropButton, postButton } from "#src/messages/words/standings-weekly.ts";
import { rolesFor } from "#src/people/permissions.ts";
import type { Command, Outcome, Request } from "#src/requests/request.ts";
import { draftOf, previewReply } from "#src/standings/preview.ts";
import { type RankingChat, rankingChats } from "#src/standings/publish.ts";

// As it will be read in the group.
const GROUP_LANGUAGE: Language = "vi";

const titleOf = ({ title }: RankingChat, { language }: Request): string =>
  title ?? words.unnamedGroup(language);

const askWhich = (request: Request, chats: readonly RankingChat[]): UserError =>
  new UserError({
    blocks: [paragraph(words.whichChat(request.language))],
    buttons: chats.map((chat) => [
      { label: titleOf(chat, request), command: `/xemtruoc ${chat.bindingId}` },
    ]),
  });

const waitingDraft = async (request: Request, chat: RankingChat): Promise<Reply | null> => {
  const draft = await draftOf(request.tx, chat);
  if (draft === null) return null;
  const { language } = request;
  const named = `${draft.period} ${chat.bindingId}`;
  const buttons: Button[] = [
    { label: postButton(language), command: `/dang ${named}`, style: "primary" },
    { label: dropButton(language), command: `/dang bỏ ${named}` },
  ];
  const intro = paragraph(words.draftWaits(language, titleOf(chat, request), draft.period));
  return { blocks: [intro, ...draft.reply.blocks], buttons: [buttons] };
};

const preview = async (
  request: Request,
  groupIds: readonly number[],
  forWhom: string,
): Promise<Outcome> => {
  const { language, today } = request;
  const shown = await previewReply(request, groupIds, GROUP_LANGUAGE);
  if (shown === null) throw new UserError(say(words.nothingRanked(language)));
  const intro: Block[] = [
    paragraph(words.preview(language, forWhom)),
    ...(shown.unfinished ? [paragraph(words.soFar(language, today))] : []),
  ];
  return { reply: { ...shown.reply, blocks: [...intro, ...shown.reply.blocks] } };
};

const forChat = async (request: Request, chat: RankingChat): Promise<Outcome> => {
  const draft = await waitingDraft(request, chat);
  if (draft !== null) return { reply: draft };
  return preview(request, chat.agencyGroupIds, titleOf(chat, request));
};

/** By its number, or by words of its title. */
const chatsNamed = (chats: readonly RankingChat[], typed: string): RankingChat[] => {
  const asked = fold(typed);
  const exact = chats.filter(
    ({ bindingId, title }) => String(bindingId) === asked || fold(title ?? "") === asked,
  );
  return exact.length > 0 ? exact : chats.filter(({ title }) => fold(title ?? "").includes(asked));
};

export const xemtruoc: Command = {
  name: "xemtruoc",
  aliases: ["preview"],
  summary: {
    vi: "Xem trước bảng xếp hạng sắp đăng",
    en: "Preview of the next ranking of a group",
  },
  example: "/xemtruoc",
  roles: rolesFor("publish ranking"),
  chats: ["private"],
  kind: "read",
  run: async (request) => {
    const { tx, args, language } = request;
    const typed = args.trim();
    const chats = await rankingChats(tx);
    if (typed === "") {
      const [only, ...more] = chats;
      if (more.length > 0) throw askWhich(request, chats);
      if (only !== undefined) return forChat(request, only);
      return preview(request, [], words.anyGroup(language));
    }
    const [chat, ...others] = chatsNamed(chats, typed);
    if (others.length > 0) throw askWhich(request, chatsNamed(chats, typed));
    if (chat !== undefined) return forChat(request, chat);
    const named = groupsNamed(await tx.agencyGroup.findMany(), typed);
    if (named.length === 0) throw new UserError(say(words.noSuchChat(language, typed)));
    const names = named.map(({ name }) => name).join(", ");
    return preview(
      request,
      named.map(({ id }) => id),
      words.onlyThese(language, names),
    );
  },
};
