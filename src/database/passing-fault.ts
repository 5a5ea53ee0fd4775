// Faults of the database that are over when it is back: whoever meets one tries again, and nothing
// is judged by it. Prisma 7 over adapter-pg reports the same loss in several shapes (seen by
// stopping a server under it): its own code (P1001), a raw query's P2010 or an unknown state's
// P2039 around the adapter's error with the SQLSTATE, or what `pg` threw, as it is, without a code.
import { z } from "zod";

const PRISMA = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2034", "P2037"]);

/** Of Prisma's P2028 the one that means "no connection yet"; an effect that takes too long is another. */
const NOT_BEGUN = /unable to start a transaction/i;

/**
 * SQLSTATE: class 08 (connection), 53 (no room, too many clients), 57P (server going, coming, idle
 * session ended), serialisation and deadlock, a lock not granted, an idle transaction ended, and a
 * server that takes no writes because another took its place.
 */
const STATE = /^(08\w{3}|53\w{3}|57P\w{2}|40001|40P01|55P03|25P03|25006)$/;

const KINDS = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionWriteConflict",
]);

/** What `pg` and its pool say of a connection that broke; such errors have no code. */
const BROKEN =
  /^(Connection terminated|Connection ended unexpectedly|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|Query read timeout)/;

/** Of sockets: only the database's errors reach us with the call that failed. */
const SOCKET =
  /^(E(CONN\w+|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|NETDOWN|AI_AGAIN|NOTFOUND)|ENOENT)$/;
const SOCKET_CALL = /^(connect|read|write|getaddrinfo)$/;

const adapterCause = z.object({
  kind: z.string(),
  originalCode: z.string().optional(),
  code: z.string().optional(),
});
const adapterError = z.object({ cause: adapterCause });
const thrown = z.object({
  code: z.string().optional().catch(undefined),
  /** Prisma's name for the code of what failed before a first connection. */
  errorCode: z.string().optional().catch(undefined),
  message: z.string().catch(""),
  syscall: z.string().optional().catch(undefined),
  meta: z.object({ driverAdapterError: adapterError }).optional().catch(undefined),
  cause: adapterCause.optional().catch(undefined),
});

/** True for what passes by itself: the database is away, going, coming, full or contended. */
export const isPassingFault = (error: unknown): boolean => {
  const read = thrown.safeParse(error);
  if (!read.success) return false;
  const { message, syscall, meta, cause = meta?.driverAdapterError.cause } = read.data;
  const code = read.data.code ?? read.data.errorCode ?? "";
  return (
    PRISMA.has(code) ||
    STATE.test(code) ||
    (code === "P2028" && NOT_BEGUN.test(message)) ||
    BROKEN.test(message) ||
    (SOCKET_CALL.test(syscall ?? "") && SOCKET.test(code)) ||
    (cause !== undefined &&
      (KINDS.has(cause.kind) || STATE.test(cause.originalCode ?? cause.code ?? "")))
  );
};
