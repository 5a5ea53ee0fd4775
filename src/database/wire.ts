// Lets other processes (the operator's command line, psql) into the embedded database through a
// Unix socket that speaks PostgreSQL's protocol.
//
// Why not @electric-sql/pglite-socket: it queues message by message and takes only PGlite's query
// lock, so that one client's statement can land inside another's open transaction. Here a client
// holds the *transaction* lock from the first message of a batch until the server says that it is
// idle again, exactly as the bot's own transactions do.
import type { Server, Socket } from "node:net";
import { createServer } from "node:net";
import type { PGlite } from "@electric-sql/pglite";

const SSL_REQUEST = 80877103;
const CANCEL_REQUEST = 80877102;
const STARTUP = 196608;
const IDLE = "I".charCodeAt(0);

type Batch = Uint8Array;

/** Cuts complete batches (a start-up, a simple query, or everything up to a Sync) off a stream. */
const makeCutter = () => {
  let buffered: Buffer = Buffer.alloc(0);
  let scanned = 0;
  let started = false;
  const take = (length: number): Buffer => {
    const head = buffered.subarray(0, length);
    buffered = buffered.subarray(length);
    scanned = 0;
    return head;
  };

  return {
    push: (data: Buffer) => {
      buffered = Buffer.concat([buffered, data]);
    },
    /** The next batch; "ssl" for a request to encrypt, "end" for good-bye, null to wait. */
    next: (): Batch | "ssl" | "end" | null => {
      if (!started) {
        if (buffered.length < 8) return null;
        const length = buffered.readInt32BE(0);
        const code = buffered.readInt32BE(4);
        if (buffered.length < length) return null;
        const message = take(length);
        if (code === SSL_REQUEST) return "ssl";
        if (code === CANCEL_REQUEST || code !== STARTUP) return "end";
        started = true;
        return message;
      }
      while (buffered.length >= scanned + 5) {
        const type = String.fromCharCode(buffered[scanned] ?? 0);
        const end = scanned + 1 + buffered.readInt32BE(scanned + 1);
        if (buffered.length < end) return null;
        if (type === "X") return "end";
        scanned = end;
        if (type === "S" || type === "Q" || type === "p") return take(end);
      }
      return null;
    },
  };
};

/** ReadyForQuery ends every answer to a batch: 'Z', length 5, state. */
const isIdle = (answer: Uint8Array): boolean => answer.at(-1) === IDLE;

const simpleQuery = (sql: string): Uint8Array => {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write("Q");
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

const serveClient = (pglite: PGlite, socket: Socket): void => {
  const cutter = makeCutter();
  const waiting: Batch[] = [];
  let wake: (() => void) | undefined;
  let gone = false;
  let serving = false;

  const nextBatch = async (): Promise<Batch | undefined> => {
    while (waiting.length === 0 && !gone) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return waiting.shift();
  };
  const exchange = async (batch: Batch): Promise<boolean> => {
    const answer = await pglite.execProtocolRaw(batch, { throwOnError: false });
    if (socket.writable) socket.write(answer);
    return isIdle(answer);
  };
  const serve = async (): Promise<void> => {
    if (serving) return;
    serving = true;
    while (waiting.length > 0 && !gone) {
      await pglite._runExclusiveTransaction(async () => {
        let idle = true;
        do {
          const batch = await nextBatch();
          if (batch === undefined) break;
          idle = await exchange(batch);
        } while (!idle);
        if (!idle) await pglite.execProtocolRaw(simpleQuery("ROLLBACK"), { throwOnError: false });
      });
    }
    serving = false;
  };

  socket.on("data", (data) => {
    cutter.push(data);
    for (let part = cutter.next(); part !== null; part = cutter.next()) {
      if (part === "ssl") socket.write("N");
      else if (part === "end") socket.end();
      else waiting.push(part);
      if (part === "end") break;
    }
    wake?.();
    serve().catch((error: unknown) => socket.destroy(error instanceof Error ? error : undefined));
  });
  const leave = () => {
    gone = true;
    wake?.();
  };
  socket.on("close", leave);
  socket.on("error", leave);
};

/** A server for the embedded database; the caller makes it listen and closes it. */
export const makeWireServer = (): { server: Server; serve: (pglite: PGlite) => void } => {
  let db: PGlite | undefined;
  const early: Socket[] = [];
  const server = createServer((socket) => {
    if (db === undefined) early.push(socket.pause());
    else serveClient(db, socket);
  });
  return {
    server,
    /** Clients that knocked before the database was open are let in now. */
    serve: (pglite) => {
      db = pglite;
      for (const socket of early.splice(0)) {
        serveClient(pglite, socket);
        socket.resume();
      }
    },
  };
};
