import { once } from "node:events";
import { createServer } from "node:http";
import type { Host } from "./template.ts";

/** Files that several hosts share, by path. */
const SHARED: Readonly<Record<string, string>> = {
  "/favicon.ico": "",
  "/base.css":
    "body{background:#fff;color:#222;font:16px/1.7 sans-serif;margin:0}article{margin:0 auto;max-width:720px}",
  "/gsap.js":
    'window.gsap={version:"3.4.0",core:{globals(){return{}}},registerPlugin(){},ticker:{add(){}}};window.TweenMax=gsap',
  // Runs after the story's first message, as a template's script may.
  "/restyle.js": 'addEventListener("message",()=>document.querySelector(".page").classList.add("cut"),{once:true})',
  // Each does its part whenever a test says that it is later.
  "/open-dialog.js": 'addEventListener("later",()=>document.querySelector("dialog").showModal(),{once:true})',
  "/late.js":
    'addEventListener("later",()=>{const ad=document.createElement("div");ad.style.height="500px";document.querySelector("h1").after(ad)})',
};

/** Delay of a sheet named slow, ms. */
const SLOW = 1000;

/** Serves host pages by their names on `localhost`, another site than the story's, with an article for frames. */
export async function hostSite(pages: readonly Pick<Host, "name" | "html" | "style" | "headers">[], inner: string) {
  const files = new Map(Object.entries({ ...SHARED, "/inner.html": inner }));
  for (const { name, html, style } of pages) files.set(`/${name}`, html).set(`/${name}.css`, style);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = files.get(pathname);
    const type = pathname.endsWith(".css") ? "text/css" : pathname.endsWith(".js") ? "text/javascript" : "text/html";
    const answer = (): void => {
      response
        .writeHead(file === undefined ? 404 : 200, {
          "content-type": `${type}; charset=utf-8`,
          ...pages.find(({ name }) => pathname === `/${name}`)?.headers,
        })
        .end(file ?? "");
    };
    setTimeout(answer, pathname.endsWith("slow-sheet.css") ? SLOW : 0);
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
