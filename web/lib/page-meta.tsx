import { usePage } from "./page-context.ts";

export const SITE_NAME = "iNSTAiNSTRU";

export interface PageMetaProps {
  /** Shown as "title · iNSTAiNSTRU". */
  readonly title: string;
  /** Up to 155 characters, real values only. Without one search engines choose their own. */
  readonly description?: string;
  /** The page's address without tracking and filters, from the root: "/services". */
  readonly path?: string;
  /** 1200 × 630, from the root. */
  readonly image?: { readonly path: string; readonly alt: string };
  readonly noindex?: boolean;
  /** schema.org objects, each with its `@type`. Absolute addresses come from `usePage().origin`. */
  readonly jsonLd?: readonly Readonly<Record<string, unknown>>[];
}

/** Everything in the head that differs between pages; React moves it there. Each page has exactly one. */
export function PageMeta({ title, description, path, image, noindex = false, jsonLd = [] }: PageMetaProps) {
  const { origin, nonce } = usePage();
  const fullTitle = formatTitle(title);
  return (
    <>
      <title>{fullTitle}</title>
      {noindex && <meta name="robots" content="noindex, follow" />}
      {description && <meta name="description" content={description} />}
      {path && <link rel="canonical" href={origin + path} />}
      <meta property="og:site_name" content={SITE_NAME} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {path && <meta property="og:url" content={origin + path} />}
      {image && (
        <>
          <meta property="og:image" content={origin + image.path} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {jsonLd.map((item) => (
        <script
          key={JSON.stringify(item)}
          type="application/ld+json"
          nonce={nonce}
          // Browsers hide the nonce from the HTML they show to scripts.
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: renderJsonLd(item) }}
        />
      ))}
    </>
  );
}

export function formatTitle(title: string): string {
  return `${title} · ${SITE_NAME}`;
}

/** JSON that cannot end the script element it stands in. */
export function renderJsonLd(item: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ "@context": "https://schema.org", ...item }).replaceAll("<", "\\u003c");
}
