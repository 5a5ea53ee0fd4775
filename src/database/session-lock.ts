// A lock that lasts as long as one connection: PostgreSQL gives it free the moment that the
// connection ends, however the process that held it came to its end. The same connection listens
// for what other processes have to say.
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { withinMs } from "#src/within-ms.ts";

/** Locks of this product in its database; numbers of our own choice. */
export const locks = { atWork: 7_240_591_001n, migrating: 7_240_591_002n } as const;

export type SessionLock = {
  /** Takes the lock unless another session has it. @throws where the connection is lost */
  tryLock: () => Promise<boolean>;
  /** Waits for the lock as long as it takes. */
  lock: () => Promise<void>;
  /** What `pg_stat_activity` shows of this session. */
  name: (applicationName: string) => Promise<void>;
  /** Resolves when the connection is lost, and with it the lock. */
  lost: Promise<void>;
  /** Gives the lock free; never throws. */
  release: () => Promise<void>;
};

export type SessionLockOptions = {
  key: bigint;
  listen?: { to: string; heard: () => void };
};

/** A connection that answers nothing for so long counts as lost (monotonic). */
const SILENT_MS = 5_000;
const HEARTBEAT_MS = 2_000;
const ASK_AGAIN_MS = 200;

/**
 * The server's side: a host that vanished without a word is noticed within some 8 s, with and
 * without words on the way to it. Without effect on a socket of the same machine.
 */
const KEEP_ALIVE = `SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 2;
  SET tcp_keepalives_count = 2; SET tcp_user_timeout = 8000`;

const ofConnection = (url: string): Client =>
  new Client({
    connectionString: url,
    connectionTimeoutMillis: SILENT_MS,
    query_timeout: SILENT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 3_000,
  });

/** Ends a connection, and does not wait for a server that no longer answers. */
const endOf = async (client: Client): Promise<void> => {
  await withinMs(1_000, client.end());
};

/** Opens a session of its own. @throws where the server cannot be reached */
export const openSessionLock = async (
  url: string,
  { key, listen }: SessionLockOptions,
): Promise<SessionLock> => {
  const client = ofConnection(url);
  const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
  // An error that nobody listens to would end the process.
  client.on("error", () => lose());
  client.on("end", () => lose());
  client.on("notification", () => listen?.heard());
  try {
    await client.connect();
    await client.query(KEEP_ALIVE);
    if (listen !== undefined) await client.query(`LISTEN ${client.escapeIdentifier(listen.to)}`);
  } catch (error) {
    await endOf(client);
    throw error;
  }
  const heartbeat = setInterval(() => {
    client.query("SELECT 1").catch(() => lose());
  }, HEARTBEAT_MS);
  void lost.then(() => clearInterval(heartbeat));

  const tryLock = async (): Promise<boolean> => {
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock($1) AS taken",
      [String(key)],
    );
    return rows[0]?.taken === true;
  };

  return {
    tryLock,
    lock: async () => {
      // Asked again and again: a query that waits would count as a connection gone silent.
      while (!(await tryLock())) await sleep(ASK_AGAIN_MS);
    },
    name: async (applicationName) => {
      await client.query("SELECT set_config('application_name', $1, false)", [applicationName]);
    },
    lost,
    release: async () => {
      clearInterval(heartbeat);
      await endOf(client);
    },
  };
};
