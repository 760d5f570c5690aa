import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../actions/icon-button.tsx";

export interface DialogPanelProps {
  readonly title: string;
  readonly titleId: string;
  /** Under the title. */
  readonly intro?: ReactNode;
  readonly children: ReactNode;
  /** Buttons; they stay in view while the content scrolls. */
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  readonly className: string;
  /** The short bar that shows that a sheet can be put away. */
  readonly hasHandle?: boolean;
}

/** Title and close button, content that scrolls, buttons that stay. */
export function DialogPanel(props: DialogPanelProps) {
  const { title, titleId, intro, children, footer, onClose, className, hasHandle = false } = props;
  return (
    <div className={`flex flex-col overflow-hidden bg-card shadow-overlay ${className}`}>
      {hasHandle && (
        <span aria-hidden="true" className="mx-auto mt-2 h-1 w-9 shrink-0 rounded-pill bg-line md:hidden" />
      )}
      <header className="flex shrink-0 items-start justify-between gap-4 px-4 pt-4 pb-2 md:px-8 md:pt-8">
        <div className="min-w-0 pt-1.5">
          <h2 id={titleId} tabIndex={-1} data-first-focus="" className="text-20 outline-none md:text-24">
            {title}
          </h2>
          {intro && <div className="mt-1 text-muted">{intro}</div>}
        </div>
        <span className="-me-2.5 inline-flex">
          <IconButton
            label="Close"
            icon={<X size={24} strokeWidth={1.5} aria-hidden="true" />}
            onClick={onClose}
          />
        </span>
      </header>
      <div className="min-h-0 grow overflow-y-auto overscroll-contain px-4 pt-2 pb-4 md:px-8 md:pb-8">
        {children}
      </div>
      {footer && (
        <footer className="flex shrink-0 flex-col-reverse gap-3 border-t border-line px-4 py-4 pb-[max(1rem,env(safe-area-inset-bottom))] md:flex-row md:justify-end md:px-8">
          {footer}
        </footer>
      )}
    </div>
  );
}
