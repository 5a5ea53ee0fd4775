// Makes a checkout ready to run: installs the packages, generates the Prisma client. It runs before
// `npm start` and `npm test`, on whatever Node the machine has, so it imports nothing but Node.
//   node setup.mjs [--generate] [--quiet]
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const modules = at("node_modules");
const bin = path.join(modules, ".bin");
const installStamp = path.join(modules, ".dondoc-setup");
const hiddenLock = path.join(modules, ".package-lock.json");
const generated = at("prisma", "generated");
const generateStamp = path.join(generated, ".dondoc-setup");
const lockDir = at(".setup-lock");
const windows = process.platform === "win32";

const OLDEST = [20, 19];
const WANTED_MAJOR = 24;
const LONGEST_WAIT_MS = 10 * 60_000;

const flags = new Set(process.argv.slice(2));
const say = (line) => {
  if (!flags.has("--quiet")) console.log(line);
};

class SetupError extends Error {}

const readOr = (file, fallback) => {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return fallback;
  }
};

const hash = (...texts) => {
  const sum = createHash("sha256");
  for (const text of texts) sum.update(text).update("\0");
  return sum.digest("hex").slice(0, 32);
};

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

// ── What is wanted, what is there ─────────────────────────────────────────────────────────────

const lockText = () => readOr(at("package-lock.json"), readOr(at("package.json"), ""));
const wantedInstall = () => hash(lockText(), process.platform, process.arch);
const wantedClient = () =>
  hash(
    readOr(at("prisma", "schema.prisma"), ""),
    readOr(at("node_modules/prisma/package.json"), ""),
  );

const hasNode = () => fs.existsSync(path.join(bin, windows ? "node.cmd" : "node"));

/** Somebody ran npm here by hand: the list that npm keeps inside node_modules is the lock file's. */
const installedByHand = () => {
  const has = JSON.parse(readOr(hiddenLock, "{}")).packages;
  const wants = JSON.parse(readOr(at("package-lock.json"), "{}")).packages;
  if (has === undefined || wants === undefined) return false;
  return Object.entries(wants).every(([where, wanted]) => {
    const there = has[where];
    if (where === "" || (there === undefined && wanted.optional === true)) return true;
    return there?.version === wanted.version && there?.integrity === wanted.integrity;
  });
};

const isInstalled = () => hasNode() && readOr(installStamp, "") === wantedInstall();
const isGenerated = () =>
  fs.existsSync(path.join(generated, "client.ts")) && readOr(generateStamp, "") === wantedClient();

// ── One at a time ─────────────────────────────────────────────────────────────────────────────

/** Tells a living process from a later one with the same number. */
const bornAt = (pid) => readOr(`/proc/${pid}/stat`, "").split(") ").pop().split(" ")[19] ?? "";

const ownerName = (pid) => `${pid}-${bornAt(pid)}`;

const isAlive = (owner) => {
  const [pid, born] = owner.split("-");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return bornAt(pid) === born;
};

const remove = (file) => fs.rmSync(file, { force: true });

/** Each set-up puts a file with its name into one folder; whoever finds itself alone there goes on. */
const takeLock = () => {
  const me = ownerName(process.pid);
  const mine = path.join(lockDir, me);
  const release = () => {
    remove(mine);
    try {
      fs.rmdirSync(lockDir);
    } catch {
      // Another one waits in it.
    }
  };
  const living = () => {
    const others = fs.readdirSync(lockDir).filter((name) => name !== me);
    for (const owner of others) if (!isAlive(owner)) remove(path.join(lockDir, owner));
    return others.filter(isAlive);
  };
  const end = Date.now() + LONGEST_WAIT_MS;
  for (let told = false; ; told = true) {
    try {
      fs.mkdirSync(lockDir, { recursive: true });
      if (living().length === 0) {
        fs.writeFileSync(mine, "");
        if (living().length === 0) return release;
        remove(mine);
      }
    } catch (error) {
      // Another one removed the folder between two steps.
      if (error.code !== "ENOENT") throw error;
    }
    if (Date.now() > end) throw new SetupError(`another set-up never ended; see ${lockDir}`);
    if (!told) say("Waiting for another set-up …");
    pause(100 + Math.random() * 200);
  }
};

