import { z } from "zod";

/** What a search engine asks of an article and of a breadcrumb; keys that nobody has thought of are faults. */

const absolute = z.string().regex(/^https:\/\/[^\s]+$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.string().min(2);

const named = z.strictObject({ "@type": z.enum(["Person", "Organization"]), name: text });

/** An article that others are part of. */
const whole = z.strictObject({ "@type": z.literal("NewsArticle"), headline: text, url: absolute.optional() });

const ARTICLE = z.strictObject({
  "@type": z.literal("NewsArticle"),
  "@id": absolute.optional(),
  url: absolute.optional(),
  mainEntityOfPage: absolute.optional(),
  // Longer ones are cut.
  headline: text.max(110),
  description: text,
  inLanguage: z.literal("zh-CN"),
  isAccessibleForFree: z.literal(true),
  datePublished: day,
  dateModified: day,
  author: z.array(named).min(1),
  publisher: named,
  isBasedOn: z.strictObject({ "@type": z.literal("CreativeWork"), name: text, url: absolute.optional() }),
  isPartOf: whole.optional(),
  image: z.array(absolute).optional(),
});

const BREADCRUMB = z.strictObject({
  "@type": z.literal("BreadcrumbList"),
  itemListElement: z
    .array(z.strictObject({ "@type": z.literal("ListItem"), position: z.number().int(), name: text, item: absolute }))
    .min(2)
    .refine((items) => items.every(({ position }, index) => position === index + 1), "positions from 1"),
});

export const GRAPH = z.strictObject({
  "@context": z.literal("https://schema.org"),
  "@graph": z.tuple([ARTICLE], BREADCRUMB),
});
