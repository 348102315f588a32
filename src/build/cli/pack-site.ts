import { packageInfo, readFolder, writeArchive } from "./archive.ts";

export async function packSite(built: string, release: string): Promise<number> {
  const { name, version } = await packageInfo();
  const files = await readFolder(built).catch(() => new Map<string, Uint8Array>());
  if (!files.has("index.html")) {
    process.stderr.write(`${built}/index.html not found: run npm run build first\n`);
    return 1;
  }
  await writeArchive(files, release, `${name}-${version}`);
  return 0;
}

export function main(): Promise<number> {
  return packSite("dist", "release");
}
