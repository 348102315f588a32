import type { Scene } from "../../../src/core/model/picture.ts";
import { boats } from "./boats.ts";
import { lighthouse } from "./lighthouse.ts";
import { ships } from "./ships.ts";

/** Every picture of the fixture story by the name its step calls it, in story order. */
export const scenes: Readonly<Record<string, Scene>> = { lighthouse, ships, boats };
