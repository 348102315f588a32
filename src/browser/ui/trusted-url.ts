/** Allows only this URL. Call once per page and name: a second policy of the same name may throw. */
export function trustedScriptUrl(view: Window, name: string, script: string): string {
  const policy = view.trustedTypes?.createPolicy(name, {
    createScriptURL(address) {
      if (address !== script) throw new TypeError(`not the story's: ${address}`);
      return address;
    },
  });
  return policy?.createScriptURL(script) ?? script;
}
