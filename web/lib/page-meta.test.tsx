import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PageContext } from "./page-context.ts";
import { formatTitle, PageMeta, renderJsonLd } from "./page-meta.tsx";

const facts = { nonce: "n0nce", requestId: "r", origin: "https://site.test", path: "/", theme: null };

test("addresses are absolute, and the structured data carries the nonce", () => {
  const html = renderToStaticMarkup(
    <PageContext value={facts}>
      <PageMeta
        title="Piano"
        description="Learn it."
        path="/services/music/piano"
        image={{ path: "/og/piano.png", alt: "Piano" }}
        jsonLd={[{ "@type": "Service" }]}
      />
    </PageContext>,
  );
  expect(html).toContain("<title>Piano · iNSTAiNSTRU</title>");
  expect(html).toContain('<link rel="canonical" href="https://site.test/services/music/piano"/>');
  expect(html).toContain('<meta property="og:image" content="https://site.test/og/piano.png"/>');
  expect(html).toContain('<script type="application/ld+json" nonce="n0nce">');
});

test("a page without more has a title and nothing untrue", () => {
  const html = renderToStaticMarkup(<PageMeta title="Not found" noindex />);
  expect(html).toContain('<meta name="robots" content="noindex, follow"/>');
  expect(html).not.toMatch(/canonical|description|og:url|og:image/);
});

test("structured data cannot end its script", () => {
  const text = renderJsonLd({ name: "</script><script>alert(1)</script>" });
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toEqual({
    "@context": "https://schema.org",
    name: "</script><script>alert(1)</script>",
  });
});

test("titles end in the name of the site", () => {
  expect(formatTitle("Help")).toBe("Help · iNSTAiNSTRU");
});
