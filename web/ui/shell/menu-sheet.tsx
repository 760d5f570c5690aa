import { Menu, X } from "lucide-react";
import { useRef } from "react";
import { NavLink } from "react-router";
import type { SiteLink } from "../../lib/site-links.ts";

const ID = "site-menu";
// Browsers that know invokers open the menu before any script has run; React's types do not know the attributes yet.
const OPENS = { command: "show-modal", commandfor: ID };

/** The phone's menu: a modal sheet from the right. Esc, the close button, a tap beside it and a chosen link close it. */
export function MenuSheet({ links }: { readonly links: readonly SiteLink[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => {
    const opensByItself = "command" in HTMLButtonElement.prototype;
    if (!opensByItself) dialog.current?.showModal();
  };
  return (
    <div className="md:hidden">
      <button
        type="button"
        aria-label="Menu"
        aria-haspopup="dialog"
        {...OPENS}
        onClick={open}
        className="-mr-2.5 inline-flex size-11 items-center justify-center rounded-control transition-colors hover:bg-plate"
      >
        <Menu size={24} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <dialog
        ref={dialog}
        id={ID}
        aria-label="Menu"
        closedby="any"
        className="fixed inset-y-0 right-0 left-auto m-0 h-dvh max-h-none w-80 max-w-[85vw] overflow-y-auto border-l border-line bg-card text-ink shadow-overlay backdrop:bg-scrim open:animate-slide-in"
      >
        <div className="flex h-14 items-center justify-between border-b border-line pr-1.5 pl-5.75">
          <p className="text-18 font-semibold">Menu</p>
          <form method="dialog">
            <button
              type="submit"
              aria-label="Close menu"
              className="inline-flex size-11 items-center justify-center rounded-control transition-colors hover:bg-plate"
            >
              <X size={24} strokeWidth={1.75} aria-hidden="true" />
            </button>
          </form>
        </div>
        <nav aria-label="Menu">
          <ul className="p-2">
            {links.map(({ to, label }) => (
              <li key={to}>
                <NavLink
                  to={to}
                  onClick={() => dialog.current?.close()}
                  className="flex min-h-13 items-center rounded-control border-l-3 border-transparent px-3 font-medium transition-colors hover:bg-plate aria-[current=page]:border-accent"
                >
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </dialog>
    </div>
  );
}