// ── The steps ─────────────────────────────────────────────────────────────────────────────────

const env = (...firstOnPath) => {
  const own = Object.keys(process.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  // npm must not run on the Node that it is about to replace.
  const others = (process.env[own] ?? "").split(path.delimiter).filter((dir) => dir !== bin);
  return {
    ...process.env,
    [own]: [...firstOnPath, ...others].join(path.delimiter),
    // Any existing file: Prisma then looks for no engine to download; generating never runs it.
    PRISMA_SCHEMA_ENGINE_BINARY: fileURLToPath(import.meta.url),
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
    npm_config_loglevel: "error",
  };
};

/** The first line that says something; npm marks its own and starts with a bare code. */
const causeIn = (said) => {
  const lines = said.split("\n").map((line) => line.replace(/^npm (error|ERR!)/, "").trim());
  return lines.find((line) => line !== "" && !/^(code|errno|syscall|npm warn)\b/.test(line));
};

/** A killed set-up's npm may outlive it: it holds the lock too. */
const run = async (what, command, args, environment) => {
  const options = {
    cwd: root,
    env: environment,
    shell: windows,
    stdio: ["ignore", "pipe", "pipe"],
  };
  const child = spawn(command, args, options);
  const owner = child.pid === undefined ? undefined : path.join(lockDir, ownerName(child.pid));
  if (owner !== undefined) fs.writeFileSync(owner, "");
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  const end = await new Promise((resolve) => {
    child.once("error", ({ code }) =>
      resolve(code === "ENOENT" ? `${path.basename(command)} was not found` : code),
    );
    child.once("close", (code, signal) => resolve(signal ?? `exit ${code}`));
  });
  if (owner !== undefined) remove(owner);
  if (end === "exit 0") return;
  throw new SetupError(`${what}: ${[causeIn(said), end].filter(Boolean).join(" – ")}`);
};

const timed = async (step) => {
  const start = performance.now();
  await step;
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
};

const checkNode = () => {
  const own = path.join(bin, "node");
  const { stdout } = spawnSync(own, ["--version"], { encoding: "utf8", shell: windows });
  if (Number(/^v(\d+)/.exec(stdout ?? "")?.[1] ?? 0) >= WANTED_MAJOR) return;
  throw new SetupError(
    `node_modules/.bin/node is not Node ${WANTED_MAJOR}: were install scripts off (npm's ignore-scripts)?`,
  );
};

const install = async () => {
  const locked = fs.existsSync(at("package-lock.json"));
  const command = locked ? "ci" : "install";
  say(`Installing packages (npm ${command}) …`);
  // Gone first: whatever becomes of this run, the next one sees that it was not finished.
  remove(installStamp);
  remove(hiddenLock);
  const args = [command, "--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund"];
  const seconds = await timed(run(`npm ${command}`, "npm", args, env()));
  checkNode();
  fs.writeFileSync(installStamp, wantedInstall());
  say(`Installed packages in ${seconds}.`);
};

const generate = async () => {
  remove(generateStamp);
  const prisma = path.join(bin, "prisma");
  const args = ["generate", "--no-hints"];
  const seconds = await timed(run("prisma generate", prisma, args, env(bin)));
  fs.writeFileSync(generateStamp, wantedClient());
  say(`Generated the Prisma client in ${seconds}.`);
};

const setUp = async () => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new SetupError(`Node ${OLDEST.join(".")} or later is needed; this is ${process.version}`);
  }
  if (isInstalled() && isGenerated() && !flags.has("--generate")) return;
  const release = takeLock();
  try {
    if (!isInstalled()) {
      if (hasNode() && installedByHand()) fs.writeFileSync(installStamp, wantedInstall());
      else await install();
    }
    if (!isGenerated() || flags.has("--generate")) await generate();
  } finally {
    release();
  }
};

try {
  await setUp();
} catch (error) {
  console.error(`Set-up failed: ${error instanceof SetupError ? error.message : error.stack}`);
  process.exitCode = 1;
}
