/** Everything that the page loads after its first paint, as one chunk. */
export { config } from "virtual:scenes";
export { mountPage } from "./ui/mount-page.ts";
