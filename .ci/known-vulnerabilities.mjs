// known-vulnerabilities.mjs: asks the registry what is known against the packages that run. High or
// critical: exit code 1, with names. A registry that does not answer (a closed network, a mirror
// without that service) is no failure, but it is said: "not checked".
import { execFile } from "node:child_process";

const ANSWER_MS = 20_000;
const GRAVE = ["high", "critical"];

/** What npm printed; it ends with 1 both where it found something and where it could not ask. */
const ask = () =>
  new Promise((resolve) => {
    const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0"];
    const options = { timeout: ANSWER_MS, maxBuffer: 64 * 1024 * 1024, shell: false };
    execFile("npm", args, options, (error, stdout) => {
      resolve({ stdout, late: error?.killed === true });
    });
  });

const notChecked = (why) => ({ code: 0, lines: [`not checked: ${why}`] });

const read = ({ stdout, late }) => {
  if (late) return notChecked(`the registry did not answer within ${ANSWER_MS / 1000} s`);
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return notChecked("npm gave no answer that can be read");
  }
  const { vulnerabilities } = report ?? {};
  if (typeof vulnerabilities !== "object" || vulnerabilities === null) {
    return notChecked(report?.message ?? report?.error?.summary ?? "the registry has no answer");
  }
  const found = Object.values(vulnerabilities);
  const told = found.map(({ name, severity, range, via }) => {
    const titles = via.flatMap((one) => (typeof one === "string" ? [] : [one.title]));
    return `${severity}: ${name} ${range}${titles.length === 0 ? "" : ` (${titles.join("; ")})`}`;
  });
  const grave = found.filter(({ severity }) => GRAVE.includes(severity));
  const sum = `${found.length} known, ${grave.length} of them high or critical`;
  return { code: grave.length === 0 ? 0 : 1, lines: [...told, sum] };
};

const { code, lines } = read(await ask());
console.log(lines.join("\n"));
process.exit(code);
