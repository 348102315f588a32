import type { Problem } from "./problem.ts";
import { STORY_FOLDER } from "./source-file.ts";

const REFUSED: Readonly<Record<string, string>> = {
  EISDIR: "是文件夹，应是文件",
  ELOOP: "是指向自己的链接，应是文件",
  ENOENT: "是断了的链接，应是文件",
  EACCES: "没有读它的权限，应改成可读",
};

/** Says why the system did not read a file of the story. `code` is Node's. */
export function unreadableFile(name: string, code: string): Problem {
  return { file: STORY_FOLDER + name, line: 1, column: 1, message: `读不出来：${REFUSED[code] ?? code}` };
}

export function missingFolder(): Problem {
  const message = "没有这个文件夹，应在放 package.json 的地方，里面是故事的各个文件";
  return { file: STORY_FOLDER.slice(0, -1), line: 1, column: 1, message };
}
