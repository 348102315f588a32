export { type Attributes, element, empty, escape } from "../draw/html.ts";
