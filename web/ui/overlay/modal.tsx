import { type ReactNode, useEffect, useRef, useState } from "react";
import "./overlay.css";

export interface ModalProps {
  readonly isOpen: boolean;
  /** Esc, the scrim or the close button; the caller then sets `isOpen` to false. */
  readonly onClose: () => void;
  /** Id of the heading that names it. */
  readonly labelledBy: string;
  /** Id of the text that it is about, for short questions. */
  readonly describedBy?: string | undefined;
  /** While something runs that must not be abandoned, Esc and the scrim do nothing. */
  readonly isLocked?: boolean | undefined;
  readonly role?: "dialog" | "alertdialog" | undefined;
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * The native modal that `Dialog`, `Sheet` and the confirmations are made of. The browser keeps the focus inside, makes
 * the page behind inert and gives the focus back. The first focus goes to `[data-first-focus]`, as a rule the heading,
 * so that the name is read before anything can be pressed by mistake. Content exists only while it can be seen.
 */
export function Modal(props: ModalProps) {
  const {
    isOpen,
    onClose,
    labelledBy,
    describedBy,
    isLocked = false,
    role = "dialog",
    className,
    children,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isPresent, setPresent] = useState(isOpen);
  if (isOpen && !isPresent) setPresent(true);

  useEffect(() => {
    const element = dialog.current;
    if (!isOpen || !element) return;
    element.toggleAttribute("data-gutter", innerWidth > document.documentElement.clientWidth);
    element.showModal();
    element.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    return () => {
      element.close();
      void leave(element).then(() => setPresent(element.open));
    };
  }, [isOpen]);

  return (
    <dialog
      ref={dialog}
      role={role}
      aria-modal="true"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (!isLocked) onClose();
      }}
      onKeyDown={(event) => {
        // Chromium closes on the second Esc in a row without asking `cancel`.
        if (event.key === "Escape" && isLocked) event.preventDefault();
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget && !isLocked) onClose();
      }}
      className={`overlay-dialog ${className}`}
    >
      {isPresent && children}
    </dialog>
  );
}

/** Resolves when the dialog has faded out, or at once where nothing moves. */
async function leave(element: HTMLElement): Promise<void> {
  await Promise.allSettled(element.getAnimations().map((animation) => animation.finished));
}
