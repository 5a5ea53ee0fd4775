// The operator's command line: node src/terminal/cli.ts COMMAND …
import { runCli } from "./run-cli.ts";

// A reader that has seen enough (`dondoc tasks | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

// Prisma's driver for PostgreSQL queues queries in a way that pg warns of; that is no operator's
// business, and stderr holds one line for an error.
process.noDeprecation = process.env.LOG_LEVEL !== "debug";

const status = await runCli(process.argv.slice(2), {
  env: process.env,
  input: process.stdin,
  // npm changes to the project's folder; paths are meant from where the command was typed.
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
});
// A pipe takes 64 KB at a time: what was said before must have left.
await new Promise((resolve) => process.stdout.write("", resolve));
// What others still hold open through our socket ends with us.
process.exit(status);
