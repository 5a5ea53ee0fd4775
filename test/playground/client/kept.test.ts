import { beforeEach, expect, it, vi } from "vitest";

import { kept } from "#src/playground/client/kept.ts";

const isNumber = (value: unknown): value is number => typeof value === "number";

function memory() {
  const values = new Map<string, string>();
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
    size: () => values.size,
  };
}

let browser = memory();

const openWindow = (own = memory()) => {
  vi.stubGlobal("localStorage", browser);
  vi.stubGlobal("sessionStorage", own);
  return own;
};

beforeEach(() => {
  browser = memory();
  return () => vi.unstubAllGlobals();
});

it("remembers over a reload what a window had", () => {
  const own = openWindow();
  kept("focused", 0, isNumber).value = 2;
  openWindow(own);
  expect(kept("focused", 0, isNumber).value).toBe(2);
});

it("begins a new window with what the last change left, and then each has its own", () => {
  const first = openWindow();
  kept("focused", 0, isNumber).value = 2;

  const second = openWindow();
  const there = kept("focused", 0, isNumber);
  expect(there.value).toBe(2);
  there.value = 5;

  openWindow(first);
  expect(kept("focused", 0, isNumber).value).toBe(2);
  openWindow(second);
  expect(kept("focused", 0, isNumber).value).toBe(5);
});

it("leaves nothing behind for what is as it was at first", () => {
  openWindow();
  const draft = kept("draft", 0, isNumber);
  expect(browser.size()).toBe(0);
  draft.value = 1;
  expect(browser.size()).toBe(1);
  draft.value = 0;
  expect(browser.size()).toBe(0);
});

it("forgets what does not fit, and what cannot be read", () => {
  openWindow();
  browser.setItem("dondoc.focused", JSON.stringify("two"));
  expect(kept("focused", 0, isNumber).value).toBe(0);
  browser.setItem("dondoc.focused", "{");
  expect(kept("focused", 0, isNumber).value).toBe(0);
});

it("works where storing is forbidden", () => {
  const forbidden = () => {
    throw new DOMException("forbidden", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
  vi.stubGlobal("sessionStorage", { getItem: forbidden, setItem: forbidden });
  const value = kept("focused", 0, isNumber);
  value.value = 3;
  expect(value.value).toBe(3);
});
