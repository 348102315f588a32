import type { BreadcrumbList, Graph, NewsArticle, Organization, Person } from "schema-dts";
import type { Site } from "../../core/model/story.ts";
import type { Route } from "./routes.ts";

function author({ name, kind }: Site["authors"][number]): Organization | Person {
  return { "@type": kind === "person" ? "Person" : "Organization", name };
}

function whole({ path, name }: Route, home: string): NewsArticle {
  return { "@type": "NewsArticle", headline: name, ...(home === "" ? {} : { url: home + path }) };
}

function article(address: Route, site: Site, home: string): NewsArticle {
  const { path, title, description, card, within } = address;
  const { source } = site;
  const parent = within.at(-1);
  const url = home + path;
  return {
    "@type": "NewsArticle",
    headline: title,
    description,
    inLanguage: "zh-CN",
    isAccessibleForFree: true,
    datePublished: site.published,
    dateModified: site.modified,
    author: site.authors.map(author),
    publisher: { "@type": "Organization", name: site.publisher },
    isBasedOn: {
      "@type": "CreativeWork",
      name: source.title,
      ...(source.address === "" ? {} : { url: source.address }),
    },
    ...(parent === undefined ? {} : { isPartOf: whole(parent, home) }),
    ...(home === ""
      ? {}
      : { "@id": url, url, mainEntityOfPage: url, image: [home + card.wide.file, home + card.square.file] }),
  };
}

function breadcrumb({ within, ...address }: Route, home: string): readonly BreadcrumbList[] {
  if (home === "" || within.length === 0) return [];
  const places = [...within, { ...address, within }];
  return [
    {
      "@type": "BreadcrumbList",
      itemListElement: places.map(({ name, path }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        name,
        item: home + path,
      })),
    },
  ];
}

/** Writes JSON that is safe in a script element. */
export function structuredData(address: Route, site: Site, home: string): string {
  const graph: Graph = {
    "@context": "https://schema.org",
    "@graph": [article(address, site, home), ...breadcrumb(address, home)],
  };
  return JSON.stringify(graph).replaceAll("<", "\\u003c");
}
