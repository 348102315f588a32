import { resolve } from "node:path";
import { runnerImport } from "vite";

// Runs a TypeScript file's `main(args)` and ends with the code it returns: node src/build/cli/run.mjs FILE.ts [args…]
const [file, ...args] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write("no file to run, expected: node src/build/cli/run.mjs FILE.ts [args…]\n");
  process.exit(2);
}
const { module } = await runnerImport(resolve(file), { configFile: false, logLevel: "error" });
try {
  process.exitCode = await module.main(args);
} catch (error) {
  // A fault of the story's files is the editor's to mend: its message says all.
  if (!(error instanceof Error) || error.name !== "StoryError") throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
