import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

export function middleware(answered: Answer): Middleware {
  return (request, response, next) => {
    void (async () => {
      try {
        if (!(await answered(request, response))) next();
      } catch (error) {
        next(error);
      }
    })();
  };
}

export function url(address: string | undefined): URL {
  return new URL(address ?? "/", "http://localhost");
}

export function pathnameOf(address: string): string {
  return url(address).pathname.slice(1);
}

export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

export function redirect({ pathname, search }: URL, response: ServerResponse): true {
  response.writeHead(301, { location: `${pathname}/${search}` }).end();
  return true;
}

export function lose(response: ServerResponse, html: string | Uint8Array): true {
  response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(html);
  return true;
}
