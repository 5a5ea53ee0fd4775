// node test/directives/samples/make.ts: the DOCX and PDF of every sample, from its text.
import { readFile, writeFile } from "node:fs/promises";
import { launchChromium } from "#test/browser/support/chromium.ts";
import { asDocx } from "./as-docx.ts";
import { asPdf } from "./as-pdf.ts";
import { blocksOf, scannedLines } from "./blocks.ts";
import { SAMPLES } from "./names.ts";

const place = (file: string): URL => new URL(file, import.meta.url);

const browser = await launchChromium();
try {
  for (const { name, numbering, pageNumbers, scanned } of SAMPLES) {
    const text = await readFile(place(`${name}.txt`), "utf8");
    const blocks = scanned ? scannedLines(text) : blocksOf(text);
    await writeFile(place(`${name}.docx`), await asDocx(blocks, numbering));
    await writeFile(place(`${name}.pdf`), await asPdf(browser, blocks, pageNumbers));
  }
} finally {
  await browser.close();
}
