import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The recipe of `docs/nginx.conf`, for a site, in a server of its own that writes nothing outside `folder`. */
function configure(recipe: string, site: string, folder: string, port: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return [
    process.getuid?.() === 0 ? "user root;" : "",
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;`,
    "events {}",
    "http {",
    "  access_log off;",
    ...temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`),
    `  server { listen 127.0.0.1:${port};`,
    recipe.replaceAll("/srv/anyuan/", `${site}/`),
    "  }",
    "}",
  ].join("\n");
}

interface Nginx {
  /** Address of the host; the site is below it at `/anyuan/`. */
  readonly host: string;
  readonly stop: () => Promise<void>;
}

/** Starts nginx for a built site with the recipe of the documents. `binary` is the path of nginx. */
export async function startNginx(binary: string, site: string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "anyuan-nginx-"));
  const port = await freePort();
  await mkdir(join(folder, "logs"));
  await writeFile(
    join(folder, "conf"),
    configure(await readFile(join(ROOT, "docs/nginx.conf"), "utf8"), site, folder, port),
  );
  const server = spawn(binary, ["-p", folder, "-c", join(folder, "conf"), "-e", join(folder, "error.log")], {
    stdio: "inherit",
  });
  const host = `http://127.0.0.1:${port}`;
  const ended = once(server, "exit");
  for (let answered = false; !answered;) {
    if (server.exitCode !== null) throw new Error(await readFile(join(folder, "error.log"), "utf8"));
    answered = await fetch(host).then(
      () => true,
      () => false,
    );
  }
  return {
    host,
    async stop() {
      server.kill("SIGQUIT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
