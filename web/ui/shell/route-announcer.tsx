import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { useVisitedPage } from "../../lib/document-provider.tsx";

/**
 * After a change of page the new heading has the focus and the title is read out, as if a document had been loaded. Filters,
 * tabs and sheets change only the query and keep the focus where it is.
 */
export function RouteAnnouncer() {
  const { pathname, hash } = useLocation();
  const visited = useVisitedPage();
  const voice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!visited.enter(pathname)) return;
    if (voice.current) voice.current.textContent = document.title;
    const target = hash ? document.getElementById(hash.slice(1)) : document.querySelector("main h1");
    if (!(target instanceof HTMLElement)) return;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }, [visited, pathname, hash]);
  return <p ref={voice} aria-live="polite" className="sr-only" />;
}
