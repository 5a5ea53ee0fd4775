// Which room may import what. Checked by layers.ts; said in words in CONTRIBUTING.md.

export type Import = {
  /** The importing file, from the root of the project. */
  from: string;
  /** The imported file, from the root; of a library, its name. */
  to: string;
  /** As written. */
  specifier: string;
  line: number;
  /** Of types alone: nothing of the imported file comes along. */
  isType: boolean;
};

type Rule = { name: string; breaks: (one: Import) => boolean };

const SUBJECTS = [
  "agencies",
  "backup",
  "database",
  "delivery",
  "directives",
  "escalation",
  "messages",
  "office",
  "pending",
  "people",
  "reorganisation",
  "requests",
  "schedule",
  "sheets",
  "standings",
  "targets",
  "tasks",
];
/** The composition root, in the parts that it has; nothing in a room imports them. */
const WIRING = [
  "src/main.ts",
  "src/start.ts",
  "src/app.ts",
  "src/clock-mover.ts",
  "src/playground-mode.ts",
  "src/telegram-bot.ts",
  "src/telegram-mode.ts",
];
/** The room that puts the playground, the sample and the bot together. */
const WIRING_ROOM = "src/playground-house";
const CHANNELS = ["src/telegram", "src/terminal"];
const SURROUNDINGS = [...CHANNELS, "src/playground", "src/web"];
const ROOTS = /^(src|commands|jobs|prisma|test|bench)\//;

/** `src/tasks/card.ts` → `src/tasks`; `commands/viec.ts` → `commands`. */
export const roomOf = (file: string): string => {
  const [top = "", next = "", rest] = file.split("/");
  return (top === "src" || top === "test") && rest !== undefined ? `${top}/${next}` : top;
};

const CLIENT = "src/playground/client/";
/** What the playground asks of the product behind it: whoever gives a part of it names its type. */
const HOUSE = "src/playground/house.ts";
/** What the playground's page and its server tell each other. */
const PAGE_TYPES = [HOUSE, "src/playground/page/contract.ts", "@grammyjs/types"];

const isWiring = (file: string): boolean => WIRING.includes(file) || roomOf(file) === WIRING_ROOM;
const isOurs = (to: string): boolean => ROOTS.test(to);
const inRooms = (file: string, rooms: readonly string[]): boolean => rooms.includes(roomOf(file));
const isProduct = (file: string): boolean => !/^(test|bench)\//.test(file);
const isSubject = (file: string): boolean =>
  inRooms(
    file,
    SUBJECTS.map((subject) => `src/${subject}`),
  );

const isTelegramLibrary = (name: string): boolean => /^(grammy|telegraf|@grammyjs\/)/.test(name);
const isDatabaseLibrary = (name: string): boolean =>
  /^(@electric-sql\/|pglite-|@prisma\/(adapter-|driver-adapter-utils|schema-engine)|pg$)/.test(
    name,
  );

export const rules: readonly Rule[] = [
  {
    name: "commands and jobs take values and return values: no channel, playground or web",
    breaks: ({ from, to }) =>
      inRooms(from, ["commands", "jobs"]) &&
      (inRooms(to, [...SURROUNDINGS, "test", "bench"]) ||
        isTelegramLibrary(to) ||
        to === "node-cron"),
  },
  {
    name: "a subject knows no channel, playground or web, no command and no job",
    breaks: ({ from, to }) =>
      isSubject(from) && (inRooms(to, [...SURROUNDINGS, "commands", "jobs"]) || to === "telegraf"),
  },
  {
    name: "src/language imports nothing of ours but src/calendar",
    breaks: ({ from, to }) =>
      roomOf(from) === "src/language" &&
      isOurs(to) &&
      !inRooms(to, ["src/language", "src/calendar"]),
  },
  {
    name: "src/calendar imports nothing of ours",
    breaks: ({ from, to }) =>
      roomOf(from) === "src/calendar" && isOurs(to) && roomOf(to) !== "src/calendar",
  },
  {
    name: "src/playground imports nothing of ours",
    breaks: ({ from, to }) =>
      roomOf(from) === "src/playground" && isOurs(to) && roomOf(to) !== "src/playground",
  },
  {
    name: "the playground's page imports itself, preact, @preact/signals and types of the contract",
    breaks: ({ from, to, isType }) =>
      from.startsWith(CLIENT) &&
      !to.startsWith(CLIENT) &&
      !["preact", "@preact/signals"].includes(to) &&
      !(isType && PAGE_TYPES.includes(to)),
  },
  {
    name: "only the playground's page, in a browser, imports its files and preact",
    breaks: ({ from, to }) =>
      isProduct(from) &&
      !from.startsWith(CLIENT) &&
      (to.startsWith(CLIENT) || /^@?preact(\/|$)/.test(to)),
  },
  {
    name: "only src/schedule imports node-cron (src/calendar/cron.ts its parser)",
    breaks: ({ from, to }) =>
      isProduct(from) &&
      to === "node-cron" &&
      roomOf(from) !== "src/schedule" &&
      from !== "src/calendar/cron.ts",
  },
  {
    name: "only src/telegram imports grammY (src/playground its types)",
    breaks: ({ from, to }) =>
      isProduct(from) &&
      isTelegramLibrary(to) &&
      !(roomOf(from) === "src/telegram" && to !== "telegraf") &&
      !(roomOf(from) === "src/playground" && to === "@grammyjs/types"),
  },
  {
    name: "only src/database, prisma and their tests know which database it is",
    breaks: ({ from, to }) =>
      isDatabaseLibrary(to) &&
      !inRooms(from, ["src/database", "prisma", "test/database", "test/support"]),
  },
  {
    name: "only the composition root wires channels, playground and web",
    breaks: ({ from, to, isType }) =>
      isProduct(from) &&
      !isWiring(from) &&
      !(isType && to === HOUSE) &&
      ((inRooms(to, ["src/telegram", "src/playground", "src/web"]) &&
        roomOf(to) !== roomOf(from)) ||
        (isWiring(to) && roomOf(from) !== "src/terminal")),
  },
  {
    name: "the product imports no test and no bench",
    breaks: ({ from, to }) => isProduct(from) && isOurs(to) && !isProduct(to),
  },
  {
    name: "from room to room by #src/…, not by ../",
    breaks: ({ from, to, specifier }) => specifier.startsWith("../") && roomOf(from) !== roomOf(to),
  },
];
