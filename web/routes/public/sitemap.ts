import type { LoaderFunctionArgs } from "react-router";
import { categoryPath, INDEXED_FROM, servicePath } from "../../features/catalog/paths.ts";
import { HELP_GROUPS } from "../../features/content/help-articles.ts";
import { browseQuery } from "../../lib/api/catalog.ts";
import { pageQueries, pageRequest } from "../../lib/page-request.ts";
import { livePages } from "../../lib/site-links.ts";

/** `/sitemap.xml`: every page that search engines may list. Without dates, because no page knows a true one. */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const { items } = await context.get(pageQueries).query(browseQuery());
  const { origin } = context.get(pageRequest);
  const articles = HELP_GROUPS.flatMap((group) => group.articles.map(({ slug }) => `/help/${slug}`));
  const catalog = items.flatMap((category) => [
    categoryPath(category.slug),
    ...category.subcategories
      .flatMap(({ services }) => services)
      .filter(({ live_instructors }) => live_instructors >= INDEXED_FROM)
      .map(({ slug }) => servicePath(category.slug, slug)),
  ]);
  const urls = [...livePages, ...articles, ...catalog].map(
    (path) => `<url><loc>${origin}${path}</loc></url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
