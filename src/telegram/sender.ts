// What sending needs.
import type { Api } from "grammy";
import type { Db } from "#src/database/client.ts";
import type { Log } from "#src/delivery/log.ts";
import type { EphemeralAsks } from "./ephemeral.ts";
import type { ServerSupport } from "./server-support.ts";

export type SendDeps = { api: Api; db: Db; log: Log; asks: EphemeralAsks; now: () => Date };

export type Sender = SendDeps & { support: ServerSupport };
