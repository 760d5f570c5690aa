import geist from "@fontsource-variable/geist/files/geist-latin-wght-normal.woff2?url";
import { lazy, type ReactNode } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
} from "react-router";
import favicon from "./assets/favicon.svg";
import { HydratedQueries, HydratedStates } from "./lib/api/hydrated-queries.tsx";
import type { PageFailure } from "./lib/api/load-queries.ts";
import { rootAttributes, usePage } from "./lib/page-context.ts";
import type { Theme } from "./lib/theme.ts";
import { useTheme } from "./lib/theme-choice.tsx";
import { PageShell } from "./ui/shell/page-shell.tsx";
import "./styles.css";

// Not part of what every page loads. Without a boundary around them they are in the HTML like everything else.
const FailedPage = lazy(() => import("./routes/system/failed-page.tsx"));
const ForbiddenPage = lazy(() => import("./routes/system/forbidden-page.tsx"));
const NotFoundPage = lazy(() => import("./routes/system/not-found-page.tsx"));

const PAGE_COLOURS = { light: "#ffffff", dark: "#14101f" } as const;

export function Layout({ children }: { readonly children: ReactNode }) {
  const page = usePage();
  const { theme } = useTheme();
  return (
    <html lang="en" {...rootAttributes({ ...page, theme })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <ThemeColour theme={theme} />
        <link rel="icon" type="image/svg+xml" href={favicon} />
        <link rel="preload" as="font" type="font/woff2" href={geist} crossOrigin="anonymous" />
        {/* Where Vite's hot reload looks for the nonce of the style elements that it adds. */}
        {import.meta.env.DEV && <meta property="csp-nonce" nonce={page.nonce} />}
        <Meta />
        <Links nonce={page.nonce} />
      </head>
      <body>
        <PageShell viewer={null}>{children}</PageShell>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

/** The colour of the browser's own bars. */
function ThemeColour({ theme }: { readonly theme: Theme }) {
  if (theme) return <meta name="theme-color" content={PAGE_COLOURS[theme]} />;
  return (["light", "dark"] as const).map((scheme) => (
    <meta
      key={scheme}
      name="theme-color"
      content={PAGE_COLOURS[scheme]}
      media={`(prefers-color-scheme: ${scheme})`}
    />
  ));
}

export default function Root() {
  return (
    <HydratedQueries>
      <Outlet />
    </HydratedQueries>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId, path } = usePage();
  const { pathname, search } = useLocation();
  const carried = isRouteErrorResponse(error) ? (error.data as Partial<PageFailure> | null) : null;
  const supportCode = carried?.failure?.requestId ?? (path === pathname + search ? requestId : null);
  return (
    <HydratedStates states={carried?.queries ? [carried.queries] : []}>
      {errorPage(isRouteErrorResponse(error) ? error.status : 500, supportCode)}
    </HydratedStates>
  );
}

function errorPage(status: number, supportCode: string | null): ReactNode {
  if (status === 404 || status === 410) return <NotFoundPage />;
  if (status === 401 || status === 403) return <ForbiddenPage />;
  return <FailedPage supportCode={supportCode} />;
}
