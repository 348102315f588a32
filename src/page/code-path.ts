/** Where the codes for other pages are handed out, relative to the story's home. */
export const CODE_PATH = "embed/code/";
