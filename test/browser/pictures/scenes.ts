// All the pictures: those of README.md, then those of docs/huong-dan.md in their order.
import { guideScenes } from "./guide-scenes.ts";
import { readmeScenes } from "./readme-scenes.ts";
import type { Scene } from "./scene.ts";

export const scenes: readonly Scene[] = [...readmeScenes, ...guideScenes];
