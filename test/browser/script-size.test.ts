// The page's script is small: what a visitor's phone has to load and read.
import { expect, it } from "vitest";
import { openStage } from "#test/playground/stage.ts";

const MOST_BYTES = 150 * 1024;

it("the page's whole script is under 150 KB, and smaller on its way", async () => {
  const { playground } = await openStage();
  const script = `${playground.url}/playground/app.js`;
  const plain = await fetch(script, { headers: { "accept-encoding": "identity" } });
  expect(plain.status).toBe(200);
  const bytes = (await plain.arrayBuffer()).byteLength;
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(MOST_BYTES);

  const page = await (await fetch(playground.url)).text();
  const scripts = [...page.matchAll(/<script[^>]*src="([^"]+)"/g)].map(([, source]) => source);
  expect(scripts).toEqual(["/playground/app.js"]);

  const packed = await fetch(script, { headers: { "accept-encoding": "gzip" } });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
});
