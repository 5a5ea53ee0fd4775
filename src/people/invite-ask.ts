// Many invitations are asked about first: from a list in a file, or for every agency of some that
// nobody is connected for.
import { agenciesNamed } from "#src/agencies/agencies-named.ts";
import { listAgencies } from "#src/agencies/agencies-store.ts";
import { agencyIndex } from "#src/agencies/name-index.ts";
import { type Block, bold, details, list, paragraph } from "#src/messages/reply.ts";
import { UserError } from "#src/messages/user-error.ts";
import * as words from "#src/messages/words/invite-lists.ts";
import { grantText } from "#src/messages/words/people.ts";
import { openForm } from "#src/requests/forms-store.ts";
import type { Outcome, Request } from "#src/requests/request.ts";
import { storedFile } from "#src/sheets/stored-file.ts";
import type { Role } from "./actor.ts";
import { agenciesWithPeople } from "./bound-agencies.ts";
import { type Invitee, type InviteList, readInviteList } from "./invite-list.ts";
import type { InvitesAsked } from "./invite-make.ts";
import { MOST_INVITES, readInviteTable } from "./invite-table.ts";

const MOST_ERRORS = 20;

const sentence = (text: string) => new UserError({ blocks: [paragraph(text)] });

const countRoles = (invitees: readonly Invitee[]): [Role, number][] => {
  const counts = new Map<Role, number>();
  for (const { role } of invitees) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts];
};

type Asked = { invitees: Invitee[]; onlyWithoutPeople: boolean; more: Block[] };

const ask = async (
  request: Request,
  { invitees, onlyWithoutPeople, more }: Asked,
): Promise<Outcome> => {
  const { language } = request;
  const data: InvitesAsked = {
    invitees: invitees.map(({ role, agency, note }) => ({
      role,
      agencyId: agency?.id ?? null,
      note,
    })),
    onlyWithoutPeople,
  };
  const form = await openForm(request, { command: "moi", step: "confirm", data });
  const drawnFrom = { of: "form" as const, id: form.id, version: form.version };
  const named = invitees.map(({ role, agency, note }) => {
    const grant = grantText(language, role, agency?.name ?? null);
    return [note === "" ? grant : `${grant} (${note})`];
  });
  return {
    reply: {
      blocks: [
        paragraph(bold(words.makeThese(language, invitees.length, countRoles(invitees)))),
        ...more,
        details(words.forThese(language), list(named)),
      ],
      buttons: [
        [
          { label: words.make(language), command: "/dongy", drawnFrom, style: "primary" },
          { label: words.cancel(language), command: "/thoi", drawnFrom },
        ],
      ],
    },
  };
};

/** Waits for the file of a list. */
export const askForList = async (request: Request): Promise<Outcome> => {
  await openForm(request, { command: "moi", step: "file", data: {} });
  return { reply: { blocks: [paragraph(words.sendTheList(request.language))] } };
};

const mistakes = (request: Request, { errors }: InviteList): UserError => {
  const { language } = request;
  const shown = errors
    .slice(0, MOST_ERRORS)
    .map(({ row, cell, problem, candidates }) => [
      words.lineError(language, row, cell, problem, candidates),
    ]);
  const more = errors.length - shown.length;
  return new UserError({
    blocks: [
      paragraph(words.listHasErrors(language, errors.length)),
      list(shown),
      ...(more > 0 ? [paragraph(words.andMoreErrors(language, more))] : []),
    ],
  });
};

/** The attached list, read and shown; all of it or nothing. */
export const askAboutList = async (request: Request): Promise<Outcome> => {
  const { tx, language, actor, today, attached } = request;
  const [file, another] = attached;
  if (file === undefined) return askForList(request);
  if (another !== undefined) throw sentence(words.oneFileOnly(language));
  const bytes = await storedFile(tx, file.fileId);
  const table = bytes === null ? null : await readInviteTable(bytes);
  if (table?.kind === "too-many") throw sentence(words.tooMany(language, table.most));
  if (table?.kind !== "lines") {
    throw sentence(words.fileProblem(language, table?.kind ?? "unreadable"));
  }
  if (table.lines.length === 0) throw sentence(words.fileProblem(language, "empty"));
  const read = readInviteList(await agencyIndex(tx, today), actor, table.lines);
  if (read.errors.length > 0) throw mistakes(request, read);
  const { invitees, slips } = read;
  const more = slips.map(({ typed, name }) => paragraph(words.takenAs(language, typed, name)));
  return ask(request, { invitees, onlyWithoutPeople: false, more });
};

/** One invitation for each agency of those named that nobody is connected for. */
export const askAboutAgencies = async (
  request: Request,
  said: { role: Role; names: string },
): Promise<Outcome> => {
  const { tx, language, today } = request;
  if (said.role !== "official" && said.role !== "head") {
    throw sentence(words.onlyOfAgencies(language));
  }
  const named = await agenciesNamed(
    request,
    said.names,
    (names) => `/moi ${said.role} tất cả ${names}`,
  );
  const agencies = (await listAgencies(tx, today)).filter(
    ({ id }) => named === null || named.ids.has(id),
  );
  const bound = await agenciesWithPeople(
    tx,
    agencies.map(({ id }) => id),
  );
  const without = agencies.filter(({ id }) => !bound.has(id));
  if (without.length === 0)
    return { reply: { blocks: [paragraph(words.allHaveSomebody(language))] } };
  if (without.length > MOST_INVITES) throw sentence(words.tooMany(language, MOST_INVITES));
  const invitees = without.map(({ id, name }): Invitee => {
    return { role: said.role, agency: { id, name }, note: "" };
  });
  const more = bound.size > 0 ? [paragraph(words.haveSomebody(language, bound.size))] : [];
  return ask(request, { invitees, onlyWithoutPeople: true, more });
};
