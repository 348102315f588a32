import { once } from "node:events";
import { createServer } from "node:http";
import { type Host, sheets } from "./hosts.ts";

/** Serves host pages by their names on `localhost`, another site than the story's; what is called slow comes after a second. */
export async function hostSite(pages: readonly Pick<Host, "name" | "html" | "headers">[]) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = pages.find(({ name }) => pathname === `/${name}`);
    const file = sheets.get(pathname);
    const type = pathname.endsWith(".css") ? "text/css" : pathname.endsWith(".js") ? "text/javascript" : "text/html";
    const answer = (): void => {
      response
        .writeHead(page || file !== undefined ? 200 : 404, {
          "content-type": `${type}; charset=utf-8`,
          ...page?.headers,
        })
        .end(page?.html ?? file ?? "");
    };
    setTimeout(answer, pathname.endsWith("slow-sheet.css") ? 1000 : 0);
  }).listen(0, "localhost");
  await once(server, "listening");
  const place = server.address();
  if (place === null || typeof place === "string") throw new Error("the server has no port");
  return {
    address: `http://localhost:${place.port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
