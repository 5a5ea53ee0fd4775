// Invitations to be cut out and handed over: a page of its own that needs nothing from anywhere
// (A4, two columns, dashed lines to cut along), and the same as a table.
import type { Language } from "#src/messages/language.ts";
import { plainLetters } from "#src/messages/plain-letters.ts";
import * as words from "#src/messages/words/invite-lists.ts";
import { roleName } from "#src/messages/words/roles.ts";
import { csvText } from "#src/sheets/csv-text.ts";
import type { Role } from "./actor.ts";
import { qrSvg } from "./qr-svg.ts";

export type MadeInvite = {
  role: Role;
  agency: string | null;
  note: string;
  code: string;
  /** Null where the channel has no links: the code is typed. */
  link: string | null;
};

const escaped = (text: string): string =>
  plainLetters(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const STYLE = `
@page { size: A4; margin: 8mm }
* { box-sizing: border-box }
body { margin: 0; font: 10pt/1.35 "Times New Roman", "Liberation Serif", serif; color: #000 }
main { display: grid; grid-template-columns: 1fr 1fr }
section { border: 1px dashed #777; padding: 5mm; min-height: 69mm; break-inside: avoid }
svg { float: right; width: 33mm; height: 33mm; margin: 0 0 2mm 3mm }
h2 { font-size: 13pt; margin: 0 0 1mm }
p, ol { margin: 0 0 1.5mm } ol { padding-left: 5mm }
.link, code { font: 8pt/1.3 "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
`;

const card = (language: Language, invite: MadeInvite, until: string): string => {
  const said = words.sheet(language);
  const { agency, role, note, code, link } = invite;
  const line = (text: string, name = ""): string =>
    text === "" ? "" : `<p${name === "" ? "" : ` class="${name}"`}>${escaped(text)}</p>`;
  const steps = link === null ? said.stepsByCode : said.steps;
  return [
    "<section>",
    link === null ? "" : qrSvg(link),
    `<h2>${escaped(agency ?? roleName(language, role))}</h2>`,
    line(agency === null ? "" : `${said.role}: ${roleName(language, role)}`),
    line(note === "" ? "" : `${said.forWhom}: ${note}`),
    `<ol>${steps.map((step) => `<li>${escaped(step)}</li>`).join("")}</ol>`,
    line(link ?? "", "link"),
    `<p>${escaped(said.orType)} <code>/start ${escaped(code)}</code></p>`,
    line(words.validUntil(language, until)),
    "</section>",
  ].join("");
};

/** The printable sheet: a whole HTML document. */
export const inviteSheet = (
  language: Language,
  invites: readonly MadeInvite[],
  until: string,
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escaped(words.sheet(language).title)}</title>
<style>${STYLE}</style>
</head>
<body><main>
${invites.map((invite) => card(language, invite, until)).join("\n")}
</main></body>
</html>
`;

/** The same, one a line. */
export const inviteCsv = (
  language: Language,
  invites: readonly MadeInvite[],
  until: string,
): string =>
  csvText([
    words.csvHeader(language),
    ...invites.map(({ agency, role, code, link, note }) => [
      agency ?? "",
      roleName(language, role),
      code,
      link ?? "",
      until,
      note,
    ]),
  ]);
