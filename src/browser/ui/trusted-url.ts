/** The address of the one script that the policy `name` lets through, as the browser wants it. To be asked once a page. */
export function trustedScriptUrl(view: Window, name: string, script: string): string {
  const policy = view.trustedTypes?.createPolicy(name, {
    createScriptURL(address) {
      if (address !== script) throw new TypeError(`not the story's: ${address}`);
      return address;
    },
  });
  return policy?.createScriptURL(script) ?? script;
}
