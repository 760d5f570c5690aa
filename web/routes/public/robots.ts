import type { LoaderFunctionArgs } from "react-router";
import { pageRequest } from "../../lib/page-request.ts";

/** `/robots.txt`: everything public may be read; pages that should not be listed say so themselves. */
export function loader({ context }: LoaderFunctionArgs): Response {
  const { origin } = context.get(pageRequest);
  const lines = [
    "User-agent: *",
    "Disallow: /api/",
    "Disallow: /dev/",
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
}
