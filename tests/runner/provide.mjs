// @ts-check
/** Finds the browsers or gets them, and writes what the stages must know of them: node tests/runner/provide.mjs FILE */

import { writeFile } from "node:fs/promises";
import { browserEnvironment, lacking, provideBrowsers } from "../browsers.mjs";

const [file = ""] = process.argv.slice(2);
const found = await provideBrowsers((line) => process.stdout.write(`${line}\n`));
await writeFile(file, JSON.stringify({ engines: browserEnvironment(found), ...lacking(found) }));
