// The list of all commands of `dondoc`, in the order of the help.
import type { CliCommand } from "../cli-command.ts";
import { agenciesImport } from "./agencies-import.ts";
import { agenciesList } from "./agencies-list.ts";
import { chat } from "./chat.ts";
import { doctor } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { invite } from "./invite.ts";
import { job } from "./job.ts";
import { migrate } from "./migrate.ts";
import { standings } from "./standings.ts";
import { tasks } from "./tasks.ts";

export const cliCommands: readonly CliCommand[] = [
  migrate,
  doctor,
  agenciesImport,
  agenciesList,
  invite,
  importCommand,
  exportCommand,
  tasks,
  standings,
  job,
  chat,
];
