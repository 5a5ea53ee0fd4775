// A directive in the browser: attached, looked at, put right, registered; the officials hear of
// it, each once.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { samplePeople } from "#src/sample/index.ts";
import { communesOf } from "#src/sample/agencies.ts";
import type { ChatPane } from "./support/chat-pane.ts";
import { COMMUNE, FINANCE, JUSTICE, SCIENCE, SECRETARY } from "./support/people.ts";
import { describeInBrowser } from "./support/suite.ts";
import { useProvince } from "./support/use-province.ts";
import { useVisitors } from "./support/visitors.ts";
