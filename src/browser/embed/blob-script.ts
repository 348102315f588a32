/** Writes a worker's script that runs the classic script at an address, also under a policy with Trusted Types. */
function writeImport(address: string, policy: string): string {
  const [from, name] = [JSON.stringify(address), JSON.stringify(policy)];
  return `importScripts(self.trustedTypes?self.trustedTypes.createPolicy(${name},{createScriptURL:()=>${from}}).createScriptURL(""):${from})`;
}

/**
 * Returns the address of a worker's script that imports another, of any origin. A document may begin a worker by an
 * address of its own origin alone: a sandbox has no origin, and a host's page has another.
 */
export function createBlobScript(address: string, policy: string): string {
  return URL.createObjectURL(new Blob([writeImport(address, policy)], { type: "text/javascript" }));
}
