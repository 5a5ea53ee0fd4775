// count.mjs REPORT EXIT-CODE FAILURES: prints "passed failed" from Vitest's JSON report and writes
// what failed, shortened, to FAILURES. Without a report, or without tests, it fails.
import fs from "node:fs";

const [report, exitCode, failuresFile] = process.argv.slice(2);
const MOST_SHOWN = 20;
const LINES_EACH = 15;

const { testResults } = JSON.parse(fs.readFileSync(report, "utf8"));
const tests = testResults.flatMap((file) =>
  file.assertionResults.map((test) => ({ ...test, file: file.name })),
);
// A file that broke before its first test holds none of them.
const brokenFiles = testResults.filter(
  (file) => file.status === "failed" && !file.assertionResults.some((t) => t.status === "failed"),
);
const bad = tests.filter((test) => test.status === "failed");
const good = tests.filter((test) => test.status === "passed");

const failures = [
  ...bad.map((test) => ({ name: test.fullName, file: test.file, text: test.failureMessages[0] })),
  ...brokenFiles.map((file) => ({ name: "(the file)", file: file.name, text: file.message })),
];
if (good.length === 0 && failures.length === 0) throw new Error("no test ran");

const shown = failures.slice(0, MOST_SHOWN).map(({ name, file, text }) => {
  const told = (text ?? "").split("\n").filter((line) => !/^\s+at .*node_modules/.test(line));
  const lines = told.slice(0, LINES_EACH);
  return [`  ✗ ${file.replace(`${process.cwd()}/`, "")}: ${name}`, ...lines]
    .map((line) => line.slice(0, 300))
    .join("\n      ");
});
if (failures.length > MOST_SHOWN) shown.push(`  … and ${failures.length - MOST_SHOWN} more`);
if (shown.length > 0) fs.writeFileSync(failuresFile, `${shown.join("\n")}\n`);

// Everything held and Vitest failed all the same: an error outside the tests.
const outside = Number(exitCode) !== 0 && failures.length === 0 ? 1 : 0;
console.log(good.length, failures.length + outside);
