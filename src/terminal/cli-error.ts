/** What the operator is told in one line; 1 = it did not work, 2 = it was asked wrongly. */
export class CliError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.name = "CliError";
    this.exitCode = exitCode;
  }
}

export const wrongUsage = (message: string): CliError => new CliError(message, 2);
export const didNotWork = (message: string): CliError => new CliError(message, 1);

/** Prisma tells a story around the sentence that matters: it stands in quotes, or last. */
const sentence = (message: string): string => {
  const quoted = /Message: `([^`]+)`/.exec(message)?.[1];
  if (quoted !== undefined) return quoted;
  const lines = message
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const told = /^Invalid .* invocation/.test(lines[0] ?? "") ? lines.at(-1) : lines[0];
  return told ?? "";
};

/** Any error as one line; a refused connection has only its code. */
export const errorLine = (error: unknown): string => {
  if (!(error instanceof Error)) return sentence(String(error));
  const { code } = error as { code?: unknown };
  return sentence(error.message) || (typeof code === "string" ? code : error.name);
};
