// A throw-away PostgreSQL cluster of our own, for damage that no shared server may be done: it is
// stopped as a crash stops it, and started again on the same port. PostgreSQL refuses root, so the
// programs run as the user postgres (or nobody) where we are root, as in .ci/run.
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { chmod, chown, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port.ts";

export type OwnPostgres = {
  /** The database `postgres` of it, empty. */
  url: string;
  /** As a crash: every connection is cut, nothing is tidied up. What was committed stays. */
  stop: () => Promise<void>;
  /** Resolves when it takes connections. */
  start: () => Promise<void>;
  /** Stops it for good and takes its folder away. */
  remove: () => Promise<void>;
};

const HOME = "/usr/lib/postgresql";

/** Where initdb, pg_ctl and postgres are; null where this machine has none. */
export const findPostgres = (): string | null => {
  const versions = existsSync(HOME) ? readdirSync(HOME) : [];
  const folders = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(HOME, version, "bin"));
  const onPath = (process.env.PATH ?? "").split(path.delimiter);
  const has = (folder: string) =>
    ["initdb", "pg_ctl", "postgres"].every((name) => existsSync(path.join(folder, name)));
  return [...folders, ...onPath].find(has) ?? null;
};

type Owner = { uid: number; gid: number } | null;

const idOf = (user: string): Owner => {
  try {
    const id = (kind: string) => Number(execFileSync("id", [kind, user], { stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
};

const ownerOfCluster = (): Owner =>
  process.getuid?.() === 0 ? (idOf("postgres") ?? idOf("nobody")) : null;

const runAs = (owner: Owner, file: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(file, args, { cwd: "/", ...owner }, (error, out, err) => {
      if (error === null) resolve();
      else reject(new Error(`${path.basename(file)} ${args.join(" ")}: ${err || out || error}`));
    });
  });

/** Makes a cluster and starts it; null where the machine has no PostgreSQL. @throws what it says */
export const startOwnPostgres = async (): Promise<OwnPostgres | null> => {
  const bin = findPostgres();
  if (bin === null) return null;
  const owner = ownerOfCluster();
  const home = await mkdtemp(path.join(tmpdir(), "dondoc-pg-"));
  if (owner !== null) await chown(home, owner.uid, owner.gid);
  await chmod(home, 0o700);
  const data = path.join(home, "data");
  const port = await freePort();
  const run = (program: string, ...args: string[]) => runAs(owner, path.join(bin, program), args);

  // The machine itself is not harmed, so nothing need wait for the disk; but a commit must be
  // handed to the kernel (synchronous_commit) before it is answered, or a stop would undo it.
  const options = `-p ${port} -k ${home} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=200`;
  const log = path.join(home, "log");
  const start = async () => {
    try {
      await run("pg_ctl", "-D", data, "-l", log, "-w", "-t", "60", "start", "-o", options);
    } catch (error) {
      const said = await readFile(log, "utf8").catch(() => "");
      throw new Error(`${error}\n${said.split("\n").slice(-20).join("\n")}`);
    }
  };
  const stop = () => run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");

  await run(
    "initdb",
    ...["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"],
  );
  await start();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop,
    start,
    remove: async () => {
      await stop().catch(() => undefined);
      await rm(home, { recursive: true, force: true });
    },
  };
};
