import { lazy, type ReactNode } from "react";
import { useMatches } from "react-router";
import type { Role } from "../../lib/site-links.ts";
import { ProgressLine } from "./progress-line.tsx";
import { RouteAnnouncer } from "./route-announcer.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { StatusStrip } from "./status-strip.tsx";
import { ToastProvider } from "./toasts.tsx";

// Guests have none.
const BottomTabs = lazy(() => import("./bottom-tabs.tsx"));

/** What a route may ask of the shell: `export const handle: ShellHandle = { wide: true }`. */
export interface ShellHandle {
  /** The header is as wide as `page-width-wide`. */
  readonly wide?: boolean;
}

export interface PageShellProps {
  /** Null for guests. */
  readonly viewer: Role | null;
  readonly children: ReactNode;
}

/** What stands around every page: skip link, strip, header, main region, footer, tabs, messages. */
export function PageShell({ viewer, children }: PageShellProps) {
  const wide = useMatches().some(({ handle }) => (handle as ShellHandle | undefined)?.wide === true);
  return (
    <ToastProvider>
      <div className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only rounded-control bg-card px-4 py-3 font-semibold text-brand shadow-overlay focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-toast"
        >
          Skip to content
        </a>
        <ProgressLine />
        <StatusStrip />
        <SiteHeader wide={wide} />
        <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
          {children}
        </main>
        <SiteFooter />
        {viewer && <BottomTabs viewer={viewer} />}
        <RouteAnnouncer />
      </div>
    </ToastProvider>
  );
}
