// Two processes on one PGlite folder lose data. The socket that serves other processes is the
// lock as well: whoever listens on it owns the folder, and a dead owner's socket refuses
// connections, so that a restart after a kill waits for nothing.
import { mkdir, rm, stat } from "node:fs/promises";
import { connect, type Server } from "node:net";
import path from "node:path";

/** Where the owner of an embedded database listens (libpq's own naming: `psql -h DIR` works). */
export const socketPath = (dir: string): string => path.join(dir, ".s.PGSQL.5432");

/** True where a living process serves the database of this folder. */
export const isServed = (dir: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(socketPath(dir));
    probe.once("connect", () => {
      probe.destroy();
      resolve(true);
    });
    probe.once("error", () => resolve(false));
  });

const listen = (server: Server, file: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(file, () => resolve(true));
  });

const inode = async (file: string): Promise<number | undefined> =>
  (await stat(file).catch(() => undefined))?.ino;

const SETTLE_MS = 30;

/**
 * Takes the folder: true where this server now owns it, false where another process does. Two
 * starters that both remove a dead socket are told apart a moment later: the one whose socket
 * file was replaced has lost.
 */
export const takeLock = async (dir: string, server: Server): Promise<boolean> => {
  await mkdir(dir, { recursive: true });
  const file = socketPath(dir);
  if (Buffer.byteLength(file) > 103) {
    throw new Error(`DATA_DIR is too long for a socket: ${file} (103 bytes at most)`);
  }
  if (!(await listen(server, file))) {
    if (await isServed(dir)) return false;
    await rm(file, { force: true });
    if (!(await listen(server, file))) return false;
  }
  const mine = await inode(file);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return mine !== undefined && (await inode(file)) === mine;
};
