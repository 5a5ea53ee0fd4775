// The list of all commands of `dondoc`, in the order of the help.
import type { CliCommand } from "../cli-command.ts";
import { agenciesImport } from "./agencies-import.ts";
import { agenciesList } from "./agencies-list.ts";
import { backup } from "./backup.ts";
import { chat } from "./chat.ts";
import { doctor } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { invite } from "./invite.ts";
import { job } from "./job.ts";
import { membersEnd } from "./members-end.ts";
import { membersList } from "./members-list.ts";
import { migrate } from "./migrate.ts";
import { move } from "./move.ts";
import { outbox } from "./outbox.ts";
import { outboxDrop, outboxResend } from "./outbox-decide.ts";
import { read } from "./read.ts";
import { restore } from "./restore.ts";
import { standings } from "./standings.ts";
import { tasks } from "./tasks.ts";

export const cliCommands: readonly CliCommand[] = [
  migrate,
  doctor,
  backup,
  restore,
  move,
  agenciesImport,
  agenciesList,
  invite,
  membersList,
  membersEnd,
  importCommand,
  exportCommand,
  read,
  tasks,
  standings,
  job,
  outbox,
  outboxResend,
  outboxDrop,
  chat,
];
