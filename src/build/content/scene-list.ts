import type { SceneCatalog, Story } from "../../core/model/story.ts";

/** Lists every picture as Markdown: where to see it, the step that uses it, its labels and its facts. */
export function formatScenes({ steps }: Story, scenes: SceneCatalog, address: string): string {
  return [...scenes]
    .map(([id, { labels, facts = [] }]) => {
      const users = steps.filter(({ scene }) => scene === id);
      const [first] = users;
      const lines = labels.map((name) => `- ${name}: ${first?.labels[name] ?? ""}`);
      return [
        `## ${id}`,
        first === undefined
          ? "还没有一幕用它"
          : users.map((step) => `${step.title} ${urlOf(address, step)}`).join("\n"),
        facts.length === 0 ? null : `一定要列的 facts: [${facts.join(", ")}]`,
        lines.length === 0 ? "labels: {}" : `labels:\n${lines.join("\n")}`,
      ]
        .filter((line) => line !== null)
        .join("\n\n");
    })
    .join("\n\n");
}

function urlOf(address: string, { chapter, id }: Story["steps"][number]): string {
  return chapter === null ? address : `${address}${chapter}/${id}/`;
}
