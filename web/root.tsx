import { type ReactNode, useContext } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
} from "react-router";
import favicon from "./assets/favicon.svg";
import { NonceContext } from "./lib/nonce.ts";
import { MessagePage } from "./ui/message-page.tsx";
import { PageFrame } from "./ui/page-frame.tsx";
import "./styles.css";

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useContext(NonceContext);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14101f" media="(prefers-color-scheme: dark)" />
        <link rel="icon" type="image/svg+xml" href={favicon} />
        {/* Where Vite's hot reload looks for the nonce of the style elements that it adds. */}
        {import.meta.env.DEV && <meta property="csp-nonce" nonce={nonce} />}
        <Meta />
        <Links nonce={nonce} />
      </head>
      <body>
        <PageFrame>{children}</PageFrame>
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <>
      <title>Something went wrong · iNSTAiNSTRU</title>
      <MessagePage title="Something went wrong on our side">
        <p>We could not show this page. Reload it in a moment, or start again from the home page.</p>
      </MessagePage>
    </>
  );
}

function NotFound() {
  return (
    <>
      <title>Page not found · iNSTAiNSTRU</title>
      <MessagePage title="We can’t find that page">
        <p>The address may be mistyped, or the page may have moved.</p>
      </MessagePage>
    </>
  );
}
